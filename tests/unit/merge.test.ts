import fc from 'fast-check'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Args, Method, Value } from '../../src-main/contract/api'
import type { Author, Comment, Removal, Review } from '../../src-main/contract/entities'
import { mergeReviews } from '../../src-main/core/review/merge'
import { mergeNotes } from '../../src-main/core/review/merge-notes'
import { selectReview } from '../../src-main/core/review/select'
import { reviewState } from '../../src-main/core/review/state'
import { anchorAt } from '../../src-main/core/text/selectors'
import type { App } from '../../src-main/services/app'
import { mergePackages } from '../../src-main/shells/cli/merge'
import { openApp } from '../../src-main/shells/compose'
import { annotate, documentOf, reviewOf, sourceOf } from '../support/review-fixture'

const INES: Author = { id: 'ines', name: 'Ines Roth', initials: 'IR' }
const OTTO: Author = { id: 'otto', name: 'Otto Lind', initials: 'OL' }
const TEXT = 'The harbour wall was closed on Monday. Nobody asked why.'
const time = (minute: number) => new Date(Date.UTC(2026, 2, 1, 10, minute)).toISOString()

const people = fc.constantFrom(INES, OTTO)
const comment = fc
  .record({ id: fc.nat(5), minute: fc.nat(6), note: fc.constantFrom('a', 'b', 'cc'), author: people })
  .map(
    ({ id, minute, note, author }): Comment =>
      ({
        ...annotate('comment', TEXT, 'wall'),
        id: `c${id}`,
        note,
        author,
        createdAt: time(0),
        updatedAt: time(minute),
      }) as Comment,
  )
const removal = fc
  .record({ id: fc.nat(5), minute: fc.nat(6), author: people })
  .map(({ id, minute, author }): Removal => ({ id: `c${id}`, author, createdAt: time(0), updatedAt: time(minute) }))
const verdict = fc.record({ minute: fc.nat(6), author: people }).map(({ minute, author }) => ({
  id: `v-${author.id}-${minute % 2}`,
  value: 'cleared' as const,
  note: '',
  author,
  createdAt: time(0),
  updatedAt: time(minute),
}))
/** A review as one of several people may have it; each alone is what merging it with nothing gives. */
const review = fc
  .record({ annotations: fc.array(comment), removals: fc.array(removal), verdicts: fc.array(verdict) })
  .map((parts): Review => mergeReviews(reviewOf([], parts), reviewOf([])))

describe('merging reviews', () => {
  test('gives the same whoever merges with whom first, and how often', () => {
    fc.assert(
      fc.property(review, review, review, (a, b, c) => {
        const ab = mergeReviews(a, b)
        expect(mergeReviews(b, a)).toEqual(ab)
        expect(mergeReviews(ab, c)).toEqual(mergeReviews(a, mergeReviews(b, c)))
        expect(mergeReviews(ab, b)).toEqual(ab)
        expect(mergeReviews(a, a)).toEqual(a)
      }),
    )
  })

  test('loses nothing but what was removed later than it was said', () => {
    fc.assert(
      fc.property(review, review, (a, b) => {
        const merged = mergeReviews(a, b)
        for (const one of [...a.annotations, ...b.annotations]) {
          const stands = merged.annotations.find(({ id }) => id === one.id)
          const gone = merged.removals.find(({ id }) => id === one.id)
          if (stands) expect(stands.updatedAt >= one.updatedAt).toBe(true)
          else expect(gone && gone.updatedAt >= one.updatedAt).toBe(true)
        }
        expect(new Set(merged.verdicts.map(({ author }) => author.id)).size).toBe(merged.verdicts.length)
      }),
    )
  })
})

const STORY = [
  'Harbour wall cannot wait, council told',
  'Weirmouth council voted 11 to 8 on Monday to close the north quay until the wall has been shored up.',
  'Engineers found cracks up to 14 metres long in the lower courses of the old masonry.',
  'The work is expected to cost 2.4 million, according to the treasurer of the town.',
].join('\n\n')

