import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { decodeWire, encodeWire } from '../../src-main/contract/wire'
import { readEventStream, type HostEvent } from '../../src-renderer/src/host/event-stream'
import { httpTransport } from '../../src-renderer/src/host/http-transport'
import { takeToken } from '../../src-renderer/src/host/token'

const bytes = (text: string) => new TextEncoder().encode(text)

function streamOf(pieces: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece)
      controller.close()
    },
  })
}

beforeEach(() => {
  // The rune is a compiler's word; here its plain meaning is enough.
  vi.stubGlobal('$state', { snapshot: <T>(value: T): T => structuredClone(value) })
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('event stream', () => {
  it('reads events however the bytes are cut, also inside a character, and passes other lines over', async () => {
    const sent = { name: 'notice', payload: { message: 'Größe 📐', bytes: Uint8Array.of(1, 2, 255) } }
    const whole = bytes(`: here\n\ndata: ${encodeWire(sent)}\n\n: here\n\ndata: ${encodeWire(sent)}\n\n`)
    for (const size of [1, 2, 3, 7, whole.length]) {
      const pieces = Array.from({ length: Math.ceil(whole.length / size) }, (_, i) =>
        whole.slice(i * size, (i + 1) * size),
      )
      const got: HostEvent[] = []
      await readEventStream(streamOf(pieces), (event) => got.push(event))
      expect(got).toEqual([sent, sent])
    }
  })
})

it('carries the bytes of Node’s buffers as any bytes', () => {
  const bytes = Uint8Array.of(0, 1, 255)
  expect(decodeWire(encodeWire({ kept: { bytes: Buffer.from(bytes) } }))).toEqual({ kept: { bytes } })
})

it('takes a long silence for the end of the stream', async () => {
  vi.useFakeTimers()
  let ended = false
  const silent = new ReadableStream<Uint8Array>({ start: (controller) => controller.enqueue(bytes(': here\n\n')) })
  void readEventStream(silent, () => {}).then(() => (ended = true))
  await vi.advanceTimersByTimeAsync(30_000)
  expect(ended).toBe(false)
  await vi.advanceTimersByTimeAsync(15_000)
  expect(ended).toBe(true)
})

describe('http transport', () => {
  it('stops trying, and says so, when the program no longer knows its key', async () => {
    vi.useFakeTimers()
    let asked = 0
    const transport = httpTransport('old', (async () => {
      asked++
      return new Response('', { status: 401 })
    }) as typeof fetch)
    const said: [boolean, boolean][] = []
    transport.onConnection((...state) => said.push(state))
    transport.listen(() => {})
    await vi.advanceTimersByTimeAsync(60_000)
    expect([asked, said]).toEqual([1, [[false, true]]])
  })

  it('sends a call with the token, and bytes unharmed both ways', async () => {
    const asked: { url: string; init: RequestInit }[] = []
    const transport = httpTransport('secret', (async (url, init) => {
      asked.push({ url: String(url), init: init as RequestInit })
      return new Response(encodeWire({ ok: true, value: { bytes: Uint8Array.of(9) } }))
    }) as typeof fetch)
    const files = [{ name: 'a.txt', bytes: Uint8Array.of(0, 128, 255) }]
    const result = await transport.call('document.import', { files })
    expect(result).toEqual({ ok: true, value: { bytes: Uint8Array.of(9) } })
    expect(asked.map(({ url }) => url)).toEqual(['/rpc'])
    expect(new Headers(asked[0]?.init.headers).get('x-bluepencil-token')).toBe('secret')
    expect(decodeWire(String(asked[0]?.init.body))).toEqual({ method: 'document.import', args: { files } })
  })

  it.each([
    [401, /no longer valid/],
    [413, /fewer or smaller/],
    [500, /try again/],
  ])('turns a refusal %d into a sentence', async (status, sentence) => {
    const transport = httpTransport('x', (async () => new Response('no', { status })) as typeof fetch)
    expect(await transport.call('app.info', {})).toMatchObject({ ok: false, error: { message: sentence } })
  })

  it('says when the program is gone and when it is back, once each', async () => {
    let up = false
    const transport = httpTransport('x', (async () => {
      if (!up) throw new TypeError('Failed to fetch')
      return new Response(encodeWire({ ok: true, value: {} }))
    }) as typeof fetch)
    const said: boolean[] = []
    transport.onConnection((connected) => said.push(connected))
    expect(await transport.call('app.info', {})).toMatchObject({ ok: false })
    await transport.call('app.info', {})
    up = true
    await transport.call('app.info', {})
    await transport.call('app.info', {})
    expect(said).toEqual([false, true])
  })

  it('asks for events again when the stream ends, and stops when nobody listens', async () => {
    vi.useFakeTimers()
    let streams = 0
    const transport = httpTransport('x', (async () => {
      streams += 1
      return new Response(streamOf([bytes(`data: ${encodeWire({ name: 'library.changed', payload: {} })}\n`)]))
    }) as typeof fetch)
    const got: string[] = []
    const stop = transport.listen((name) => got.push(name))
    await vi.advanceTimersByTimeAsync(600)
    expect(streams).toBeGreaterThan(1)
    expect(got.length).toBe(streams)
    stop()
    await vi.advanceTimersByTimeAsync(10_000)
    const then = streams
    await vi.advanceTimersByTimeAsync(10_000)
    expect(streams).toBe(then)
  })
})

describe('token', () => {
  it('is taken out of the address, kept for the tab, and found again after a reload', () => {
    const kept = new Map<string, string>()
    const replaced: string[] = []
    const page = (hash: string) =>
      ({
        location: { hash, pathname: '/', search: '' },
        history: { replaceState: (_: unknown, __: string, url: string) => replaced.push(url) },
        sessionStorage: {
          getItem: (key: string) => kept.get(key) ?? null,
          setItem: (key: string, value: string) => kept.set(key, value),
        },
      }) as unknown as Window
    expect(takeToken(page('#token=abc_-1'))).toBe('abc_-1')
    expect(replaced).toEqual(['/'])
    expect(takeToken(page(''))).toBe('abc_-1')
    expect(replaced).toEqual(['/'])
  })
})
