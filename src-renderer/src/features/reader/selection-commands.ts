import type { Range } from '@core/text/model'
import { t } from '../../messages'
import type { Command } from '../../state/commands.svelte'
import type { DeskState } from '../../state/desk.svelte'
import { Widening } from '../../state/widening'
import { widened, withSentence, type Direction } from '../../text/caret'
import { saySelection } from './say-caret'

/** Selecting by what a text is made of, from wherever the caret is and over any distance. */
export function selectionCommands(desk: DeskState): Command[] {
  const { selection } = desk
  const widening = new Widening()
  const ready = () => desk.document.status === 'ready'
  const mac = desk.app.platform.mac

  const current = () => {
    const at = selection.head ?? desk.inSight.start
    return selection.range ?? { start: at, end: at }
  }

  /** @param at the end that has to be in sight */
  function take({ start, end }: Range, at: number): void {
    selection.byKeys = true
    if (at === end) selection.set(start, end)
    else selection.set(end, start)
    selection.tool = selection.range ? { kind: 'choose' } : undefined
    desk.reader?.scrollTo({ start: at, end: at }, 'nearest')
    desk.reader?.showSelection()
    saySelection(desk)
  }

  function widen(to: Range, at: number): void {
    widening.add(current(), to)
    take(to, at)
  }

  function more(): void {
    const story = desk.document.document
    if (!story) return
    const to = widened(story, desk.sentences, current())
    widen(to, to.end)
  }

  function less(): void {
    const back = widening.back(current())
    if (back) take(back, back.end)
  }

  function bySentence(direction: Direction): void {
    if (!selection.range) return desk.selectSentence()
    const to = withSentence(desk.sentences, selection.range, direction)
    widen(to, direction > 0 ? to.end : to.start)
  }

  return [
    {
      id: 'select.more',
      label: t('reader.selectMore'),
      group: 'annotate',
      keys: [mac ? 'Control+Shift+Meta+ArrowRight' : 'Alt+Shift+ArrowRight'],
      when: ready,
      run: more,
    },
    {
      id: 'select.less',
      label: t('reader.selectLess'),
      group: 'annotate',
      keys: [mac ? 'Control+Shift+Meta+ArrowLeft' : 'Alt+Shift+ArrowLeft'],
      when: ready,
      run: less,
    },
    {
      id: 'select.sentenceAfter',
      label: t('reader.selectSentenceAfter'),
      group: 'annotate',
      keys: ['>'],
      when: ready,
      run: () => bySentence(1),
    },
    {
      id: 'select.sentenceBefore',
      label: t('reader.selectSentenceBefore'),
      group: 'annotate',
      keys: ['<'],
      when: ready,
      run: () => bySentence(-1),
    },
  ]
}
