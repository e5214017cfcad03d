import { mkdir, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Args, Method, Value } from '../../src-main/contract/api'
import type { App } from '../../src-main/services/app'
import type { Shell } from '../../src-main/services/ports'
import { openApp } from '../../src-main/shells/compose'

const AUTHOR = { id: 'anna', name: 'Anna Berg', initials: 'AB' }
const bytes = (text: string) => new TextEncoder().encode(text)
let home: string
let app: App
const faults: unknown[] = []

async function start(shell: Partial<Shell> = {}): Promise<App> {
  return openApp({
    home,
    shell: { kind: 'browser', platform: 'test', mayReadPaths: true, ...shell },
    workers: 'inline',
    onFault: (where, thrown) => faults.push([where, thrown]),
  })
}

async function call<M extends Method>(method: M, args: Args<M>): Promise<Value<M>> {
  const result = await app.dispatcher.call(method, args)
  if (!result.ok) throw Object.assign(new Error(result.error.message + (result.error.detail ?? '')), result.error)
  return result.value as Value<M>
}

beforeEach(async () => {
  faults.length = 0
  home = await mkdtemp(join(tmpdir(), 'bluepencil-services-'))
  app = await start()
})
afterEach(async () => {
  await app.close()
  await rm(home, { recursive: true, force: true })
  expect(faults).toEqual([])
})

const STORY = 'The harbour closed in March, the council said.\n\nNobody in the town was told why.\n'

async function importStory(text = STORY, name = 'story.txt') {
  const [imported] = await call('document.import', { files: [{ name, bytes: bytes(text) }] })
  if (!imported?.document) throw new Error(`${imported?.error?.message} ${imported?.error?.detail ?? ''}`)
  return imported.document
}

async function problem<M extends Method>(method: M, args: Args<M>) {
  const result = await app.dispatcher.call(method, args)
  return result.ok ? undefined : result.error
}

const claim = (document: string, start = 0, end = 28) =>
  call('review.do', { document, command: { op: 'claim', start, end } })

describe('work', () => {
  test('is there after a restart, undo and redo included, without a catalogue too', async () => {
    await call('settings.set', { author: AUTHOR })
    const { id } = await importStory()
    await claim(id)
    await call('review.do', { document: id, command: { op: 'flag', start: 48, end: 60, severity: 'must-fix' } })
    await call('review.undo', { document: id })
    await call('document.describe', { id, title: 'Harbour shut', byline: 'Ida Brandt' })
    const before = await call('document.open', { id })
    const listed = await call('library.list', {})
    await app.close()
    await rm(join(home, 'Blue Pencil', 'catalogue.json'))
    await rm(join(home, 'Blue Pencil', 'detections'), { recursive: true })

    app = await start()
    expect(await call('library.list', {})).toEqual(listed)
    const after = await call('document.open', { id })
    expect(after.review).toEqual(before.review)
    expect(after.document).toMatchObject({ title: 'Harbour shut', byline: 'Ida Brandt' })
    expect(after.history).toEqual({ undo: 'claim', redo: 'flag' })
    expect((await call('review.redo', { document: id })).history).toEqual({ undo: 'flag' })
    const [summary] = await call('library.list', {})
    expect(summary).toMatchObject({ title: 'Harbour shut', verdict: 'in-review', counts: { claims: 1, mustFix: 1 } })
  })

  test('is signed, so it waits until somebody has said who they are', async () => {
    const { id } = await importStory()
    expect(await problem('review.do', { document: id, command: { op: 'highlight', start: 0, end: 3 } })).toMatchObject({
      code: 'bad-request',
      message: expect.stringMatching(/^Tell Blue Pencil your name first/) as string,
    })
    expect((await call('document.open', { id })).review.annotations).toEqual([])
  })

  test('is told to everybody who listens', async () => {
    await call('settings.set', { author: AUTHOR })
    const { id } = await importStory()
    const heard: string[] = []
    const stop = app.on((name) => heard.push(name))
    await claim(id)
    await call('library.list', {})
    stop()
    await claim(id)
    expect(heard).toEqual(['document.changed', 'library.changed'])
  })

  test('by many hands at once is kept in full, in one order', async () => {
    await call('settings.set', { author: AUTHOR })
    const { id } = await importStory()
    await Promise.all(Array.from({ length: 40 }, (_, n) => claim(id, n, n + 1)))
    await app.close()
    app = await start()
    expect((await call('document.open', { id })).review.annotations).toHaveLength(40)
  })

  test('on more documents than are kept in memory loses nothing', async () => {
    await call('settings.set', { author: AUTHOR })
    const texts = Array.from({ length: 40 }, (_, n) => ({ name: `${n}.txt`, bytes: bytes(`${STORY} ${n}`) }))
    const ids = (await call('document.import', { files: texts })).map((one) => one.document?.id ?? '')
    for (let round = 0; round < 3; round++) await Promise.all(ids.map((id) => claim(id, round, round + 2)))
    await app.close()
    app = await start()
    for (const id of ids) expect((await call('document.open', { id })).review.annotations).toHaveLength(3)
  })

  test.each(['deleted', 'cut', 'replaced'])('goes on, whole, when its files are %s from outside', async (how) => {
    await call('settings.set', { author: AUTHOR })
    const { id } = await importStory()
    for (const start of [0, 1, 2]) await claim(id, start, start + 2)
    const file = (ending: string) => join(home, 'Blue Pencil', 'documents', `${id}.${ending}`)
    if (how === 'deleted') await rm(file('journal'))
    if (how === 'cut') await truncate(file('journal'), 20)
    if (how === 'replaced') await writeFile(file('json'), 'null')
    for (const start of [3, 4]) await claim(id, start, start + 2)
    await app.close()
    app = await start()
    expect((await call('document.open', { id })).review.annotations).toHaveLength(5)
    expect((await call('library.verify', {})).problems).toEqual([])
  })

  test('that was repaired behind the scenes is told to whoever opens the document', async () => {
    const { id } = await importStory()
    await app.close()
    await writeFile(join(home, 'Blue Pencil', 'documents', `${id}.json`), 'null')
    app = await start()
    await call('library.list', {})
    expect((await call('document.open', { id })).notices.join()).toMatch(/damaged.*backup/)
    expect((await call('document.open', { id })).notices).toEqual([])
  })
})

