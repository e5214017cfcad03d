import { untrack } from 'svelte'
import { t } from '../../messages'
import { insideSentence } from '../../messages/format'
import type { DocumentState } from '../../state/document.svelte'
import type { PainterWords } from './article-painter'
import { describeMark, suggestionTitle } from './descriptions'

/** The words the painter puts beside the text, in the interface's language. */
export function painterWords(document: DocumentState, byline: string): PainterWords {
  return {
    byline,
    describe: (mark) => untrack(() => describeMark(document, mark.id)),
    insertion: (mark, lines) =>
      untrack(() => {
        const annotation = document.annotation(mark.id)
        const item = document.suggestion(mark.id)
        const reason =
          annotation?.kind === 'flag' ? t(`flagReason.${annotation.reason}`) : item ? suggestionTitle(item) : ''
        const words = t('desk.notPartOfStory', { n: lines, reason: insideSentence(reason) })
        return item ? `${words} · ${t('desk.proposed', { score: Math.round(item.score * 100) })}` : words
      }),
    table: ({ rows, columns }) => t('reader.table', { rows, columns }),
    leftOut: ({ reason, text }) => t('desk.leftOut', { reason, n: [...text].length }),
  }
}
