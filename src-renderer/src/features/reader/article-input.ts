import { snapToWords } from '@core/text/words'
import type { DeskState } from '../../state/desk.svelte'
import { isWide, sentenceAt, trimmed } from '../../text/caret'
import { offsetAt, placeIn } from '../../text/dom-offsets'
import { caretRect, offsetFromPoint, offsetOnNextLine } from '../../text/page-geometry'
import type { ArticlePainter } from './article-painter'
import { caretMove, type CaretMove } from './caret-keys'
import { sayCaret, type Passed } from './say-caret'

/**
 * Reading and selecting in the article, by mouse and by keys. The page's own selection is what one sees and drags; what
 * counts is the same selection as text offsets in the desk's state.
 *
 * @returns how to stop, and how to show on the page what the state holds
 */
export function listenToArticle(desk: DeskState, article: HTMLElement, viewport: HTMLElement, painter: ArticlePainter) {
  const { selection } = desk
  /** Held while the caret goes up and down, so that short lines do not pull it aside. */
  let column: number | undefined
  let dragging = false
  /** Presses in quick succession: two take a word, three a paragraph. */
  let presses = 0
  /** What a release of the pointer still has to do. */
  let settling: { readonly timer: ReturnType<typeof setTimeout>; run(): void } | undefined

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
    if (selection.range && isWide(selection.range)) {
      // What of it is in sight is painted instead, and copied from the text.
      document.getSelection()?.removeAllRanges()
      return
    }
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

  function onMousedown(event: MouseEvent): void {
    presses = event.detail
  }

  function onPointerdown(event: PointerEvent): void {
    if (event.button !== 0) return
    settleNow()
    // Shift goes on from where the caret is, wherever the page believes it to be.
    if (event.shiftKey) showSelection()
    dragging = true
    column = undefined
    selection.byKeys = false
    selection.tool = undefined
  }

  function onPointerup(event: PointerEvent): void {
    if (!dragging) return
    dragging = false
    const { target, altKey } = event
    const run = () => {
      settling = undefined
      if (!readPage()) return
      if (presses > 2) selectBlock()
      else if (selection.range) settle(altKey)
      else chooseMark(target)
    }
    // The browser settles a double click's selection after the release.
    settling = { timer: setTimeout(run), run }
  }

  /** A key may come before the timer: it has to find the selection settled, and nothing may undo afterwards what it did. */
  function settleNow(): void {
    if (!settling) return
    clearTimeout(settling.timer)
    settling.run()
  }

  /** The whole of a paragraph that is drawn in pieces, and nothing of the next. */
  function selectBlock(): void {
    const { range } = selection
    const block = range && sentenceAt(story()?.blocks ?? [], range.start)
    if (!block) return
    selection.set(block.start, block.end)
    settle(true)
  }

  /** Of several marks under the pointer the innermost comes first; each further click goes one out. */
  function chooseMark(target: EventTarget | null): void {
    const ids = marksAt(target)
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
    if (!('line' in move || 'page' in move)) column = undefined
    selection.byKeys = true
    if ('all' in move) selection.set(subject.blocks[0]?.start ?? 0, to)
    else selection.set(move.extend ? (selection.anchor ?? head) : to, to)
    selection.tool = selection.range ? { kind: 'choose' } : undefined
    showSelection()
    if (!('all' in move)) desk.reader?.scrollTo({ start: to, end: to }, 'nearest')
    sayCaret(desk, passed(event, move))
  }

  function target(move: CaretMove, head: number): number | undefined {
    if ('to' in move) return move.to
    if ('all' in move) return story()?.blocks.at(-1)?.end
    const block = painter.revealCaret(head)
    if (!block) return undefined
    const rect = caretRect(block, head)
    if ('lineEdge' in move) {
      const box = block.getBoundingClientRect()
      const x = (move.lineEdge === 'start') === (getComputedStyle(block).direction !== 'rtl') ? box.left : box.right - 1
      return offsetFromPoint(article, x, rect.top + rect.height / 2)
    }
    column ??= rect.left
    if ('line' in move) return offsetOnNextLine(article, rect, column, move.line)
    return offsetOnNextPage(rect, column, move.page)
  }

  /** A window further, at the same height of it; at either end of the text, that end. */
  function offsetOnNextPage(rect: DOMRect, x: number, direction: 1 | -1): number | undefined {
    const view = viewport.getBoundingClientRect()
    const before = viewport.scrollTop
    viewport.scrollTop += direction * (view.height - 2 * rect.height)
    painter.follow()
    const moved = viewport.scrollTop - before
    const y = rect.top + direction * (view.height - 2 * rect.height) - moved
    const found = offsetFromPoint(article, x, Math.min(view.bottom - rect.height, Math.max(view.top + rect.height, y)))
    const blocks = story()?.blocks ?? []
    return moved === 0 ? (direction > 0 ? blocks.at(-1)?.end : blocks[0]?.start) : found
  }

  function openAtCaret(): boolean {
    if (selection.head === undefined) return false
    const under = desk.document.marks.overlapping(selection.head, selection.head + 1)
    const next = under[(under.findIndex((mark) => mark.id === desk.document.focus) + 1) % Math.max(1, under.length)]
    if (next) desk.show(next.id, { scroll: false })
    return next !== undefined
  }

  /** The words as the text has them, however they are drawn. */
  function onCopy(event: ClipboardEvent): void {
    if (event.target !== article && !article.contains(event.target as Node)) return
    if (!selection.range || !isWide(selection.range)) return
    event.clipboardData?.setData('text/plain', desk.text.slice(selection.range.start, selection.range.end))
    event.preventDefault()
  }

  document.addEventListener('copy', onCopy)
  document.addEventListener('selectionchange', onSelectionchange)
  window.addEventListener('pointerup', onPointerup)
  window.addEventListener('keydown', settleNow, { capture: true })
  article.addEventListener('mousedown', onMousedown)
  article.addEventListener('pointerdown', onPointerdown)
  article.addEventListener('pointermove', onPointermove)
  article.addEventListener('pointerleave', onPointerleave)
  article.addEventListener('keydown', onKeydown)
  return {
    showSelection,
    stop: () => {
      document.removeEventListener('copy', onCopy)
      document.removeEventListener('selectionchange', onSelectionchange)
      window.removeEventListener('pointerup', onPointerup)
      window.removeEventListener('keydown', settleNow, { capture: true })
      clearTimeout(settling?.timer)
      article.removeEventListener('mousedown', onMousedown)
      article.removeEventListener('pointerdown', onPointerdown)
      article.removeEventListener('pointermove', onPointermove)
      article.removeEventListener('pointerleave', onPointerleave)
      article.removeEventListener('keydown', onKeydown)
    },
  }
}

/** How large a step the key was, for what is said of it. */
function passed({ ctrlKey, altKey }: KeyboardEvent, move: CaretMove): Passed {
  if (!('to' in move)) return 'line' in move ? 'line' : 'word'
  return ctrlKey || altKey ? 'word' : 'character'
}
