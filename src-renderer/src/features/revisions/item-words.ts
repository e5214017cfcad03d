import type { Annotation, Reading } from '@contract/entities'
import { t, language, type MessageKey } from '../../messages'
import { insideSentence } from '../../messages/format'
import { excerpt } from '../../text/caret'
import { suggestionTitle } from '../reader/descriptions'
import type { Item } from './items'
import type { RevisionsState } from './revisions-state.svelte'

const whole = (text: string, most?: number) => excerpt(text, { start: 0, end: text.length }, most)

/** What an item's card is called: “Back to unchecked”. */
export function titleOf(item: Item): string {
  switch (item.concern) {
    case 'edited':
      return item.back ? t('revisions.title.back') : t('revisions.title.edited')
    case 'theirs': {
      const { what, by } = item.brought
      return by ? t(`revisions.title.${what}By` as MessageKey, { name: by.name }) : t(`revisions.title.${what}`)
    }
    default:
      return t(`revisions.title.${item.concern}`)
  }
}

/** What it is about: “Claim, statistic”. */
export function kindOf(item: Item): string {
  if (item.concern === 'new') return suggestionTitle(item.suggestion)
  const { annotation } = item
  if (annotation) return annotationKind(annotation)
  const kind = item.concern === 'theirs' ? item.brought.kind : undefined
  return kind ? t(`kind.${kind}`) : t('kind.source')
}

function annotationKind(annotation: Annotation): string {
  if (annotation.kind === 'claim') return t(`claimType.${annotation.type}`)
  if (annotation.kind === 'flag') return t(`flagReason.${annotation.reason}`)
  return t(`kind.${annotation.kind}`)
}

/** The words of the story it is about, as they are now or, where they went, as they were. */
export function wordsOf(item: Item, text: string, most?: number): string {
  if (item.concern === 'new') return excerpt(text, item.suggestion, most)
  if (item.annotation) return whole(item.annotation.anchor.exact, most)
  return item.concern === 'theirs' ? whole(item.brought.words ?? '', most) : ''
}

/** What an annotation without a place keeps: “Its note, 1 source and 2 replies are kept.” */
export function keptWords(annotation: Annotation, replies: number): string {
  const sources = annotation.kind === 'claim' ? annotation.citations.length : 0
  const kept = [
    ...(annotation.note ? [t('revisions.kept.note')] : []),
    ...(sources > 0 ? [t('desk.sourcesCount', { n: sources })] : []),
    ...(replies > 0 ? [t('desk.replies', { n: replies })] : []),
  ]
  if (kept.length === 0) return t('revisions.kept.itself')
  return t('revisions.kept', { what: new Intl.ListFormat(language, { type: 'conjunction' }).format(kept) })
}

/** A field of an annotation, as the inspector calls it. */
export function fieldName(field: string): string {
  const known: Record<string, MessageKey> = {
    citations: 'desk.tab.sources',
    body: 'revisions.field.body',
    citation: 'kind.source',
    kind: 'desk.type',
    confidential: 'desk.confidential',
    attachment: 'revisions.field.attachment',
    locator: 'desk.locator',
    seenOn: 'desk.seenOn',
    reading: 'revisions.title.readings',
  }
  return t(known[field] ?? (`desk.${field}` as MessageKey))
}

/** What a field says, in words. */
export function valueWords(field: keyof Reading, value: unknown): string {
  if (value === undefined || value === '') return t('revisions.nothing')
  if (typeof value === 'boolean') return t(value ? 'desk.resolved' : 'resolution.open')
  if (Array.isArray(value)) return t('desk.sourcesCount', { n: value.length })
  if (typeof value === 'object' && value !== null) return String((value as { fileName?: string }).fileName ?? '')
  const taxonomies: Partial<Record<keyof Reading, string>> = {
    colour: 'colour',
    type: 'claimType',
    status: 'claimStatus',
    attribution: 'attribution',
    reason: 'flagReason',
    severity: 'severity',
    resolution: 'resolution',
  }
  const taxonomy = taxonomies[field]
  return taxonomy ? t(`${taxonomy}.${String(value)}` as MessageKey) : String(value)
}

/** Said when an item comes into focus: “2 of 5, edited. Back to unchecked, statistic. Its words”. */
export function announce(item: Item, at: number, of: number, { document }: RevisionsState): string {
  const words = wordsOf(item, document.document?.text ?? '')
  const concern = insideSentence(t(`revisions.concern.${item.concern}`))
  return `${t('revisions.at', { at, of, concern })} ${titleOf(item)}, ${insideSentence(kindOf(item))}. ${words}`
}
