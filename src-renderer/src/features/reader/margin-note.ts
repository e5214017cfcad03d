import type { Annotation } from '@contract/entities'
import { t } from '../../messages'
import { insideSentence } from '../../messages/format'
import type { DocumentState } from '../../state/document.svelte'
import { STATUS_SIGNS, type StatusSign } from './status-signs'

/** What a note in the margin says of its mark. */
export interface MarginNote {
  readonly id: string
  readonly sign: string
  readonly tone: StatusSign['tone']
  readonly title: string
  /** After the title, in the same line. */
  readonly aside: string
  readonly body: string
  /** Who wrote it, and how many answered. */
  readonly by: string
}

const SEVERITY_TONE = { 'must-fix': 'flag', 'should-fix': 'flag', query: 'warn' } as const

/** The note of an annotation; a highlight without words needs none. */
export function marginNote(document: DocumentState, annotation: Annotation): MarginNote | undefined {
  const { id, note: body, author } = annotation
  const replies = document.replies.get(id)?.length ?? 0
  const by = [author.initials, ...(replies > 0 ? [t('desk.replies', { n: replies })] : [])].join(' · ')
  switch (annotation.kind) {
    case 'highlight':
      return body ? { id, sign: '', tone: 'neutral', title: '', aside: '', body, by } : undefined
    case 'claim': {
      const { sign, tone } = STATUS_SIGNS[annotation.status]
      const sources = annotation.citations.map(({ source }) => document.source(source)?.citation).filter(Boolean)
      const aside = sources.length > 0 ? sources.join('; ') : insideSentence(t(`claimType.${annotation.type}`))
      return { id, sign, tone, title: t(`claimStatus.${annotation.status}`), aside, body, by }
    }
    case 'flag': {
      const open = annotation.resolution === 'open'
      const aside = t(open ? `severity.${annotation.severity}` : `resolution.${annotation.resolution}`)
      return {
        id,
        sign: open ? '!' : '✓',
        tone: open ? SEVERITY_TONE[annotation.severity] : 'neutral',
        title: t(`flagReason.${annotation.reason}`),
        aside: insideSentence(aside),
        body: open ? body : (annotation.resolutionNote ?? body),
        by,
      }
    }
    case 'comment':
      return {
        id,
        sign: annotation.resolved ? '✓' : '”',
        tone: 'neutral',
        title: annotation.resolved ? t('desk.commentResolved') : t('kind.comment'),
        aside: '',
        body,
        by,
      }
  }
}
