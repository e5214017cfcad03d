import { request as send, type IncomingHttpHeaders } from 'node:http'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { decodeWire, encodeWire } from '../../src-main/contract/wire'
import { serve } from '../../src-main/shells/browser/serve'
import { startBrowserServer, type BrowserServer } from '../../src-main/shells/browser/server'
import { readPageFiles } from '../../src-main/shells/page/files'

const TOKEN = 'a-token-that-only-the-printed-address-carries'
const called: { method: string; args: unknown; signal?: AbortSignal }[] = []
let server: BrowserServer
let folder: string
let emit: (name: 'notice', payload: unknown) => void = () => {}
let clock = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bluepencil-page-'))
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Blue Pencil</title>')
  await writeFile(join(folder, 'assets', 'main-1.js'), 'export {}')
  await writeFile(join(folder, 'assets', 'main-1.js.map'), '{}')
  await writeFile(join(folder, '.secret'), 'no')
  server = await startBrowserServer({
    dispatcher: {
      call: async (method, args, context) => {
        called.push({ method, args, signal: context?.signal })
        if (method === 'task.wait') await new Promise((resolve) => context?.signal?.addEventListener('abort', resolve))
        return { ok: true, value: args }
      },
    },
    on: (listener) => {
      emit = listener
      return () => {}
    },
    page: await readPageFiles(folder),
    token: TOKEN,
    port: 0,
    maxBody: 10_000,
    now: () => clock,
  })
})

afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: string
}

const own = () => `http://127.0.0.1:${server.port}`
const good = () => ({ origin: own(), 'content-type': 'application/json', 'x-bluepencil-token': TOKEN })

function ask(method: string, path: string, headers: Record<string, string | undefined>, body?: string) {
  const given = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined))
  return new Promise<Answer>((resolve, reject) => {
    const request = send({ host: '127.0.0.1', port: server.port, method, path, headers: given }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts).toString() }),
      )
    })
    request.on('error', reject)
    request.end(body)
  })
}

const call = (headers: Record<string, string | undefined>, body = '{"method":"app.info","args":{}}') =>
  ask('POST', '/rpc', { ...good(), ...headers }, body)

describe('what the browser shell refuses', () => {
  const refusals: [string, () => Promise<Answer>, number][] = [
    ['a host name rebound to this machine', () => call({ host: 'evil.example' }), 421],
    ['the right host with another port', () => call({ host: '127.0.0.1:1' }), 421],
    ['a file for a rebound host', () => ask('GET', '/', { host: 'evil.example' }), 421],
    ['a call from another site', () => call({ origin: 'https://evil.example' }), 403],
    ['a call from a sandboxed page', () => call({ origin: 'null' }), 403],
    ['a call that does not say where it comes from', () => call({ origin: undefined }), 403],
    ['a call that the browser marks as cross-site', () => call({ 'sec-fetch-site': 'cross-site' }), 403],
    [
      'a script of ours embedded elsewhere',
      () => ask('GET', '/assets/main-1.js', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }),
      403,
    ],
    [
      'the page in another site’s frame',
      () =>
        ask('GET', '/', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }),
      403,
    ],
    ['a form post', () => call({ 'content-type': 'application/x-www-form-urlencoded' }), 415],
    ['plain text, which needs no preflight', () => call({ 'content-type': 'text/plain' }), 415],
    ['a content type that only begins like JSON', () => call({ 'content-type': 'application/json-patch+json' }), 415],
    ['no content type', () => call({ 'content-type': undefined }), 415],
    ['no token', () => call({ 'x-bluepencil-token': undefined }), 401],
    ['a wrong token of the same length', () => call({ 'x-bluepencil-token': TOKEN.replace('a', 'b') }), 401],
    ['the beginning of the token', () => call({ 'x-bluepencil-token': TOKEN.slice(0, -1) }), 401],
    ['events without the token', () => ask('GET', '/events', {}), 401],
    ['the token with something after it', () => call({ 'x-bluepencil-token': `${TOKEN}x` }), 401],
    ['an empty token', () => call({ 'x-bluepencil-token': '' }), 401],
    ['events for a rebound host', () => ask('GET', '/events', { ...good(), host: 'evil.example' }), 421],
    ['events to another site', () => ask('GET', '/events', { ...good(), origin: 'https://evil.example' }), 403],
    ['events by POST', () => ask('POST', '/events', good()), 405],
    ['the token in the address', () => ask('GET', `/events?token=${TOKEN}`, {}), 401],
    ['a call by GET', () => ask('GET', '/rpc', good()), 405],
    ['a preflight', () => ask('OPTIONS', '/rpc', { ...good(), 'access-control-request-method': 'POST' }), 405],
    ['writing a file', () => ask('PUT', '/index.html', good(), 'x'), 405],
    ['a body over the limit', () => call({}, `{"method":"${'x'.repeat(20_000)}"}`), 413],
    ['a body that is not JSON', () => call({}, '{'), 400],
    ['a body that names no method', () => call({}, '{"args":{}}'), 400],
    ['a path out of the page', () => ask('GET', '/../../etc/passwd', {}), 404],
    ['the same in disguise', () => ask('GET', '/%2e%2e/%2e%2e/etc/passwd', {}), 404],
    ['a file of a type the page does not use', () => ask('GET', '/assets/main-1.js.map', {}), 404],
    ['a hidden file', () => ask('GET', '/.secret', {}), 404],
  ]

  test.each(refusals)('%s', async (_, attempt, status) => {
    clock += 120_000
    const before = called.length
    const answer = await attempt()
    expect(answer.status).toBe(status)
    expect(called.length).toBe(before)
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
    expect(answer.body).not.toContain(TOKEN)
  })

  test('a body over the limit that lies about its length', async () => {
    const status = await new Promise<number>((resolve) => {
      const request = send(
        { host: '127.0.0.1', port: server.port, method: 'POST', path: '/rpc', headers: good() },
        (response) => resolve(response.statusCode ?? 0),
      )
      request.on('error', () => {})
      for (let i = 0; i < 20; i++) request.write('x'.repeat(1_000))
    })
    expect(status).toBe(413)
  })

  test('many wrong tokens in a minute, while the right one still passes', async () => {
    clock += 120_000
    const statuses: number[] = []
    for (let i = 0; i < 25; i++) statuses.push((await call({ 'x-bluepencil-token': 'guess' })).status)
    expect([statuses[0], statuses[19], statuses[24]]).toEqual([401, 401, 429])
    expect((await call({})).status).toBe(200)
    clock += 61_000
    expect((await call({ 'x-bluepencil-token': 'guess' })).status).toBe(401)
  })
})

