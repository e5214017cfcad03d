import type { Annotation, Review } from '../../contract/entities'
import type { ExportProfile } from '../../contract/taxonomies'

/** What of a review goes into a file; what is left out everywhere is left to the defaults. */
export interface Selection {
  /** @see https://thetijproject.ca/guide/glossary for the three documents of a fact-checking desk */
  readonly profile?: ExportProfile | undefined
  /** Ids of authors; everybody when left out. */
  readonly reviewers?: readonly string[] | undefined
  /** All that the profile has when left out. */
  readonly kinds?: readonly Annotation['kind'][] | undefined
}

/**
 * The part of a review that a file is to show, and to carry. Nothing of it says that the rest was removed, so that it
 * can be merged back into the whole.
 */
export function selectReview(whole: Review, { profile = 'annotated-draft', reviewers, kinds }: Selection): Review {
  // Where a desk files a story is not for those it is handed on to.
  const { labels: _labels, ...review } = whole
  const isAll = profile === 'annotated-draft' && !reviewers && !kinds
  if (isAll) return review
  const wanted = (author: { id: string }) => !reviewers || reviewers.includes(author.id)
  const annotations = review.annotations.filter(
    (one) => inProfile(one, profile) && wanted(one.author) && (!kinds || kinds.includes(one.kind)),
  )
  const shown = new Set(annotations.map(({ id }) => id))
  const cited = new Set(
    annotations.flatMap((one) => (one.kind === 'claim' ? one.citations.map(({ source }) => source) : [])),
  )
  return {
    ...review,
    annotations,
    replies: review.replies.filter((reply) => shown.has(reply.annotation) && wanted(reply.author)),
    sources: review.sources.filter(({ id }) => cited.has(id)),
    decisions: review.decisions.filter(({ annotation, author }) =>
      annotation ? shown.has(annotation) : profile === 'annotated-draft' && !kinds && wanted(author),
    ),
    verdicts: review.verdicts.filter(({ author }) => wanted(author)),
  }
}

/** The annotated draft has everything, the checking copy the claims, the checked copy what is recommended to change. */
function inProfile(annotation: Annotation, profile: ExportProfile): boolean {
  if (profile === 'annotated-draft') return true
  if (profile === 'checking-copy') return annotation.kind === 'claim'
  if (annotation.kind === 'claim') return annotation.status === 'wrong'
  return annotation.kind === 'flag' && annotation.resolution !== 'stands' && annotation.resolution !== 'sourced'
}
