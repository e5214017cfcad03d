import { t } from '../../messages'
import type { Command } from '../../state/commands.svelte'
import type { DeskState } from '../../state/desk.svelte'

/** The way to the quotations beside a record; there while a document is open. */
export function matcherCommands(desk: DeskState): Command[] {
  return [
    {
      id: 'view.quotations',
      label: t('matcher.open'),
      group: 'view',
      keys: ['q'],
      when: () => desk.document.status === 'ready',
      run: () => (desk.ledger = desk.ledger === 'quotations' ? undefined : 'quotations'),
    },
  ]
}

/**
 * What the usual keys do while quotations are gone through: the same gestures as in a review run, so the commands stand in
 * the place of those.
 */
export function walkCommands({ quotes, document }: DeskState, attach: () => void): Command[] {
  const ready = () => quotes.status === 'ready' && quotes.shown.length > 0
  const editable = () => ready() && document.readOnly === undefined && quotes.focused !== undefined
  return [
    {
      id: 'quotations.attach',
      label: t('matcher.attach'),
      group: 'file',
      when: () => document.readOnly === undefined,
      run: attach,
    },
    {
      id: 'quotations.citeAll',
      label: t('matcher.citeEvery'),
      group: 'annotate',
      keys: ['Shift+S'],
      when: () => ready() && document.readOnly === undefined && quotes.plain.length > 0,
      run: () => void quotes.citeAll(),
    },
    {
      id: 'review.next',
      label: t('matcher.next'),
      group: 'review',
      keys: ['j'],
      when: ready,
      run: () => quotes.step(1),
    },
    {
      id: 'review.previous',
      label: t('matcher.previous'),
      group: 'review',
      keys: ['k'],
      when: ready,
      run: () => quotes.step(-1),
    },
    {
      id: 'annotate.source',
      label: t('matcher.citeFocused'),
      group: 'annotate',
      keys: ['s'],
      when: () => editable() && quotes.focused?.match.outcome !== 'not-found',
      run: () => void (quotes.focused && quotes.cite(quotes.focused)),
    },
    {
      id: 'annotate.flag',
      label: t('matcher.flagFocused'),
      group: 'annotate',
      keys: ['f'],
      when: editable,
      run: () => void (quotes.focused && quotes.flag(quotes.focused)),
    },
  ]
}
