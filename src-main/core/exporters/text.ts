import type { Flag, Review } from '../../contract/entities'
import { INSERTION_REASONS } from '../../contract/taxonomies'
import { withoutOrphans } from '../review/placed'
import type { Exporter, ExportInput } from './exporter'
import { count } from './words'

/** A clean copy: the text without what was flagged as no part of the story, or removed for another reason. */
export const textExporter: Exporter = {
  format: 'txt',
  mediaType: 'text/plain;charset=utf-8',
  extension: '.txt',
  write: ({ document, review }) => ({
    content: cleanCopy(document.text, withoutOrphans(review, document.revision)),
    losses: losses({ document, review }),
  }),
}

/** The flags whose text a clean copy leaves out. */
export function cutFlags(review: Pick<Review, 'annotations'>): Flag[] {
  return review.annotations.filter(
    (a): a is Flag =>
      a.kind === 'flag' &&
      (a.resolution === 'removed' || (a.resolution === 'open' && INSERTION_REASONS.includes(a.reason))),
  )
}

/** The text without what is flagged for removal; where something went, at most one blank line stays. Ends in `\n`. */
export function cleanCopy(text: string, review: Pick<Review, 'annotations'>): string {
  const cuts = cutFlags(review)
    .map((flag) => flag.anchor)
    .sort((a, b) => a.start - b.start)
  let copy = ''
  let at = 0
  for (const cut of cuts) {
    if (cut.start > at) copy = join(copy, text.slice(at, cut.start))
    at = Math.max(at, cut.end)
  }
  return join(copy, text.slice(at)).replace(/^\n+|\s+$/g, '') + '\n'
}

/** Puts two pieces together over a gap: the line endings on both sides count once, the larger number of them stays. */
function join(before: string, after: string): string {
  if (!before) return after
  const ends = /[ \t\n]*$/.exec(before.slice(-1000))?.[0] ?? ''
  const starts = /^[ \t\n]*/.exec(after)?.[0] ?? ''
  const lines = Math.min(2, Math.max(newlines(ends), newlines(starts)))
  const gap = lines ? '\n'.repeat(lines) : ends || starts ? ' ' : ''
  return before.slice(0, before.length - ends.length) + gap + after.slice(starts.length)
}

const newlines = (space: string) => space.split('\n').length - 1

function losses({ document, review }: Pick<ExportInput, 'document' | 'review'>): string[] {
  const cut = cutFlags(withoutOrphans(review, document.revision)).length
  const rest = review.annotations.length - cut
  const said = []
  if (cut) said.push(`${count(cut, 'flagged passage')} ${cut === 1 ? 'was' : 'were'} taken out of the copy.`)
  if (rest || review.sources.length)
    said.push(`${count(rest, 'annotation')} and ${count(review.sources.length, 'source')} are not in a clean copy.`)
  if (document.inlines.length) said.push('Links and emphasis are not in plain text.')
  return said
}