describe('import', () => {
  test('notices what is there already, and takes it out of the trash', async () => {
    const first = await importStory()
    const again = await call('document.import', { files: [{ name: 'other-name.txt', bytes: bytes(STORY) }] })
    expect(again).toMatchObject([{ duplicate: true, document: { id: first.id, fileName: 'story.txt' } }])
    expect((await call('document.trash', { id: first.id })).trashed).toBe(true)
    const restored = await call('document.import', { files: [{ name: 'story.txt', bytes: bytes(STORY) }] })
    expect(restored).toMatchObject([{ duplicate: true, document: { id: first.id, trashed: false } }])
    expect(await call('library.list', {})).toHaveLength(1)
  })

  test('of one file by two callers at once adds it once', async () => {
    const files = [{ name: 'story.txt', bytes: bytes(STORY) }]
    const both = await Promise.all([call('document.import', { files }), call('document.import', { files })])
    expect(both.map(([one]) => one?.duplicate ?? false).sort()).toEqual([false, true])
    expect(await call('library.list', {})).toHaveLength(1)
  })

  test('of a folder takes what can be read and says what cannot', async () => {
    await mkdir(join(home, 'in', 'deeper'), { recursive: true })
    await writeFile(join(home, 'in', 'a.txt'), STORY)
    await writeFile(join(home, 'in', 'deeper', 'empty.txt'), '')
    await writeFile(join(home, 'in', 'deeper', 'picture.png'), Buffer.from('89504e470d0a1a0a0000', 'hex'))
    const imported = await call('document.import', { files: [{ name: 'in', path: join(home, 'in') }] })
    expect(imported.map((one) => [one.fileName, one.error?.code])).toEqual([
      ['a.txt', undefined],
      ['empty.txt', 'empty'],
      ['picture.png', 'unsupported'],
    ])
    expect(await readFile(join(home, 'Blue Pencil', 'originals', imported[0]?.document?.sha256 ?? ''), 'utf8')).toBe(
      STORY,
    )
  })

  test('by path is for shells that may', async () => {
    await app.close()
    app = await start({ mayReadPaths: false })
    expect(await call('document.import', { files: [{ name: 'x', path: '/etc/hostname' }] })).toMatchObject([
      { error: { code: 'not-allowed' } },
    ])
    expect(await problem('attachment.add', { file: { name: 'x', path: '/etc/hostname' } })).toMatchObject({
      code: 'not-allowed',
    })
  })

  test('stops when it is told to, and keeps what it had finished', async () => {
    const files = Array.from({ length: 5 }, (_, n) => ({ name: `${n}.txt`, bytes: bytes(`${STORY} ${n}`) }))
    const stop = app.on((name, payload) => {
      if (name === 'task.progress' && (payload as { done: number }).done === 2) void call('task.cancel', { task: 't' })
    })
    expect(await problem('document.import', { files, task: 't' })).toMatchObject({ code: 'cancelled' })
    stop()
    const { length } = await call('library.list', {})
    expect(length).toBeGreaterThanOrEqual(2)
    expect(length).toBeLessThan(5)
  })

  test('gives the sample story once', async () => {
    const sample = await call('document.sample', {})
    expect((await call('document.sample', {})).id).toBe(sample.id)
    expect(sample.counts.suggestions).toBeGreaterThan(0)
  })
})

