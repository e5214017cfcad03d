import { expect, test } from 'vitest'
import { createOpening } from '../../src-main/services/opening'
import type { Look, Sessions } from '../../src-main/services/sessions'
import type { Annotation, Decision, Detection } from '../../src-main/contract/entities'
import { reviewState } from '../../src-main/core/review/state'
import { annotate, documentOf, reviewOf } from '../support/review-fixture'

const NOTHING: Detection = { version: 'v', suggestions: [], sentences: [] }

function openingOf(text: string, annotations: Annotation[], detection: Detection = NOTHING) {
  const state = reviewState(reviewOf(annotations))
  let asked = 0
  const look = async (): Promise<Look> => ({
    document: documentOf(text),
    state,
    history: {},
    savedAt: '2026-10-15T09:30:00.000Z',
    notices: [],
    revisions: [],
    detection: async () => {
      asked++
      return detection
    },
  })
  const opening = createOpening({ look } as Partial<Sessions> as Sessions, () => `o${asked}`)
  return { opening, state, asked: () => asked }
}

test('a short story is given whole', async () => {
  const text = 'The wall held. '.repeat(20)
  const note = annotate('comment', text, [0, 8], { note: 'Ask.' })
  const { opening } = openingOf(text, [note])
  const begun = await opening.begin('doc1', 0)
  expect(begun).toMatchObject({ review: { annotations: [note] }, detection: NOTHING })
  expect(begun.opening).toBeUndefined()
})

test('a long one begins with what is near, without its detection, and its parts are the whole of it, in order', async () => {
  const text = 'The wall held. '.repeat(20_000)
  const annotations = Array.from({ length: 4_000 }, (_, index) => {
    const start = (index * 7_919) % (text.length - 20)
    return annotate('highlight', text, [start, start + 10])
  })
  const sentences = Array.from({ length: 3_100 }, (_, index) => ({
    start: index * 15,
    end: index * 15 + 14,
    checkworthiness: 0.1,
    attribution: 'none' as const,
  }))
  const { opening, state, asked } = openingOf(text, annotations, { version: 'v', suggestions: [], sentences })
  const at = 150_000
  const begun = await opening.begin('doc1', at)
  expect(asked()).toBe(0)
  expect(begun.review.annotations.length).toBeGreaterThan(100)
  for (const { anchor } of begun.review.annotations) expect(Math.abs(anchor.start - at)).toBeLessThan(13_000)

  // What changes meanwhile is told by events; the parts stay those of the moment it was begun.
  state.annotations.delete(annotations[0]?.id ?? '')
  const came: { annotations: Annotation[]; decisions: Decision[]; sentences: unknown[]; version?: string | undefined } =
    {
      annotations: [],
      decisions: [],
      sentences: [],
    }
  for (let part: number | undefined = 0; part !== undefined;) {
    const rest = await opening.rest('doc1', begun.opening ?? '', part)
    came.annotations.push(...rest.annotations)
    came.sentences.push(...rest.sentences)
    came.version = rest.version ?? came.version
    part = rest.next
  }
  expect(new Set(came.annotations)).toEqual(new Set(annotations))
  const starts = came.annotations.map(({ anchor }) => anchor.start)
  expect(starts).toEqual(starts.toSorted((a, b) => a - b))
  expect([came.sentences, came.version]).toEqual([sentences, 'v'])
  await expect(opening.rest('doc1', begun.opening ?? '', 0)).rejects.toThrow(/open it again/)
})
