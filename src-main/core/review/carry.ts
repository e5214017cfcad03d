import type { Annotation, Patch } from '../../contract/entities'
import { AppError } from '../../contract/result'
import type { Placement } from '../../contract/taxonomies'
import { anchorAt } from '../text/selectors'
import type { Op } from './annotate'
import { get, put, type Planning } from './context'

/** UTF-16 code units of each wording that a remark quotes. */
const QUOTED = 300

export interface NewPlace {
  readonly outcome: Placement
  readonly start: number
  readonly end: number
}

/**
 * Puts an annotation onto the text that is being planned for. A confirmed claim whose words changed goes back to
 * unchecked, and a reply says why. Nobody has said anything anew when the words are the same: the time of the last edit
 * stays, so that a merge does not take this for one.
 */
export function carry(planning: Planning, annotation: Annotation, { outcome, start, end }: NewPlace): Patch[] {
  const { subject, now, author, newId } = planning
  const anchor = anchorAt(subject.text, start, end)
  const placing = { outcome, from: annotation.anchor, fromRevision: annotation.revision }
  const placed = { ...annotation, anchor, revision: subject.revision, placing }
  if (outcome !== 'edited' || annotation.kind !== 'claim' || annotation.status !== 'confirmed')
    return [put(planning, 'annotations', placed)]
  const body = `The words changed in revision ${subject.revision}, so this claim is unchecked again. It was confirmed as ${quoted(annotation.anchor.exact)}; now it reads ${quoted(anchor.exact)}.`
  return [
    put(planning, 'annotations', {
      ...placed,
      placing: { ...placing, status: annotation.status },
      status: 'unchecked',
      updatedAt: now,
    } as Annotation),
    put(planning, 'replies', {
      id: newId(),
      annotation: annotation.id,
      body,
      author,
      createdAt: now,
      updatedAt: now,
    }),
  ]
}

/** `place`: an orphan put where a person says, by hand or by taking the proposal. */
export function planPlace(planning: Planning, { id, start, end }: Op<'place'>): Patch[] {
  const { subject, now } = planning
  const annotation = get(planning, 'annotations', id)
  if (annotation.revision === subject.revision)
    throw new AppError('bad-request', 'This annotation has its place in the text; move it instead.')
  if (start >= end || end > subject.text.length)
    throw new AppError(
      'bad-request',
      `There is no text from ${start} to ${end}; the document has ${subject.text.length} characters.`,
    )
  const outcome = subject.text.slice(start, end) === annotation.anchor.exact ? 'moved' : 'edited'
  const isConfirmed = annotation.kind === 'claim' && annotation.status === 'confirmed'
  // Whoever put it there saw the words; whether they still confirm the claim is another question.
  const seenIn = outcome === 'edited' && isConfirmed ? undefined : subject.revision
  return carry(planning, { ...annotation, updatedAt: now, seenIn }, { outcome, start, end })
}

/** `look`: what the later text did to an annotation was seen, and stays. */
export function planLook(planning: Planning, { id }: Op<'look'>): Patch[] {
  const annotation = get(planning, 'annotations', id)
  return [put(planning, 'annotations', { ...annotation, seenIn: planning.subject.revision, updatedAt: planning.now })]
}

function quoted(words: string): string {
  const line = words.replace(/\s+/gu, ' ').trim()
  return `“${line.length > QUOTED ? `${[...line].slice(0, QUOTED).join('')} …` : line}”`
}
