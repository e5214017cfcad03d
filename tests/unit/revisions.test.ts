import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Args, Method, Value } from '../../src-main/contract/api'
import type { Annotation } from '../../src-main/contract/entities'
import type { App } from '../../src-main/services/app'
import { wantsLook, wentBack } from '../../src-main/core/review/later-text'
import { openApp } from '../../src-main/shells/compose'

const AUTHOR = { id: 'ines', name: 'Ines Roth', initials: 'IR' }
const FIRST = [
  'Harbour wall cannot wait, council told',
  'Weirmouth council voted 11 to 8 on Monday to close the north quay until the sea wall has been shored up.',
  'Engineers found cracks up to 14 metres long in the lower courses of the old masonry.',
  'A spokeswoman for the port said no ship had been turned away.',
  'The work is expected to cost 2.4 million, according to the treasurer of the town.',
].join('\n\n')
const SECOND = FIRST.replace('on Monday to close', 'on Tuesday to close').replace(
  /A spokeswoman.*away\.\n\n/,
  'Nobody else wished to comment on it.\n\n',
)

let home: string
let app: App

const start = () =>
  openApp({ home, shell: { kind: 'browser', platform: 'test', mayReadPaths: false }, workers: 'inline' })

async function call<M extends Method>(method: M, args: Args<M>): Promise<Value<M>> {
  const result = await app.dispatcher.call(method, args)
  if (!result.ok) throw Object.assign(new Error(result.error.message + (result.error.detail ?? '')), result.error)
  return result.value as Value<M>
}

const file = (text: string, name = 'wall.txt') => ({ name, bytes: new TextEncoder().encode(text) })

async function annotate(id: string, words: string, op: 'claim' | 'flag' = 'claim') {
  const start = FIRST.indexOf(words)
  const { change } = await call('review.do', { document: id, command: { op, start, end: start + words.length } })
  return change.patches[0]?.id ?? ''
}

let id: string
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'bluepencil-revisions-'))
  app = await start()
  await call('settings.set', { author: AUTHOR })
  id = (await call('document.import', { files: [file(FIRST)] }))[0]?.document?.id ?? ''
})
afterEach(async () => {
  await app.close()
  await rm(home, { recursive: true, force: true })
})

/** Four annotations whose fates differ, on the second text. */
async function revised() {
  const vote = await annotate(id, 'Weirmouth council voted 11 to 8 on Monday to close the north quay')
  const cracks = await annotate(id, 'cracks up to 14 metres long')
  const gone = await annotate(id, 'A spokeswoman for the port said no ship had been turned away.', 'flag')
  const { change } = await call('review.do', {
    document: id,
    command: { op: 'source', citation: 'Minutes', claim: vote },
  })
  await call('review.do', { document: id, command: { op: 'edit', id: vote, status: 'confirmed' } })
  const { outcomes, saved, revision } = await call('document.revise', { id, file: file(SECOND, 'wall-2.txt') })
  return { vote, cracks, gone, source: change.patches[0]?.id ?? '', outcomes, saved, revision }
}

/** As it would cross to a window: with what is said alone. */
async function opened() {
  const { document, review } = await call('document.open', { id })
  return JSON.parse(JSON.stringify({ document, review })) as unknown
}

const annotationsOf = async () =>
  new Map((await call('document.open', { id })).review.annotations.map((one) => [one.id, one]))

