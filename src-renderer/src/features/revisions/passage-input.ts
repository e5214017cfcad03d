import { snapToWords } from '@core/text/words'
import type { Sentence } from '@core/text/model'
import { sentenceAt, trimmed, type CaretText } from '../../text/caret'
import { offsetAt } from '../../text/dom-offsets'
import { caretRect, offsetOnNextLine } from '../../text/page-geometry'
import { caretMove } from '../reader/caret-keys'
import type { ComparisonPainter } from './comparison-painter'
import type { RevisionsState } from './revisions-state.svelte'

interface PassageOptions {
  readonly sheet: HTMLElement
  readonly painter: ComparisonPainter
  readonly subject: CaretText
  readonly sentences: readonly Sentence[]
  /** Where to begin where nothing is chosen yet. */
  readonly begin: number
  /** Brings an offset of the later text into sight. */
  scrollTo(offset: number): void
}

/**
 * Choosing words of the later text for an annotation: drawn with the mouse, which takes whole words, or by keys as in
 * the reader. Enter puts the annotation there, Escape leaves it where it is.
 *
 * @returns how to stop
 */
export function listenForPassage(state: RevisionsState, options: PassageOptions): () => void {
  const { sheet, painter, subject, sentences, begin, scrollTo } = options
  let anchor = state.picked?.start ?? begin
  let head = state.picked?.end ?? begin
  let column: number | undefined

  function set(from: number, to: number): void {
    anchor = from
    head = to
    state.picked = trimmed(subject.text, { start: Math.min(from, to), end: Math.max(from, to) })
    scrollTo(to)
  }

  /** With the pointer's place the end of the draw: what is drawn is whole words. */
  function onPointerup(event: PointerEvent): void {
    if (event.button !== 0) return
    setTimeout(() => {
      const page = document.getSelection()
      if (!page?.anchorNode || !page.focusNode || page.isCollapsed) return
      const from = offsetAt(sheet, { node: page.anchorNode, offset: page.anchorOffset })
      const to = offsetAt(sheet, { node: page.focusNode, offset: page.focusOffset })
      if (from === undefined || to === undefined || from === to) return
      const range = trimmed(subject.text, { start: Math.min(from, to), end: Math.max(from, to) })
      if (!range) return
      const { start, end } = event.altKey ? range : snapToWords(subject.text, range, subject.language)
      page.removeAllRanges()
      sheet.focus({ preventScroll: true })
      set(start, end)
    })
  }

  function takeSentence(step: 1 | -1): void {
    const current = sentenceAt(sentences, Math.min(anchor, head))
    if (!current) return
    const isTaken = state.picked?.start === current.start && state.picked.end === current.end
    const index = sentences.indexOf(current as Sentence)
    const wanted = isTaken ? (sentences[index + step] ?? current) : current
    set(wanted.start, wanted.end)
    state.app.announcer.say(subject.text.slice(wanted.start, wanted.end))
  }

  function onKeydown(event: KeyboardEvent): void {
    if (event.target !== sheet || event.defaultPrevented) return
    if (event.key === 'Enter') void state.put()
    else if (event.key === '.' || event.key === ',') takeSentence(event.key === '.' ? 1 : -1)
    else if (!moveBy(event)) return
    event.preventDefault()
    event.stopPropagation()
  }

  function moveBy(event: KeyboardEvent): boolean {
    const at = painter.revealCaret('to', head)
    const rightToLeft = at ? getComputedStyle(at.element).direction === 'rtl' : false
    const move = caretMove(subject, head, event, { mac: state.app.platform.mac, rightToLeft })
    if (!move) return false
    const to = 'to' in move ? move.to : 'line' in move && at ? nextLine(at, move.line) : undefined
    if (!('line' in move)) column = undefined
    if (to === undefined) return false
    set(move.extend ? anchor : to, to)
    // A caret alone has no words yet: the word it came to is taken, so that one sees where one is.
    if (!move.extend) {
      const { start, end } = snapToWords(
        subject.text,
        { start: to, end: Math.min(to + 1, subject.text.length) },
        subject.language,
      )
      state.picked = trimmed(subject.text, { start, end })
    }
    return true
  }

  function nextLine(at: { element: HTMLElement; offset: number }, direction: 1 | -1): number | undefined {
    const rect = caretRect(at.element, at.offset)
    column ??= rect.left
    return offsetOnNextLine(sheet, rect, column, direction)
  }

  window.addEventListener('pointerup', onPointerup)
  sheet.addEventListener('keydown', onKeydown)
  return () => {
    window.removeEventListener('pointerup', onPointerup)
    sheet.removeEventListener('keydown', onKeydown)
  }
}
