import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Method, Value } from '../../src-main/contract/api'
import { openApp } from '../../src-main/shells/compose'

/** Libraries as released versions left them, settings and package included. One of each, kept for ever. */
const VERSIONS = ['0.1.0']
const GOLDEN = join(import.meta.dirname, 'golden')
const FERRY = '7ad6fccd-eb2c-4f54-bd3a-6e03d2ff26c9'

let home: string
beforeEach(async () => (home = await mkdtemp(join(tmpdir(), 'bluepencil-upgrade-'))))
afterEach(() => rm(home, { recursive: true, force: true }))

async function using<T>(work: (call: <M extends Method>(method: M, args: object) => Promise<Value<M>>) => Promise<T>) {
  const app = await openApp({
    home,
    library: join(home, 'library'),
    shell: { kind: 'browser', platform: 'linux', mayReadPaths: false },
    workers: 'inline',
  })
  try {
    return await work(async (method, args) => {
      const result = await app.dispatcher.call(method, args)
      if (!result.ok) throw new Error(`${method}: ${result.error.message}`)
      return result.value as never
    })
  } finally {
    await app.close()
  }
}

/** Everything that was done to the story in the first version, half of it in the journal alone. */
const REVIEWED = {
  document: { title: 'Ferry stays in port' },
  review: {
    annotations: expect.arrayContaining([
      expect.objectContaining({ kind: 'highlight', note: 'Check: third or fourth? 🖋' }),
      expect.objectContaining({ kind: 'claim', citations: [expect.objectContaining({ stance: 'supports' })] }),
      expect.objectContaining({ kind: 'flag', reason: 'vague-attribution' }),
    ]) as unknown,
    replies: [expect.objectContaining({ body: 'Third, the timetable says.' })],
    sources: [expect.objectContaining({ citation: 'Passenger counts of the company, spring', confidential: true })],
    verdicts: [expect.objectContaining({ value: 'changes-needed', note: 'One source is missing.' })],
    removals: [],
  },
  notices: [],
}

describe.each(VERSIONS)('what version %s left', (version) => {
  const golden = join(GOLDEN, `library-${version}`)

  test('opens with every edit, verifies clean, takes edits, and undoes what was done then', async () => {
    await cp(golden, home, { recursive: true })
    await using(async (call) => {
      const verified = await call('library.verify', {})
      expect(verified.problems).toEqual([])
      expect((await call('settings.get', {})).author?.name).toBe('Anna Berg')
      const listed = await call('library.list', {})
      expect(listed.map(({ title, trashed }) => `${title}${trashed ? ', in the trash' : ''}`).sort()).toEqual([
        'Ferry stays in port',
        'Harbour crane sold',
        'School roof to be mended, in the trash',
      ])
      const opened = await call('document.open', { id: FERRY })
      expect(opened).toMatchObject(REVIEWED)
      expect(opened.readOnly).toBeUndefined()
      for (const { anchor } of opened.review.annotations)
        expect(opened.document.text.slice(anchor.start, anchor.end)).toBe(anchor.exact)
      expect(opened.history).toEqual({ undo: 'verdict', redo: 'remove' })
      await call('review.undo', { document: FERRY })
      await call('review.do', { document: FERRY, command: { op: 'highlight', start: 0, end: 5 } })
    })
    await using(async (call) => {
      const { review, notices } = await call('document.open', { id: FERRY })
      // A verdict that was taken back is one that says nothing: a merge with an older copy does not bring it again.
      const undone = [expect.objectContaining({ value: 'in-review', note: '' })]
      expect([review.verdicts, review.annotations.length, notices]).toEqual([undone, 5, []])
      expect((await call('library.verify', {})).problems).toEqual([])
    })
  })

  test('is still there, byte for byte, among the backups', async () => {
    await cp(golden, home, { recursive: true })
    const path = join('library', 'documents', `${FERRY}.json`)
    const before = JSON.parse(await readFile(join(golden, path), 'utf8')) as { payload: { number: number } }
    await using((call) => call('review.do', { document: FERRY, command: { op: 'highlight', start: 0, end: 5 } }))
    const folder = join(home, 'library', 'backups', FERRY)
    const kept = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')))
    expect(kept.map((text) => JSON.parse(text) as unknown)).toContainEqual(before)
  })

  test('comes out of its package whole', async () => {
    const bytes = await readFile(join(golden, 'library.bluepencil'))
    await using(async (call) => {
      const imported = await call('library.import', { file: { name: 'old.bluepencil', bytes: new Uint8Array(bytes) } })
      expect(imported.map(({ error }) => error)).toEqual([undefined, undefined, undefined])
      expect(await call('document.open', { id: FERRY })).toMatchObject(REVIEWED)
    })
  })
})
