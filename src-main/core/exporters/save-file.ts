import * as v from 'valibot'
import { Document, Review } from '../../contract/entities'
import { Revision } from '../../contract/revisions'
import { AppError } from '../../contract/result'
import type { ExportInput, ExportOptions } from './exporter'
import { redactReview } from './redact'

/** The version of the shape below. A file with a higher one is not merged: it may say more than is understood here. */
const VERSION = 1

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
  const save: SavedReview = { ...about, document, ...texts, review }
  return JSON.stringify(save)
}

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
  const whole = v.safeParse(SavedReview, value)
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
