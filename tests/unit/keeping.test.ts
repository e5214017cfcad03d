import { generateKeyPairSync, sign } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openApp } from '../../src-main/shells/compose'
import { describeFault, openFaultLog } from '../../src-main/store/fault-log'
import { findUpdate } from '../../src-main/store/updates'

let folder: string
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'bluepencil-keeping-'))))
afterEach(() => rm(folder, { recursive: true, force: true }))
const clock = () => '2026-03-01T10:00:00.000Z'

function thrownBy(work: () => unknown): unknown {
  try {
    work()
  } catch (thrown) {
    return thrown
  }
  throw new Error('It was to throw.')
}

describe('the log of faults', () => {
  const ARTICLE = 'Nobody in Norvik was told'
  const faults: [string, unknown, RegExp][] = [
    ['JSON that quotes what it read', thrownBy(() => JSON.parse(`"${ARTICLE}`)), /^SyntaxError < /],
    ['an exception with the text in it', new Error(`wrong: ${ARTICLE}`), /^Error < .*keeping\.test\.ts:\d+:\d+/],
    [
      'a system error',
      Object.assign(new Error(`ENOENT ${ARTICLE}`), { code: 'ENOENT', syscall: 'open' }),
      /^Error ENOENT open/,
    ],
    ['a code that is the text', Object.assign(new Error(), { code: ARTICLE }), /^Error < /],
    ['a name that is the text', Object.assign(new Error('x'), { name: ARTICLE }), /keeping\.test/],
    ['no exception at all', ARTICLE, /^a string was thrown$/],
  ]
  test.each(faults)('holds no words of %s, and no folder', (_, thrown, expected) => {
    const described = describeFault(thrown)
    expect(described).toMatch(expected)
    expect(described).not.toMatch(/Norvik|\/|\\/)
  })

  test('is readable, names no file, and is turned over before it grows', async () => {
    const log = openFaultLog(join(folder, 'logs'), '1.2.3', clock)
    log.note('import of The mayor resigns.txt', new TypeError('x'))
    expect(log.read()).toMatch(/^2026-03-01T10:00:00\.000Z 1\.2\.3 import: TypeError < /)
    expect(log.read()).not.toContain('mayor')
    for (let n = 0; n < 4_000; n++) log.note('snapshot', new Error('x'))
    const names = await readdir(join(folder, 'logs'))
    expect(names.length).toBeGreaterThan(2)
    expect(names.length).toBeLessThanOrEqual(5)
    for (const name of names) expect((await stat(join(folder, 'logs', name))).size).toBeLessThan(300 * 1024)
    expect(log.read().length).toBeLessThanOrEqual(64 * 1024)
  })

  test('that cannot be written is no fault of its own', async () => {
    await writeFile(join(folder, 'file'), '')
    const log = openFaultLog(join(folder, 'file', 'logs'), '1.2.3', clock)
    expect(() => log.note('x', new Error('x'))).not.toThrow()
    expect(log.read()).toBe('')
  })
})

test('a report says what helps, and nothing that a person wrote or is called', async () => {
  const app = await openApp({
    home: folder,
    shell: { kind: 'browser', platform: 'linux', mayReadPaths: false },
    workers: 'inline',
  })
  const call = async (method: string, args: unknown = {}) => {
    const result = await app.dispatcher.call(method, args)
    if (!result.ok) throw new Error(result.error.message)
    return result.value as { text: string }
  }
  await call('settings.set', { author: { id: 'ida', name: 'Ida Brandt', initials: 'IB' } })
  const bytes = new TextEncoder().encode('Norvik mayor resigns\n\nNobody was told why.\n')
  await call('document.import', { files: [{ name: 'norvik.txt', bytes }] })
  openFaultLog(join(folder, 'logs'), '1.2.3', clock).note('detect', new RangeError('Norvik'))
  const { text } = await call('app.report')
  await app.close()
  expect(text).toMatch(/documents: 1\n[\s\S]*words in all: 7\n[\s\S]*theme: system\n[\s\S]*detect: RangeError/)
  expect(text).not.toMatch(/norvik|brandt|nobody was|mayor/i)
  expect(text).not.toContain(folder)
})

describe('looking for a newer release', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const source = {
    address: 'https://releases.example/release.json',
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
  }
  const release = (version: string) =>
    Buffer.from(
      JSON.stringify({
        format: 'bluepencil-release',
        version,
        date: '2026-03-01',
        notes: 'New.',
        page: 'https://releases.example/',
      }),
    )
  const signed = (content: Buffer, key = privateKey) => Buffer.from(sign(null, content, key).toString('base64'))
  const answering =
    (content: Buffer, signature: Buffer): typeof fetch =>
    async (address) =>
      new Response(new Uint8Array(String(address).endsWith('.sig') ? signature : content))

  test.each([
    ['0.1.0', '0.2.0', '0.2.0'],
    ['0.9.0', '0.10.0', '0.10.0'],
    ['0.2.0', '0.2.0', undefined],
    ['1.0.0', '0.9.9', undefined],
  ])('%s is told of %s: %s', async (ours, theirs, expected) => {
    const content = release(theirs)
    expect((await findUpdate(source, ours, answering(content, signed(content))))?.version).toBe(expected)
  })

  const stranger = generateKeyPairSync('ed25519').privateKey
  const good = release('9.0.0')
  const refusals: [string, typeof fetch, string][] = [
    ['a stranger’s signature', answering(good, signed(good, stranger)), 'damaged'],
    ['no signature', answering(good, Buffer.alloc(0)), 'damaged'],
    ['other words than were signed', answering(release('9.0.1'), signed(good)), 'damaged'],
    ['signed nonsense', answering(Buffer.from('null'), signed(Buffer.from('null'))), 'damaged'],
    ['more than a release can be', answering(Buffer.alloc(100_000), signed(good)), 'unreadable'],
    ['an error page', async () => new Response('no', { status: 404 }), 'unreadable'],
    ['nobody', async () => Promise.reject(new Error('offline')), 'unreadable'],
  ]
  test.each(refusals)('%s is not believed', async (_, get, code) => {
    await expect(findUpdate(source, '0.1.0', get)).rejects.toMatchObject({ code })
  })

  test('goes nowhere where the build names no place, and never by itself', async () => {
    const get = vi.spyOn(globalThis, 'fetch')
    await expect(findUpdate({ ...source, address: '' }, '0.1.0')).rejects.toMatchObject({ code: 'unsupported' })
    await expect(findUpdate({ ...source, address: 'http://plain.example/' }, '0.1.0')).rejects.toThrow()
    const app = await openApp({
      home: folder,
      shell: { kind: 'browser', platform: 'linux', mayReadPaths: false },
      workers: 'inline',
    })
    await app.dispatcher.call('app.info', {})
    await app.dispatcher.call('document.sample', {})
    await app.close()
    expect(get).not.toHaveBeenCalled()
  })

  test('the private key of a release is not in the repository', async () => {
    const { updates } = JSON.parse(await readFile('package.json', 'utf8')) as { updates: Record<string, string> }
    expect(Object.keys(updates)).toEqual(['address', 'publicKey'])
  })
})