describe('search', () => {
  test.each([
    ['harbour council', ['text']],
    ['HARBOR', ['text']],
    ['haven', []],
    ['"council said"', ['text']],
    ['"said council"', []],
    ['told wh', ['text']],
    ['zoe', ['claim']],
    ['minutes', ['source']],
    ['', []],
  ])('for %s', async (query, where) => {
    await call('settings.set', { author: AUTHOR })
    const { id } = await importStory()
    const command = { op: 'claim' as const, start: 0, end: 28, note: 'Ask Zoë.' }
    await call('review.do', { document: id, command })
    await call('review.do', { document: id, command: { op: 'source', citation: 'Minutes of 3 March' } })
    const hits = await call('library.search', { query })
    const found = hits.filter((hit) => hit.where !== 'title')
    expect(found.map((hit) => hit.where)).toEqual(where)
    for (const { snippet, matches } of found)
      expect(matches.map(([start, end]) => snippet.slice(start, end))).not.toContain('')
  })

  test('finds a place in the text, and nothing in the trash', async () => {
    const { id } = await importStory(`${STORY}\n北京的港口关闭了。\n`)
    const [hit] = await call('library.search', { query: '港口' })
    const { document } = await call('document.open', { id })
    expect(document.text.slice(hit?.start, hit?.end)).toBe('港口')
    expect(hit?.snippet.slice(...(hit.matches[0] ?? []))).toBe('港口')
    await call('document.trash', { id })
    expect(await call('library.search', { query: '港口' })).toEqual([])
  })
})

describe('what goes out', () => {
  test('is handed over by the shell’s dialog, or as bytes', async () => {
    const { id } = await importStory()
    const plain = await call('document.export', { id, format: 'txt' })
    expect(new TextDecoder().decode(plain.bytes)).toContain('Nobody in the town was told why.')
    await app.close()
    const answers = ['/saved/here.txt', undefined]
    app = await start({ saveFile: async () => answers.shift() })
    expect(await call('document.export', { id, format: 'txt' })).toMatchObject({ savedTo: '/saved/here.txt' })
    expect(await call('document.export', { id, format: 'txt' })).toMatchObject({ cancelled: true })
  })

  test('are links that are safe to open', async () => {
    const opened: string[] = []
    await app.close()
    app = await start({ openLink: async (url) => opened.push(url) > 0 })
    for (const url of ['javascript:alert(1)', 'file:///etc/passwd', 'no address', 'https://example.org/a'])
      await problem('link.open', { url })
    expect(opened).toEqual(['https://example.org/a'])
  })

  test('is the log of decisions, to measure the detectors with', async () => {
    await call('settings.set', { author: AUTHOR })
    const { id } = await call('document.sample', {})
    const { detection } = await call('document.open', { id })
    const [first, second] = detection.suggestions
    if (!first || !second) throw new Error('The sample has too few suggestions.')
    await call('review.do', { document: id, command: { op: 'accept', suggestion: first } })
    await call('review.do', { document: id, command: { op: 'dismiss', suggestion: second, reason: 'known' } })
    const { bytes: log } = await call('document.log', { id })
    const lines = new TextDecoder()
      .decode(log)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object)
    expect(lines).toMatchObject([
      { outcome: 'accepted', suggestion: { key: first.key } },
      { outcome: 'dismissed', reason: 'known', suggestion: { key: second.key } },
    ])
  })
})

