import fc from 'fast-check'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Args, Method, Value } from '../../src-main/contract/api'
import type { SingleCommand } from '../../src-main/contract/commands'
import type { Author, Review } from '../../src-main/contract/entities'
import { filingOf } from '../../src-main/core/review/filing'
import { mergeReviews } from '../../src-main/core/review/merge'
import { planCommand } from '../../src-main/core/review/plan'
import { selectReview } from '../../src-main/core/review/select'
import { applyChange, emptyReview, reviewState, toReview } from '../../src-main/core/review/state'
import type { App } from '../../src-main/services/app'
import { tag as tagFromTerminal } from '../../src-main/shells/cli/tag'
import { openApp } from '../../src-main/shells/compose'

const INES: Author = { id: 'ines', name: 'Ines Roth', initials: 'IR' }
const OTTO: Author = { id: 'otto', name: 'Otto Lind', initials: 'OL' }

interface Step {
  readonly author: Author
  readonly minute: number
  readonly command: SingleCommand
}

/** What comes of a review when somebody does these one after the other. */
function after(review: Review, steps: readonly Step[]): Review {
  const state = reviewState(review)
  for (const { author, minute, command } of steps) {
    const now = new Date(Date.UTC(2026, 2, 1, 10, minute)).toISOString()
    applyChange(state, planCommand(state, { text: '', revision: 1 }, command, { author, now, newId: () => 'id' }))
  }
  return toReview(state)
}

const NEW = emptyReview('doc1')
const filed = ({ labels }: Review) => filingOf(labels ?? [])
const step = (author: Author) =>
  fc
    .record({
      command: fc.oneof(
        fc.constantFrom('Council', 'Health', '').map((folder) => ({ op: 'file', folder }) as const),
        fc.constantFrom('wire', 'Wire', ' wire  ', 'late').map((name) => ({ op: 'tag', name }) as const),
        fc.constantFrom('WIRE', 'late').map((name) => ({ op: 'untag', name }) as const),
      ),
    })
    .map(({ command }) => ({ author, command }))
/** One after the other, as a clock has it. */
const timed = (steps: readonly Omit<Step, 'minute'>[], from: number): Step[] =>
  steps.map((one, index) => ({ ...one, minute: from + index }))

describe('filing', () => {
  test.each<[string, SingleCommand[], ReturnType<typeof filingOf>]>([
    ['a folder and tags', [file('Council'), tag('wire'), tag('late')], { folder: 'Council', tags: ['late', 'wire'] }],
    ['one folder at a time', [file('Council'), file('Health')], { folder: 'Health', tags: [] }],
    ['out of a folder', [file('Council'), file('')], { folder: undefined, tags: [] }],
    ['spaces evened out', [file('  Town   hall '), tag(' a  b')], { folder: 'Town hall', tags: ['a b'] }],
    ['the same tag with other capitals is one', [tag('Wire'), tag('WIRE')], { folder: undefined, tags: ['WIRE'] }],
    ['a tag taken away', [tag('Wire'), untag('wire')], { folder: undefined, tags: [] }],
    ['and given again in the same minute', [tag('a'), untag('a'), tag('a')], { folder: undefined, tags: ['a'] }],
  ])('%s', (_, commands, expected) => {
    const done = commands.map((command) => ({ author: INES, minute: 0, command }))
    const review = after(NEW, done)
    expect(filed(review)).toEqual(expected)
    expect(filed(mergeReviews(review, review))).toEqual(expected)
  })

  test('apart and merged is the same in both orders, and what one did last stands', () => {
    fc.assert(
      fc.property(fc.array(step(INES)), fc.array(step(OTTO)), fc.array(step(OTTO)), (before, hers, his) => {
        const base = after(NEW, timed(before, 0))
        const one = after(base, timed(hers, 20))
        const other = after(base, timed(his, 40))
        expect(mergeReviews(one, other)).toEqual(mergeReviews(other, one))
        expect(filed(mergeReviews(base, one))).toEqual(filed(one))
      }),
      { numRuns: 60 },
    )
  })

  test('is not in a file that goes to somebody else', () => {
    const review = after(NEW, [{ author: INES, minute: 0, command: tag('legal trouble') }])
    expect(JSON.stringify(selectReview(review, {}))).not.toContain('legal trouble')
  })
})