/** A desk of one person, with a library of its own. */
class Desk {
  private constructor(
    private readonly home: string,
    private readonly app: App,
  ) {}
  static async open(author: Author): Promise<Desk> {
    const home = await mkdtemp(join(tmpdir(), 'bluepencil-merge-'))
    const shell = { kind: 'browser' as const, platform: 'test', mayReadPaths: false }
    const desk = new Desk(home, await openApp({ home, shell, workers: 'inline' }))
    await desk.call('settings.set', { author })
    return desk
  }
  async call<M extends Method>(method: M, args: Args<M>): Promise<Value<M>> {
    const result = await this.app.dispatcher.call(method, args)
    if (!result.ok) throw Object.assign(new Error(result.error.message + (result.error.detail ?? '')), result.error)
    return result.value as Value<M>
  }
  async close(): Promise<void> {
    await this.app.close()
    await rm(this.home, { recursive: true, force: true })
  }
  /** Takes a file in. @returns what it says of one document, of several that a package may hold */
  async take(name: string, bytes: Uint8Array, id?: string) {
    const all = await this.call('document.import', { files: [{ name, bytes }] })
    const imported = all.find(({ document }) => id === undefined || document?.id === id)
    if (!imported?.document) throw new Error(imported?.error?.message)
    return imported
  }
  async comment(document: string, words: string, note: string): Promise<string> {
    const { text } = (await this.call('document.open', { id: document })).document
    const start = text.indexOf(words)
    const command = { op: 'comment' as const, start, end: start + words.length, note }
    return (await this.call('review.do', { document, command })).change.patches[0]?.id ?? ''
  }
  async edit(document: string, id: string, note: string) {
    await this.call('review.do', { document, command: { op: 'edit', id, note } })
  }
  async package(): Promise<Uint8Array> {
    return (await this.call('library.export', {})).bytes ?? new Uint8Array()
  }
  async review(id: string): Promise<Review> {
    return (await this.call('document.open', { id })).review
  }
}

const bytes = (text: string) => new TextEncoder().encode(text)
const notes = ({ annotations }: Review) => annotations.map(({ note }) => note).sort()

let ines: Desk
let otto: Desk
beforeAll(async () => {
  ines = await Desk.open(INES)
  otto = await Desk.open(OTTO)
})
afterAll(async () => {
  await ines.close()
  await otto.close()
})

