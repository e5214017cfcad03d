import { snapToWords } from '@core/text/words'
import type { DeskState } from '../../state/desk.svelte'
import { trimmed } from '../../text/caret'
import { offsetAt, placeIn } from '../../text/dom-offsets'
import { caretRect, offsetFromPoint, offsetOnNextLine } from '../../text/page-geometry'
import type { ArticlePainter } from './article-painter'
import { caretMove, type CaretMove } from './caret-keys'

/**
 * Reading and selecting in the article, by mouse and by keys. The page's own selection is what one sees and drags; what
 * counts is the same selection as text offsets in the desk's state.
 *
 * @returns how to stop, and how to show on the page what the state holds
 */
export function listenToArticle(desk: DeskState, article: HTMLElement, painter: ArticlePainter) {
  const { selection } = desk
  /** Held while the caret goes up and down, so that short lines do not pull it aside. */
  let column: number | undefined
  let dragging = false

  const story = () => desk.document.document

  function readPage(): boolean {
    const page = document.getSelection()
    if (!page?.anchorNode || !page.focusNode) return false
    const anchor = offsetAt(article, { node: page.anchorNode, offset: page.anchorOffset })
    const head = offsetAt(article, { node: page.focusNode, offset: page.focusOffset })
    if (anchor === undefined || head === undefined) return false
    selection.set(anchor, head)
    return true
  }

  function showSelection(): void {
    const { anchor, head } = selection
    if (anchor === undefined || head === undefined) return
    // The end that comes first lies at the start of a piece, the other at the end of one.
    const element = (offset: number, isFirst: boolean) =>
      isFirst ? painter.reveal(offset) : painter.revealCaret(offset)
    const [from, to] = [element(anchor, anchor < head), element(head, head < anchor)]
    const [start, end] = [from && placeIn(from, anchor, anchor < head), to && placeIn(to, head, head < anchor)]
    if (start && end) document.getSelection()?.setBaseAndExtent(start.node, start.offset, end.node, end.offset)
  }

  /** On release: without the white space at its ends, and to whole words unless Alt says otherwise. */
  function settle(exact: boolean): void {
    const document = story()
    const range = selection.range && document && trimmed(document.text, selection.range)
    if (!range || !document) {
      selection.tool = undefined
      return
    }
    const { start, end } = exact ? range : snapToWords(document.text, range, document.language)
    const backwards = (selection.head ?? 0) < (selection.anchor ?? 0)
    selection.set(backwards ? end : start, backwards ? start : end)
    selection.tool = { kind: 'choose' }
    showSelection()
  }

  function onSelectionchange(): void {
    if (dragging) readPage()
  }

  function onPointerdown(event: PointerEvent): void {
    if (event.button !== 0) return
    dragging = true
    column = undefined
    selection.byKeys = false
    selection.tool = undefined
  }

  function onPointerup(event: PointerEvent): void {
    if (!dragging) return
    dragging = false
    // At once, for a key that follows the click closely; and again, as the browser settles a double click's selection
    // after the release.
    readPage()
    setTimeout(() => {
      if (!readPage()) return
      if (selection.range) settle(event.altKey)
      else chooseMark(event)
    })
  }

  /** Of several marks under the pointer the innermost comes first; each further click goes one out. */
  function chooseMark(event: PointerEvent): void {
    const ids = marksAt(event.target)
    if (ids.length === 0) return
    const next = ids[(ids.indexOf(desk.document.focus ?? '') + 1) % ids.length]
    if (next !== undefined) desk.show(next, { scroll: false })
  }

  function marksAt(target: EventTarget | null): string[] {
    const ids: string[] = []
    for (let at = target instanceof Element ? target : null; at && at !== article; at = at.parentElement)
      if (at instanceof HTMLElement && at.dataset['mark']) ids.push(at.dataset['mark'])
    return [...new Set(ids)]
  }

  function onPointermove(event: PointerEvent): void {
    if (!dragging) desk.document.hover = marksAt(event.target)[0]
  }

  function onPointerleave(): void {
    desk.document.hover = undefined
  }

  function onKeydown(event: KeyboardEvent): void {
    if (event.target !== article || event.defaultPrevented) return
    if (event.key === 'Escape' && (selection.range ?? selection.tool)) {
      selection.clear()
      document.getSelection()?.removeAllRanges()
      event.preventDefault()
      return
    }
    if (event.key === 'Enter' && !event.ctrlKey && !event.altKey && openAtCaret()) {
      event.preventDefault()
      return
    }
    const subject = story()
    if (!subject) return
    const head = selection.head ?? desk.inSight.start
    const block = painter.revealCaret(head)
    const rightToLeft = block ? getComputedStyle(block).direction === 'rtl' : false
    const move = caretMove(subject, head, event, { mac: desk.app.platform.mac, rightToLeft })
    const to = move && target(move, head)
    if (move === undefined || to === undefined) return
    event.preventDefault()
    if (!('line' in move)) column = undefined
    selection.byKeys = true
    selection.set(move.extend ? (selection.anchor ?? head) : to, to)
    selection.tool = selection.range ? { kind: 'choose' } : undefined
    showSelection()
    desk.reader?.scrollTo({ start: to, end: to }, 'nearest')
  }

  function target(move: CaretMove, head: number): number | undefined {
    if ('to' in move) return move.to
    const block = painter.revealCaret(head)
    if (!block) return undefined
    const rect = caretRect(block, head)
    if ('lineEdge' in move) {
      const box = block.getBoundingClientRect()
      const x = (move.lineEdge === 'start') === (getComputedStyle(block).direction !== 'rtl') ? box.left : box.right - 1
      return offsetFromPoint(article, x, rect.top + rect.height / 2)
    }
    column ??= rect.left
    return offsetOnNextLine(article, rect, column, move.line)
  }

  function openAtCaret(): boolean {
    if (selection.head === undefined) return false
    const under = desk.document.marks.overlapping(selection.head, selection.head + 1)
    const next = under[(under.findIndex((mark) => mark.id === desk.document.focus) + 1) % Math.max(1, under.length)]
    if (next) desk.show(next.id, { scroll: false })
    return next !== undefined
  }

  document.addEventListener('selectionchange', onSelectionchange)
  window.addEventListener('pointerup', onPointerup)
  article.addEventListener('pointerdown', onPointerdown)
  article.addEventListener('pointermove', onPointermove)
  article.addEventListener('pointerleave', onPointerleave)
  article.addEventListener('keydown', onKeydown)
  return {
    showSelection,
    stop: () => {
      document.removeEventListener('selectionchange', onSelectionchange)
      window.removeEventListener('pointerup', onPointerup)
      article.removeEventListener('pointerdown', onPointerdown)
      article.removeEventListener('pointermove', onPointermove)
      article.removeEventListener('pointerleave', onPointerleave)
      article.removeEventListener('keydown', onKeydown)
    },
  }
}