describe('a library', () => {
  let home: string
  let app: App
  const start = async () =>
    (app = await openApp({
      home,
      shell: { kind: 'browser', platform: 'test', mayReadPaths: true },
      workers: 'inline',
    }))
  async function call<M extends Method>(method: M, args: Args<M>): Promise<Value<M>> {
    const result = await app.dispatcher.call(method, args)
    if (!result.ok) throw new Error(result.error.message + (result.error.detail ?? ''))
    return result.value as Value<M>
  }
  async function add(name: string): Promise<string> {
    const bytes = new TextEncoder().encode(`${name}\n\nThe ferry was late, the crew said.\n`)
    const [imported] = await call('document.import', { files: [{ name: `${name}.txt`, bytes }] })
    return imported?.document?.id ?? ''
  }
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'bluepencil-filing-'))
    await start()
  })
  afterEach(async () => {
    await app.close()
    await rm(home, { recursive: true, force: true })
  })

  test('files many at once, says which it could not, keeps it over a restart and a lost catalogue, and undoes it', async () => {
    const ids = [await add('Ferry'), await add('Quay')]
    const { documents, failed } = await call('library.file', {
      ids: [...ids, 'nobody'],
      filing: { folder: 'Council', tag: ['wire'] },
    })
    expect(documents.map(({ folder, tags }) => [folder, tags])).toEqual([
      ['Council', ['wire']],
      ['Council', ['wire']],
    ])
    expect(failed).toMatchObject([{ id: 'nobody' }])
    await app.close()
    await rm(join(home, 'Blue Pencil', 'catalogue.json'))
    await start()
    expect((await call('library.list', {})).map(({ folder }) => folder)).toEqual(['Council', 'Council'])
    await call('review.undo', { document: ids[0] ?? '' })
    const [undone] = (await call('library.list', {})).filter(({ id }) => id === ids[0])
    expect(undone).not.toHaveProperty('folder')
    expect(undone).not.toHaveProperty('tags')
  })

  test('goes with a package, and what somebody did to it elsewhere comes back with theirs', async () => {
    const ids = [await add('Ferry')]
    await call('library.file', { ids, filing: { folder: 'Council', tag: ['wire', 'late'] } })
    const own = home
    const packed = async () => ({ name: 'all.bluepencil', bytes: (await call('library.export', {})).bytes })
    const elsewhere = async (work: () => Promise<void>) => {
      await app.close()
      home = await mkdtemp(join(tmpdir(), 'bluepencil-filing-'))
      await start()
      await work()
      await app.close()
      await rm(home, { recursive: true, force: true })
      home = own
      await start()
    }
    const filing = async () => (await call('library.list', {})).map(({ folder, tags }) => ({ folder, tags }))
    const file = await packed()
    let back = file
    await elsewhere(async () => {
      await call('library.import', { file })
      expect(await filing()).toEqual([{ folder: 'Council', tags: ['late', 'wire'] }])
      await call('library.file', { ids, filing: { folder: 'Port', untag: ['wire'] } })
      back = await packed()
    })
    const [merged] = await call('library.import', { file: back })
    expect(merged).toMatchObject({ merged: true, notices: ['Its folder or tags were changed.'] })
    expect(await filing()).toEqual([{ folder: 'Port', tags: ['late'] }])
    // The older copy brings nothing back.
    await call('library.import', { file })
    expect(await filing()).toEqual([{ folder: 'Port', tags: ['late'] }])
  })

  test('is filed from the terminal, too, and listed by folder and tag', async () => {
    const ids = [await add('Ferry'), await add('Quay')]
    await app.close()
    const folder = join(home, 'Blue Pencil')
    expect(
      await tagFromTerminal([ids[0] ?? '', 'nobody'], { library: folder, add: ['wire'], author: 'Ines Roth' }),
    ).toBe(4)
    expect(await tagFromTerminal(ids, { library: folder, folder: 'Port' })).toBe(0)
    expect(await tagFromTerminal(ids, { library: folder })).toBe(2)
    await start()
    const listed = await call('library.list', {})
    expect(listed.map(({ folder }) => folder)).toEqual(['Port', 'Port'])
    expect(listed.find(({ id }) => id === ids[0])?.tags).toEqual(['wire'])
  })

  test('does nothing, and writes nothing, where a document is filed there already', async () => {
    const id = await add('Ferry')
    const filing = { tag: ['wire'], folder: 'Council', trashed: false }
    await call('library.file', { ids: [id], filing })
    const journal = join(home, 'Blue Pencil', 'documents', `${id}.journal`)
    const once = await readFile(journal, 'utf8')
    expect(once).toContain('Council')
    await call('library.file', { ids: [id], filing })
    expect(await readFile(journal, 'utf8')).toBe(once)
  })
})

function file(folder: string): SingleCommand {
  return { op: 'file', folder }
}
function tag(name: string): SingleCommand {
  return { op: 'tag', name }
}
function untag(name: string): SingleCommand {
  return { op: 'untag', name }
}
