import type { Annotation } from '@contract/entities'
import { t } from '../../messages'
import type { DocumentState } from '../../state/document.svelte'
import { excerpt } from '../../text/caret'
import type { Proposed } from '../../text/marks'

/** What is most telling about an annotation besides its kind: “Statistic, unchecked”. */
function properties(annotation: Annotation): string {
  switch (annotation.kind) {
    case 'highlight':
      return t(`colour.${annotation.colour}`)
    case 'claim':
      return `${t(`claimType.${annotation.type}`)}, ${t(`claimStatus.${annotation.status}`)}`
    case 'flag': {
      const settled = annotation.resolution === 'open' ? '' : `, ${t(`resolution.${annotation.resolution}`)}`
      return `${t(`flagReason.${annotation.reason}`)}, ${t(`severity.${annotation.severity}`)}${settled}`
    }
    case 'comment':
      return annotation.resolved ? t('desk.resolved') : ''
  }
}

/** What a suggestion proposes: “Off-topic insertion”, “Statistic”. */
export function suggestionTitle(item: Pick<Proposed, 'kind' | 'reason' | 'claimType'>): string {
  if (item.kind === 'claim') return t(`claimType.${item.claimType ?? 'fact'}`)
  return t(`flagReason.${item.reason ?? 'other'}`)
}

/** With the notes that hang on it: “Statistic, unchecked, 2 notes”. */
function details(document: DocumentState, annotation: Annotation): string {
  const notes = (annotation.note ? 1 : 0) + (document.replies.get(annotation.id)?.length ?? 0)
  return [properties(annotation), notes > 0 ? t('desk.notes', { n: notes }) : ''].filter(Boolean).join(', ')
}

/** Said of a mark in the text: kind, status, and how many notes it has. */
export function describeMark(document: DocumentState, id: string): string {
  const annotation = document.annotation(id)
  if (annotation) return [t(`kind.${annotation.kind}`), details(document, annotation)].filter(Boolean).join(', ')
  const item = document.suggestion(id)
  return item ? t('desk.suggested', { what: suggestionTitle(item) }) : ''
}

/** Said when it comes into focus: “Claim 3 of 18, statistic, unchecked. Its words”. */
export function announcementOf(document: DocumentState, id: string): string {
  const text = document.document?.text ?? ''
  const annotation = document.annotation(id)
  if (annotation) {
    const list: readonly Annotation[] = document.lists[annotation.kind]
    const at = list.findIndex((other) => other.id === id) + 1
    const place = t('desk.place', { kind: t(`kind.${annotation.kind}`), at, of: list.length })
    return `${[place, details(document, annotation)].filter(Boolean).join(', ')}. ${excerpt(annotation.anchor.exact, { start: 0, end: annotation.anchor.exact.length })}`
  }
  const item = document.suggestion(id)
  if (!item) return ''
  const at = document.suggestions.indexOf(item) + 1
  const place = t('desk.place', { kind: t('kind.suggestion'), at, of: document.suggestions.length })
  return `${place}, ${suggestionTitle(item)}. ${excerpt(text, item)}`
}