describe('a later text', () => {
  test('takes every annotation along, or keeps it as an orphan with all it says', async () => {
    const { vote, cracks, gone, source, outcomes, saved, revision } = await revised()
    expect(revision).toBe(2)
    expect(saved?.change).toMatchObject({ op: 'revise', revision: { from: 1, to: 2 } })
    expect(outcomes.map((one) => [one.id, one.outcome])).toEqual([
      [vote, 'edited'],
      [cracks, 'same'],
      [gone, 'orphaned'],
    ])
    const { document, review, revisions } = await call('document.open', { id })
    expect(document).toMatchObject({ text: SECOND, revision: 2, title: 'Harbour wall cannot wait, council told' })
    expect(revisions.map(({ number, fileName, author }) => [number, fileName, author?.name])).toEqual([
      [1, 'wall.txt', undefined],
      [2, 'wall-2.txt', 'Ines Roth'],
    ])
    const placed = review.annotations.filter((one) => one.revision === 2)
    expect(placed.map(({ anchor }) => SECOND.slice(anchor.start, anchor.end))).toEqual(
      placed.map(({ anchor }) => anchor.exact),
    )
    expect(review.annotations.find((one) => one.id === gone)).toMatchObject({
      revision: 1,
      anchor: { exact: 'A spokeswoman for the port said no ship had been turned away.' },
    })
    expect(review.annotations.find((one) => one.id === vote)).toMatchObject({ citations: [{ source }] })
  })

  test('sends a confirmed claim whose words changed back to unchecked, and says why', async () => {
    const { vote, cracks } = await revised()
    const { review } = await call('document.open', { id })
    expect(review.annotations.find((one) => one.id === vote)).toMatchObject({
      status: 'unchecked',
      placing: { outcome: 'edited', fromRevision: 1, status: 'confirmed' },
    })
    expect(review.replies).toMatchObject([
      { annotation: vote, author: AUTHOR, body: expect.stringMatching(/revision 2.*on Monday.*on Tuesday/) as string },
    ])
    expect(review.annotations.find((one) => one.id === cracks)).toMatchObject({ placing: { outcome: 'same' } })
  })

  test('is undone and done again, also after a restart, and other work follows the text', async () => {
    const { vote } = await revised()
    const on = await opened()
    await app.close()
    app = await start()
    expect(await opened()).toEqual(on)
    await call('review.undo', { document: id })
    const back = await call('document.open', { id })
    expect(back.document).toMatchObject({ text: FIRST, revision: 1 })
    expect(back.review.annotations.every((one) => one.revision === 1 && !one.placing)).toBe(true)
    expect(back.review.annotations.find((one) => one.id === vote)).toMatchObject({ status: 'confirmed' })
    expect(back.detection.sentences.every(({ end }) => end <= FIRST.length)).toBe(true)
    expect(back.revisions).toHaveLength(1)
    await app.close()
    app = await start()
    await call('review.redo', { document: id })
    expect(await opened()).toEqual(on)
    await call('review.undo', { document: id })
    await annotate(id, 'the treasurer of the town')
    expect((await call('document.open', { id })).history.redo).toBeUndefined()
    const again = await call('document.revise', { id, file: file(`${FIRST}\n\nThe end.`) })
    expect(again).toMatchObject({ revision: 2 })
    expect(again.outcomes.every(({ outcome }) => outcome === 'same')).toBe(true)
  })

  test('that is no other text is not added', async () => {
    await expect(call('document.revise', { id, file: file(FIRST, 'again.txt') })).rejects.toMatchObject({
      code: 'duplicate',
      message: expect.stringMatching(/^again\.txt has the same text as revision 1/) as string,
    })
  })

  test('keeps what was dismissed dismissed', async () => {
    const { detection } = await call('document.open', { id })
    const suggestion = detection.suggestions.find((one) => SECOND.includes(FIRST.slice(one.start, one.end)))
    if (!suggestion) throw new Error('The story gives nothing to dismiss.')
    await call('review.do', { document: id, command: { op: 'dismiss', suggestion } })
    await call('document.revise', { id, file: file(`A new beginning, which moves all that follows it.\n\n${FIRST}`) })
    const later = await call('document.open', { id })
    const again = later.detection.suggestions.filter(({ key }) => key === suggestion.key)
    expect(again).not.toEqual([])
    const decided = new Set(later.review.decisions.map((one) => one.suggestion.key))
    expect(again.every(({ key }) => decided.has(key))).toBe(true)
  })

  test('is known when its file, or that of an earlier text, comes again', async () => {
    await revised()
    const again = await call('document.import', { files: [file(FIRST), file(SECOND)] })
    expect(again).toMatchObject([
      { duplicate: true, document: { id, revision: 2 } },
      { duplicate: true, document: { id } },
    ])
  })

  test('is compared with the one before, and each can be read', async () => {
    await revised()
    expect((await call('document.revision', { id, number: 1 })).text).toBe(FIRST)
    const hunks = await call('document.compare', { id, from: 1, to: 2 })
    const rebuilt = (side: 'from' | 'to', text: string) =>
      hunks
        .map((hunk) =>
          side === 'from' ? text.slice(hunk.fromStart, hunk.fromEnd) : text.slice(hunk.toStart, hunk.toEnd),
        )
        .join('')
    expect(rebuilt('from', FIRST)).toBe(FIRST)
    expect(rebuilt('to', SECOND)).toBe(SECOND)
    const removed = hunks.filter(({ kind }) => kind === 'removed')
    expect(removed.map((hunk) => FIRST.slice(hunk.fromStart, hunk.fromEnd).trim())).toContain('Monday')
  })
})