describe('what the browser shell answers', () => {
  test('the page, with every header that keeps it to itself', async () => {
    const answer = await ask('GET', '/?anything', {})
    expect(answer.body).toContain('<title>Blue Pencil</title>')
    expect(answer.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
    })
    expect(answer.headers['content-security-policy']).toMatch(/script-src 'self';.*require-trusted-types-for 'script'/)
    expect(answer.headers['content-security-policy']).not.toContain('unsafe')
  })

  test('a call, bytes and all', async () => {
    const args = { files: [{ name: 'a.txt', bytes: new Uint8Array([0, 255, 7]) }] }
    const answer = await call({}, encodeWire({ method: 'document.import', args }))
    expect(answer.status).toBe(200)
    expect(called.at(-1)).toMatchObject({ method: 'document.import', args })
    expect(decodeWire(answer.body)).toEqual({ ok: true, value: args })
  })

  test('events to a page that has the token', async () => {
    const response = await fetch(`${own()}/events`, { headers: { 'x-bluepencil-token': TOKEN } })
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    emit('notice', { message: 'Saved\n\ndata: not a new event', level: 'info' })
    let seen = ''
    while (!seen.includes('notice')) seen += (await reader?.read())?.value ?? ''
    await reader?.cancel()
    expect(seen).toBe(
      ': here\n\ndata: {"name":"notice","payload":{"message":"Saved\\n\\ndata: not a new event","level":"info"}}\n\n',
    )
  })

  test('a page that goes away ends what it had asked for', async () => {
    const away = new AbortController()
    const asked = fetch(`${own()}/rpc`, {
      method: 'POST',
      headers: good(),
      body: '{"method":"task.wait"}',
      signal: away.signal,
    })
    await expect.poll(() => called.at(-1)?.method).toBe('task.wait')
    away.abort()
    await expect(asked).rejects.toThrow()
    await expect.poll(() => called.at(-1)?.signal?.aborted).toBe(true)
  })
})

describe('the program behind it', () => {
  test('has a token of 256 bits that stands only in the fragment, and takes no paths', async () => {
    const home = await mkdtemp(join(tmpdir(), 'bluepencil-serve-'))
    const said = [vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write')]
    const servings = [
      await serve({ home: join(home, 'a'), page: folder }),
      await serve({ home: join(home, 'b'), page: folder }),
    ]
    try {
      const tokens = servings.map(({ url }) => /^http:\/\/127\.0\.0\.1:\d+\/#token=([\w-]+)$/.exec(url)?.[1] ?? '')
      expect(tokens.map((token) => Buffer.from(token, 'base64url').length)).toEqual([32, 32])
      expect(tokens[0]).not.toBe(tokens[1])
      const { origin } = new URL(servings[0]?.url ?? '')
      const answer = await fetch(`${origin}/rpc`, {
        method: 'POST',
        headers: { ...good(), origin, 'x-bluepencil-token': tokens[0] ?? '' },
        body: encodeWire({ method: 'document.import', args: { files: [{ name: 'x', path: '/etc/hostname' }] } }),
      })
      expect(decodeWire(await answer.text())).toMatchObject({ value: [{ error: { code: 'not-allowed' } }] })
      for (const stream of said)
        for (const [text] of stream.mock.calls) for (const token of tokens) expect(String(text)).not.toContain(token)
    } finally {
      for (const serving of servings) await serving.close()
      await rm(home, { recursive: true, force: true })
    }
  })

  test('answers on this machine alone', async () => {
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((one) => one?.family === 'IPv4' && !one.internal)?.address
    if (outside === undefined) return
    await expect(fetch(`http://${outside}:${server.port}/`)).rejects.toThrow()
  })
})

test('a page that was never built is said in a sentence', async () => {
  await expect(readPageFiles(join(folder, 'nowhere'))).rejects.toThrow(/Build it first: npm run build/)
})