describe('two desks', () => {
  test('exchange packages until both have all that either said', async () => {
    const { document } = await ines.take('wall.txt', bytes(STORY))
    const id = document?.id ?? ''
    const shared = await ines.comment(id, 'on Monday', 'Was it Monday?')
    const removed = await ines.comment(id, 'shored up', 'to go')
    await otto.take('a.bluepencil', await ines.package())

    await ines.comment(id, '14 metres', 'Source?')
    await otto.comment(id, '2.4 million', 'Which currency?')
    await otto.call('review.do', { document: id, command: { op: 'reply', id: shared, body: 'Yes.' } })
    await ines.call('review.do', { document: id, command: { op: 'remove', id: removed } })
    await otto.call('review.do', { document: id, command: { op: 'verdict', value: 'changes-needed' } })

    const taken = await ines.take('b.bluepencil', await otto.package(), id)
    expect(taken).toMatchObject({ merged: true, document: { id } })
    expect(taken.notices).toEqual([
      '1 comment by Otto Lind was added.',
      '1 reply by Otto Lind was added.',
      'Otto Lind’s verdict: changes needed.',
    ])
    await otto.take('c.bluepencil', await ines.package(), id)
    const [mine, theirs] = [await ines.review(id), await otto.review(id)]
    expect(notes(mine)).toEqual(['Source?', 'Was it Monday?', 'Which currency?'])
    expect(mergeReviews(mine, mine)).toEqual(mergeReviews(theirs, theirs))

    const again = await ines.take('d.bluepencil', await otto.package(), id)
    expect(again.merged).toBeUndefined()
    const { change } = await ines.call('review.undo', { document: id })
    expect(change.op).toBe('merge')
    expect(notes(await ines.review(id))).toEqual(['Source?', 'Was it Monday?'])
    await ines.call('review.redo', { document: id })
  })

  test('that word one note anew keep both wordings, once', async () => {
    const { document } = await ines.take('second.txt', bytes(`${STORY}\n\nA second story, for another day.`))
    const id = document?.id ?? ''
    const shared = await ines.comment(id, 'on Monday', 'first')
    await otto.take('a.bluepencil', await ines.package())
    await ines.edit(id, shared, 'as Ines has it')
    await otto.edit(id, shared, 'as Otto has it')
    const taken = await ines.take('b.bluepencil', await otto.package(), id)
    expect(taken.notices?.join(' ')).toMatch(/changed on both sides/)
    const review = await ines.review(id)
    expect(review.annotations).toMatchObject([{ note: 'as Otto has it' }])
    expect(review.replies.map(({ body }) => body)).toEqual([expect.stringContaining('as Ines has it')])
    expect((await ines.take('c.bluepencil', await otto.package(), id)).merged).toBeUndefined()
  })

  test('that change different fields of one thing join both; of one field, the other reading is kept to choose from', async () => {
    const { document } = await ines.take('joined.txt', bytes(`${STORY}\n\nA story of two fields, for a third day.`))
    const id = document?.id ?? ''
    const start = STORY.indexOf('14 metres')
    const command = { op: 'claim' as const, start, end: start + 9 }
    const claim = (await ines.call('review.do', { document: id, command })).change.patches[0]?.id ?? ''
    await ines.call('review.do', { document: id, command: { op: 'edit', id: claim, note: 'from the report' } })
    await otto.take('a.bluepencil', await ines.package())
    await ines.call('review.do', {
      document: id,
      command: { op: 'edit', id: claim, type: 'statistic', status: 'wrong' },
    })
    await otto.call('review.do', { document: id, command: { op: 'edit', id: claim, speaker: 'the engineers' } })
    await otto.call('review.do', { document: id, command: { op: 'edit', id: claim, status: 'confirmed' } })
    const taken = await ines.take('b.bluepencil', await otto.package(), id)
    expect(taken.notices?.join(' ')).toMatch(/One thing was changed on both sides/)
    const both = { type: 'statistic', speaker: 'the engineers', status: 'confirmed', note: 'from the report' }
    const mine = await ines.review(id)
    expect(mine.annotations).toMatchObject([both])
    expect(mine.replies).toMatchObject([{ annotation: claim, reading: { status: 'wrong' } }])
    await otto.take('c.bluepencil', await ines.package(), id)
    const theirs = await otto.review(id)
    expect(theirs.annotations).toEqual(mine.annotations)
    expect(theirs.replies).toHaveLength(1)
    // Chosen once, it is not asked again.
    await ines.call('review.do', { document: id, command: { op: 'remove-reply', id: mine.replies[0]?.id ?? '' } })
    await ines.take('d.bluepencil', await otto.package(), id)
    expect((await ines.review(id)).replies).toEqual([])
  })

  test('take a later text along, whoever has it', async () => {
    const { document } = await ines.take('third.txt', bytes(`${STORY}\n\nA third story, for yet another day.`))
    const id = document?.id ?? ''
    const vote = await ines.comment(id, '11 to 8 on Monday', 'count')
    await otto.take('a.bluepencil', await ines.package())
    const later = `${STORY.replace('Monday', 'Tuesday')}\n\nA third story, for yet another day.`
    await otto.call('document.revise', { id, file: { name: 'third-2.txt', bytes: bytes(later) } })
    await ines.comment(id, '14 metres', 'made on the first text')

    const ahead = await ines.take('b.bluepencil', await otto.package(), id)
    expect(ahead.notices).toContain('A later text came with it and is revision 2 now.')
    await otto.take('c.bluepencil', await ines.package(), id)
    for (const desk of [ines, otto]) {
      const opened = await desk.call('document.open', { id })
      expect(opened.document).toMatchObject({ revision: 2, text: later })
      expect(opened.review.annotations).toHaveLength(2)
      for (const { anchor, revision } of opened.review.annotations)
        expect([revision, later.slice(anchor.start, anchor.end)]).toEqual([2, anchor.exact])
    }
    expect((await otto.review(id)).annotations.find((one) => one.id === vote)?.placing?.outcome).toBe('edited')
    // One who is still on the first text, and says something there.
    const third = await Desk.open({ id: 'pia', name: 'Pia Voss', initials: 'PV' })
    await third.take('third.txt', bytes(`${STORY}\n\nA third story, for yet another day.`))
    const own = (await third.call('library.list', {}))[0]?.id ?? ''
    await third.comment(own, 'the treasurer of the town', 'from the same file, imported apart')
    const behind = await ines.take('d.bluepencil', await third.package(), id)
    expect(behind).toMatchObject({ merged: true, document: { id }, notices: ['1 comment by Pia Voss was added.'] })
    await third.close()
  })
})