describe('what a later text did', () => {
  const looked = async () =>
    [...(await annotationsOf()).values()].filter((one) => wantsLook(one, 2)).map((one) => one.id)

  test('is looked at once: confirmed again, left, put by hand; and an undo asks again', async () => {
    const { vote, gone } = await revised()
    expect(await looked()).toEqual([vote, gone])
    expect(wentBack((await annotationsOf()).get(vote) as Annotation, 2)).toBe(true)
    await call('review.do', { document: id, command: { op: 'edit', id: vote, status: 'confirmed' } })
    expect(await looked()).toEqual([gone])
    await call('review.do', { document: id, command: { op: 'look', id: gone } })
    expect(await looked()).toEqual([])
    expect((await annotationsOf()).get(gone)).toMatchObject({ revision: 1, seenIn: 2 })
    await call('review.undo', { document: id })
    expect(await looked()).toEqual([gone])
    const start = SECOND.indexOf('Nobody else')
    await call('review.do', { document: id, command: { op: 'place', id: gone, start, end: start + 11 } })
    expect(await looked()).toEqual([])
    // The next text asks about what it changes itself, and about nothing else.
    await call('document.revise', { id, file: file(SECOND.replace('Nobody else', 'Not one')) })
    expect([...(await annotationsOf()).values()].filter((one) => wantsLook(one, 3)).map((one) => one.id)).toEqual([
      gone,
    ])
  })

  test('is not known before it came, and a merge that was undone brought nothing', async () => {
    expect(await call('document.revisions', { id })).toMatchObject({ revisions: [{ number: 1 }], brought: undefined })
    await revised()
    const made = await call('document.export', { id, format: 'md' })
    const home2 = await mkdtemp(join(tmpdir(), 'bluepencil-revisions-'))
    const other = await openApp({
      home: home2,
      shell: { kind: 'browser', platform: 'test', mayReadPaths: false },
      workers: 'inline',
    })
    const there = async <M extends Method>(method: M, args: Args<M>) => {
      const result = await other.dispatcher.call(method, args)
      if (!result.ok) throw new Error(result.error.message)
      return result.value as Value<M>
    }
    await there('settings.set', { author: { id: 'otto', name: 'Otto Lind', initials: 'OL' } })
    await there('document.import', { files: [{ name: 'wall.md', bytes: made.bytes ?? new Uint8Array() }] })
    const start = SECOND.indexOf('Engineers')
    const comment = { op: 'comment' as const, start, end: start + 9, note: 'Which ones?' }
    await there('review.do', { document: id, command: comment })
    const back = await there('document.export', { id, format: 'md' })
    await other.close()
    await rm(home2, { recursive: true, force: true })

    // Given as a later text it is still what it is: a copy of this story, with something new in it.
    const given = { name: 'wall.md', bytes: back.bytes ?? new Uint8Array() }
    const taken = await call('document.revise', { id, file: given })
    expect(taken).toMatchObject({ revision: 2, notices: ['1 comment by Otto Lind was added.'] })
    const { brought } = await call('document.revisions', { id })
    expect(brought?.items).toMatchObject([{ what: 'added', by: { name: 'Otto Lind' } }])
    await expect(call('document.revise', { id, file: given })).rejects.toMatchObject({ code: 'duplicate' })
    await call('review.undo', { document: id })
    expect((await call('document.revisions', { id })).brought).toBeUndefined()
  })
})

describe('an orphan', () => {
  test('gets its place by hand, and only once', async () => {
    const { gone } = await revised()
    expect((await call('document.orphans', { id })).map((one) => one.id)).toEqual([gone])
    const start = SECOND.indexOf('Nobody else')
    const place = { op: 'place' as const, id: gone, start, end: start + 'Nobody else wished to comment on it.'.length }
    await call('review.do', { document: id, command: place })
    expect((await annotationsOf()).get(gone)).toMatchObject({
      revision: 2,
      anchor: { exact: 'Nobody else wished to comment on it.' },
      placing: { outcome: 'edited', fromRevision: 1 },
    })
    expect(await call('document.orphans', { id })).toEqual([])
    await expect(call('review.do', { document: id, command: place })).rejects.toMatchObject({ code: 'bad-request' })
    await call('review.undo', { document: id })
    expect(await call('document.orphans', { id })).toHaveLength(1)
  })

  test('comes back by itself when a later text has its words again', async () => {
    const { gone } = await revised()
    const third = SECOND.replace(
      'Nobody else wished to comment on it.',
      'A spokeswoman for the port said no ship had been turned away.',
    )
    const { outcomes } = await call('document.revise', { id, file: file(third) })
    expect(outcomes.find((one) => one.id === gone)).toMatchObject({ outcome: 'same' })
  })

  test('is listed by exports and never placed', async () => {
    const { gone } = await revised()
    const made = await call('document.export', { id, format: 'jsonld' })
    const text = new TextDecoder().decode(made.bytes)
    expect(text).toContain(gone)
    const copy = await call('document.export', { id, format: 'txt' })
    expect(new TextDecoder().decode(copy.bytes)).toBe(`${SECOND}\n`)
  })
})
