import * as v from 'valibot'
import { Document, Review, type Annotation } from '../../contract/entities'
import { Revision } from '../../contract/revisions'
import { AppError } from '../../contract/result'
import { anchorAt } from '../text/selectors'
import type { ExportInput, ExportOptions } from './exporter'
import { redactReview } from './redact'

/**
 * The version of what is written. A file with a higher one is not merged: it may say more than is understood here. Since
 * 2, anchors that the text itself gives are their two offsets.
 */
const VERSION = 2

/** The session that an export carries, so that the file reopens as the review it was made from. */
export const SavedReview = v.object({
  format: v.literal('bluepencil-review'),
  version: v.number(),
  savedAt: v.string(),
  generator: v.string(),
  document: Document,
  /** The document's other texts, where it has any. */
  earlier: v.optional(v.array(Revision)),
  review: Review,
})
export type SavedReview = v.InferOutput<typeof SavedReview>

/** What an export carries of its session: the review as the file shows it, so redacted where the file is. JSON, one line. */
export function writeSave(input: ExportInput, { now, generator, confidential }: ExportOptions): string {
  const { document } = input
  const earlier = input.earlier?.filter(({ number }) => number < document.revision)
  const texts = earlier?.length ? { earlier } : {}
  const review = confidential ? input.review : redactReview(input.review)
  const about = { format: 'bluepencil-review', version: VERSION, savedAt: now, generator } as const
  const annotations = review.annotations.map((annotation) => briefly(annotation, document))
  return JSON.stringify({ ...about, document, ...texts, review: { ...review, annotations } })
}

/** Without the words that an anchor has of its text: of notes on long passages they are most of a file. */
function briefly(annotation: Annotation, { text, revision }: Document): object {
  const { anchor } = annotation
  const { start, end } = anchor
  if (annotation.revision !== revision || !(start < end && end <= text.length)) return annotation
  const given = anchorAt(text, start, end)
  const same = (['start', 'end', 'exact', 'prefix', 'suffix'] as const).every((part) => anchor[part] === given[part])
  return same ? { ...annotation, anchor: { start, end } } : annotation
}

/** A session as it was before `briefly`. What is no such session stays as it is, and is told by its schema. */
function inFull(value: unknown): unknown {
  const brief = v.safeParse(Brief, value)
  if (!brief.success) return value
  const { document, review } = brief.output
  const annotations = review.annotations.map((annotation) => {
    const { start, end, exact } = annotation.anchor
    const isBrief = exact === undefined && start < end && end <= document.text.length && start >= 0
    return isBrief ? { ...annotation, anchor: anchorAt(document.text, start, end) } : annotation
  })
  return { ...brief.output, review: { ...review, annotations } }
}
const Brief = v.looseObject({
  document: v.looseObject({ text: v.string() }),
  review: v.looseObject({
    annotations: v.array(
      v.looseObject({
        anchor: v.looseObject({
          start: v.pipe(v.number(), v.integer()),
          end: v.pipe(v.number(), v.integer()),
          exact: v.optional(v.unknown()),
        }),
      }),
    ),
  }),
})

/**
 * Reads a carried session back.
 *
 * @param fileName names the file in the error
 * @returns nothing where the JSON is not such a session: somebody else's data, or damaged; the file is then read like any
 * @throws AppError `unsupported` when a newer version of Blue Pencil wrote it
 */
export function readSave(json: string, fileName: string): SavedReview | undefined {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return undefined
  }
  const claimed = v.safeParse(v.object({ format: v.literal('bluepencil-review'), version: v.number() }), value)
  if (!claimed.success) return undefined
  if (claimed.output.version > VERSION)
    throw new AppError(
      'unsupported',
      `${fileName} was exported by a newer Blue Pencil. Update Blue Pencil, then open the file again.`,
    )
  const whole = v.safeParse(SavedReview, inFull(value))
  if (!whole.success || astray(whole.output)) return undefined
  return whole.output
}

/** Whether a placed annotation points at other words than it says. */
function astray({ document, review }: SavedReview): boolean {
  return review.annotations.some(
    ({ anchor, revision }) =>
      revision === document.revision && document.text.slice(anchor.start, anchor.end) !== anchor.exact,
  )
}
