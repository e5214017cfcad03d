import type { Annotation, Claim, Comment, Flag, Highlight } from '@contract/entities'

export type Kinds = { highlight: Highlight; claim: Claim; flag: Flag; comment: Comment }
/** Annotations by kind, each list in the order of the text. */
export type Lists = { readonly [K in keyof Kinds]: readonly Kinds[K][] }

export const NO_LISTS: Lists = { highlight: [], claim: [], flag: [], comment: [] }

/** The order of the text; of two that start together the longer first. */
export const byAnchor = (a: Annotation, b: Annotation) =>
  a.anchor.start - b.anchor.start || b.anchor.end - a.anchor.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

export function listsOf(annotations: Iterable<Annotation>): Lists {
  const lists: { [K in keyof Kinds]: Annotation[] } = { highlight: [], claim: [], flag: [], comment: [] }
  for (const annotation of annotations) lists[annotation.kind].push(annotation)
  for (const list of Object.values(lists)) list.sort(byAnchor)
  return lists as Lists
}