test('packages are merged in the terminal, whichever order they are named in', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bluepencil-packages-'))
  const { document } = await ines.take('fourth.txt', bytes(`${STORY}\n\nA fourth story, for a rainy day.`))
  const id = document?.id ?? ''
  await otto.take('a.bluepencil', await ines.package())
  await ines.comment(id, '14 metres', 'by Ines')
  await otto.comment(id, '2.4 million', 'by Otto')
  await writeFile(join(folder, 'ines.bluepencil'), await ines.package())
  await writeFile(join(folder, 'otto.bluepencil'), await otto.package())
  const desk = await Desk.open(INES)
  for (const [at, order] of [
    ['ines', 'otto'],
    ['otto', 'ines'],
  ].entries()) {
    const out = join(folder, `both-${at}.bluepencil`)
    const paths = order.map((name) => join(folder, `${name}.bluepencil`))
    expect(await mergePackages([...paths, join(folder, 'none.bluepencil')], { out, author: 'Pia Voss' })).toBe(4)
    await desk.take('both.bluepencil', await readFile(out), id)
    expect(notes(await desk.review(id))).toEqual(['by Ines', 'by Otto'])
  }
  await desk.close()
  await rm(folder, { recursive: true, force: true })
})

describe('a part of a review for a file', () => {
  const source = sourceOf({ id: 's1', citation: 'Minutes' })
  const claim = annotate('claim', TEXT, 'closed', { citations: [{ source: 's1', stance: 'supports' }], author: INES })
  const wrong = annotate('claim', TEXT, 'Monday', { status: 'wrong', author: OTTO })
  const cut = annotate('flag', TEXT, 'Nobody', { author: INES })
  const kept = annotate('flag', TEXT, 'why', { resolution: 'stands', author: INES })
  const note = annotate('comment', TEXT, 'wall', { author: OTTO })
  const whole = reviewOf([claim, wrong, cut, kept, note], { sources: [source] })
  test.each([
    [{}, [claim, wrong, cut, kept, note], 1],
    [{ profile: 'checking-copy' }, [claim, wrong], 1],
    [{ profile: 'checked-copy' }, [wrong, cut], 0],
    [{ reviewers: ['otto'] }, [wrong, note], 0],
    [{ kinds: ['flag', 'comment'] }, [cut, kept, note], 0],
    [{ profile: 'checking-copy', reviewers: ['ines'] }, [claim], 1],
  ] as const)('%j', (selection, annotations, sources) => {
    const part = selectReview(whole, selection)
    expect(part.annotations).toEqual(annotations)
    expect(part.sources).toHaveLength(sources)
    // Merged back, it changes nothing.
    expect(mergeReviews(whole, part)).toEqual(mergeReviews(whole, whole))
  })
})