describe('a package', () => {
  async function packed(): Promise<Uint8Array> {
    await call('settings.set', { author: AUTHOR })
    const { id } = await importStory()
    await claim(id)
    const attachment = await call('attachment.add', { file: { name: 'minutes.pdf', bytes: bytes('%PDF minutes') } })
    await call('review.do', { document: id, command: { op: 'source', citation: 'Minutes', attachment } })
    return (await call('library.export', {})).bytes ?? new Uint8Array()
  }

  async function elsewhere<T>(work: () => Promise<T>): Promise<T> {
    await app.close()
    const usual = home
    home = join(usual, 'elsewhere')
    app = await start()
    const result = await work()
    await app.close()
    home = usual
    app = await start()
    return result
  }

  test('carries documents with all that was done to them, and adds them once', async () => {
    const bytes = await packed()
    const [here] = await call('library.list', {})
    const opened = await call('document.open', { id: here?.id ?? '' })
    await elsewhere(async () => {
      const file = { name: 'library.bluepencil', bytes }
      expect(await call('library.import', { file })).toMatchObject([{ document: { id: here?.id } }])
      const there = await call('document.open', { id: here?.id ?? '' })
      expect(there.review).toEqual(opened.review)
      expect(there.history).toEqual(opened.history)
      await call('settings.set', { author: AUTHOR })
      // What was taken back is not brought again by a copy from before.
      await call('review.undo', { document: there.document.id })
      const [again] = await call('document.import', { files: [file] })
      expect([again?.duplicate, again?.merged]).toEqual([true, undefined])
      expect((await call('document.open', { id: there.document.id })).review.sources).toEqual([])
      await call('review.redo', { document: there.document.id })
      expect((await call('document.open', { id: there.document.id })).review.sources).toHaveLength(1)
      expect((await call('library.verify', {})).problems).toEqual([])
    })
  })

  const spoilings: [string, (entries: Record<string, Uint8Array>) => Zippable, string][] = [
    ['another text under the old hash', (e) => mapped(e, /^documents/, () => strToU8('{}')), 'damaged'],
    [
      'a missing entry',
      (e) => Object.fromEntries(Object.entries(e).filter(([name]) => !/^orig/.test(name))),
      'damaged',
    ],
    ['a name that climbs out', (e) => ({ ...e, '../../evil.json': strToU8('x') }), 'unsupported'],
    ['an absolute name', (e) => ({ ...e, '/etc/evil': strToU8('x') }), 'unsupported'],
    ['a bomb', (e) => ({ ...e, [`attachments/${'a'.repeat(64)}`]: new Uint8Array(64 * 1024 * 1024) }), 'too-large'],
    ['no manifest', (e) => mapped(e, /^manifest/, () => strToU8('{"format":"other"}')), 'unsupported'],
    ['a newer format', (e) => mapped(e, /^manifest/, newer), 'newer-version'],
  ]
  test.each(spoilings)('with %s is refused, and the library is as it was', async (_, spoil, code) => {
    const spoilt = zipSync(spoil(unzipSync(await packed())))
    await elsewhere(async () => {
      const result = await app.dispatcher.call('library.import', { file: { name: 'p.bluepencil', bytes: spoilt } })
      const said = result.ok ? (result.value as Value<'library.import'>)[0]?.error : result.error
      expect(said?.code).toBe(code)
      expect(await call('library.list', {})).toEqual([])
      expect((await call('library.verify', {})).problems).toEqual([])
    })
  })

  function mapped(
    entries: Record<string, Uint8Array>,
    name: RegExp,
    change: (bytes: Uint8Array) => Uint8Array,
  ): Zippable {
    return Object.fromEntries(
      Object.entries(entries).map(([key, value]) => [key, name.test(key) ? change(value) : value]),
    )
  }
  function newer(manifest: Uint8Array): Uint8Array {
    return strToU8(new TextDecoder().decode(manifest).replace('"version": 1', '"version": 2'))
  }
})
