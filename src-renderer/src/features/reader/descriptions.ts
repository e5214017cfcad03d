import type { Annotation } from '@contract/entities'
import { t } from '../../messages'
import type { DocumentState } from '../../state/document.svelte'
import { excerpt } from '../../text/caret'
import type { Proposed } from '../../text/marks'

/** What kind of thing it is, and its most telling property: “Claim, unchecked”. */
export function describeAnnotation(annotation: Annotation): string {
  switch (annotation.kind) {
    case 'highlight':
      return `${t('kind.highlight')}, ${t(`colour.${annotation.colour}`)}`
    case 'claim':
      return `${t('kind.claim')}, ${t(`claimType.${annotation.type}`)}, ${t(`claimStatus.${annotation.status}`)}`
    case 'flag': {
      const settled = annotation.resolution === 'open' ? '' : `, ${t(`resolution.${annotation.resolution}`)}`
      return `${t(`flagReason.${annotation.reason}`)}, ${t(`severity.${annotation.severity}`)}${settled}`
    }
    case 'comment':
      return annotation.resolved ? t('desk.commentResolved') : t('kind.comment')
  }
}

/** What a suggestion proposes: “Off-topic insertion”, “Statistic”. */
export function suggestionTitle(item: Pick<Proposed, 'kind' | 'reason' | 'claimType'>): string {
  if (item.kind === 'claim') return t(`claimType.${item.claimType ?? 'fact'}`)
  return t(`flagReason.${item.reason ?? 'other'}`)
}

/** Said of a mark in the text: kind, status, and how many notes hang on it. */
export function describeMark(document: DocumentState, id: string): string {
  const annotation = document.annotation(id)
  if (!annotation) {
    const item = document.suggestion(id)
    return item ? t('desk.suggested', { what: suggestionTitle(item) }) : ''
  }
  const notes = (annotation.note ? 1 : 0) + (document.replies.get(id)?.length ?? 0)
  const words = describeAnnotation(annotation)
  return notes > 0 ? `${words}, ${t('desk.notes', { n: notes })}` : words
}

/** Said when it comes into focus: “Claim 3 of 18, statistic, unchecked. Its words.” */
export function announcementOf(document: DocumentState, id: string): string {
  const text = document.document?.text ?? ''
  const annotation = document.annotation(id)
  if (annotation) {
    const list: readonly Annotation[] = document.lists[annotation.kind]
    const at = list.findIndex((other) => other.id === id) + 1
    const place = t('desk.place', { kind: t(`kind.${annotation.kind}`), at, of: list.length })
    return `${place}. ${describeMark(document, id)}. ${excerpt(text, annotation.anchor)}`
  }
  const item = document.suggestion(id)
  if (!item) return ''
  const at = document.suggestions.indexOf(item) + 1
  const place = t('desk.place', { kind: t('kind.suggestion'), at, of: document.suggestions.length })
  return `${place}. ${suggestionTitle(item)}. ${excerpt(text, item)}`
}