describe('a file that was exported and comes back', () => {
  test.each(['pdf', 'docx'] as const)('as %s reopens the session elsewhere, and merges here', async (format) => {
    const home = await Desk.open(INES)
    const away = await Desk.open(OTTO)
    const { document } = await home.take('story.txt', bytes(STORY))
    const id = document?.id ?? ''
    await home.comment(id, 'on Monday', 'Was it Monday?')
    const made = await home.call('document.export', { id, format })
    const file = made.bytes ?? new Uint8Array()
    const there = await away.take(made.fileName, file)
    expect(there).toMatchObject({ document: { id }, notices: ['1 comment by Ines Roth was added.'] })
    expect(there.duplicate).toBeUndefined()
    expect(await away.review(id)).toEqual(JSON.parse(JSON.stringify(await home.review(id))))
    expect((await home.take(made.fileName, file)).merged).toBeUndefined()

    await away.comment(id, '2.4 million', 'Which currency?')
    const back = await away.call('document.export', { id, format })
    const taken = await home.take(back.fileName, back.bytes ?? new Uint8Array())
    expect(taken).toMatchObject({ merged: true, document: { id }, notices: ['1 comment by Otto Lind was added.'] })
    expect(notes(await home.review(id))).toEqual(['Was it Monday?', 'Which currency?'])
    expect((await home.call('document.open', { id })).document.revision).toBe(1)
    await home.close()
    await away.close()
  })
})

describe('what somebody did to an exported file with another program', () => {
  const base = annotate('comment', TEXT, 'Monday', { note: 'as exported', author: INES }) as Comment
  const making = { author: OTTO, now: time(50), newId: () => 'new' }
  const document = documentOf(TEXT)
  /** Merges `theirs` into `ours`, both made from what was exported. */
  const taken = (ours: Partial<Comment>, theirs: Partial<Comment>, text = TEXT) => {
    const state = reviewState(reviewOf([{ ...base, ...ours }]))
    const live = { document, earlier: [], state }
    const their = { ...base, ...theirs, anchor: anchorAt(text, text.indexOf('Monday'), text.indexOf('Monday') + 6) }
    const notes = { annotations: [their], replies: [], sources: [] }
    return mergeNotes(live, notes, reviewOf([base]), text, making)
  }
  test.each<[string, Partial<Comment>, Partial<Comment>, Partial<Comment>, string[], number]>([
    ['is taken over', {}, { resolved: true }, { note: 'as exported', resolved: true }, [], 0],
    ['does not undo ours', { note: 'ours' }, {}, { note: 'ours', resolved: false }, [], 0],
    ['joins ours, field by field', { note: 'ours' }, { resolved: true }, { note: 'ours', resolved: true }, [], 0],
    ['keeps both wordings', { note: 'ours' }, { note: 'theirs' }, { note: 'ours' }, ['theirs'], 1],
    ['is nothing where both did the same', { note: 'same' }, { note: 'same' }, { note: 'same' }, [], 0],
  ])('%s', (_, ours, theirs, stands, replies, conflicts) => {
    const merged = taken(ours, theirs)
    expect(merged.review.annotations).toMatchObject([{ id: base.id, ...stands }])
    expect(merged.review.replies.map(({ body }) => body)).toEqual(
      replies.map((wording) => expect.stringContaining(wording) as string),
    )
    expect(merged.conflicts).toHaveLength(conflicts)
  })

  test('a new note on an edited text stands where its words are in ours', () => {
    const edited = `A line before. ${TEXT}`
    const live = { document, earlier: [], state: reviewState(reviewOf([])) }
    const start = edited.indexOf('Nobody asked why')
    const note = { ...base, id: 'fresh', anchor: anchorAt(edited, start, start + 'Nobody asked why'.length) }
    const { review } = mergeNotes(live, { annotations: [note], replies: [], sources: [] }, undefined, edited, making)
    expect(review.annotations).toMatchObject([
      { id: 'fresh', revision: 1, anchor: { start: TEXT.indexOf('Nobody'), exact: 'Nobody asked why' } },
    ])
  })
})
