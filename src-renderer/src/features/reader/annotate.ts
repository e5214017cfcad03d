import type { Saved } from '@contract/api'
import type { SingleCommand } from '@contract/commands'
import type { Range } from '@core/text/model'
import { t } from '../../messages'
import type { DeskState } from '../../state/desk.svelte'
import { afterPaint } from '../../text/after-paint'
import { sentenceAt, trimmed } from '../../text/caret'

/**
 * The words that are meant: the selection, or the sentence at a caret that was put somewhere on purpose. White space
 * alone, as a double click between two words selects it, is no words.
 */
function meant(desk: DeskState): Range | undefined {
  const { selection } = desk
  if (selection.range && trimmed(desk.text, selection.range)) return selection.range
  const sentence = selection.head === undefined ? undefined : sentenceAt(desk.sentences, selection.head)
  if (sentence) selection.set(sentence.start, sentence.end)
  else desk.app.announcer.say(t('desk.selectFirst', desk.app.keyNames))
  return sentence
}

/** The annotation that a saved change made, if it made one. */
export function madeBy(saved: Saved | undefined): string | undefined {
  return saved?.change.patches.find((patch) => patch.collection === 'annotations' && !patch.before)?.id
}

/** Makes a highlight, claim or flag of the selected words at once; a menu then refines it. */
export async function annotate(desk: DeskState, op: 'highlight' | 'claim' | 'flag'): Promise<void> {
  const range = meant(desk)
  if (!range) return
  const id = madeBy(await desk.document.do({ op, start: range.start, end: range.end }))
  if (id === undefined) return
  // The mark is on the page; lists and menu may come a frame later, so that the key feels instant.
  afterPaint(() => {
    desk.show(id, { scroll: false })
    desk.selection.tool = { kind: 'refine', annotation: id }
  })
}

/** Opens the place to write a comment on the selected words. */
export function beginComment(desk: DeskState): void {
  if (meant(desk)) desk.selection.tool = { kind: 'comment' }
}

/** Opens the place to name a source: for the claim in focus, or for the selected words. */
export function beginSource(desk: DeskState): void {
  const { document, selection } = desk
  const focused = document.annotation(document.focus)
  if (!selection.range && focused?.kind === 'claim') {
    const place = document.rangeOf(focused.id)
    if (place) selection.set(place.start, place.end)
    selection.tool = { kind: 'source', claim: focused.id }
    return
  }
  const range = meant(desk)
  if (!range) return
  const claim = document.lists.claim.find(({ anchor }) => anchor.start < range.end && anchor.end > range.start)
  selection.tool = { kind: 'source', claim: claim?.id }
}

export async function comment(desk: DeskState, note: string): Promise<void> {
  const { range } = desk.selection
  if (!range || note.trim() === '') return
  const id = madeBy(await desk.document.do({ op: 'comment', start: range.start, end: range.end, note: note.trim() }))
  if (id === undefined) return
  finish(desk)
  desk.show(id, { scroll: false })
}

type NewSource = Omit<Extract<SingleCommand, { op: 'source' }>, 'op' | 'claim'>

/**
 * Gives a source to a claim, one that is known or a new one. Selected words that are no claim yet become one first,
 * which is a step of its own to undo.
 */
export async function giveSource(
  desk: DeskState,
  claim: string | undefined,
  source: { known: string } | NewSource,
): Promise<void> {
  const { document, selection } = desk
  const { range } = selection
  const target = claim ?? (range && madeBy(await document.do({ op: 'claim', start: range.start, end: range.end })))
  if (target === undefined) return
  const saved =
    'known' in source
      ? await document.do({ op: 'cite', claim: target, source: source.known })
      : await document.do({ op: 'source', ...source, claim: target })
  if (!saved) return
  finish(desk)
  desk.show(target, { scroll: false })
}

/** Closes the toolbar and puts the caret behind the words. */
export function finish(desk: DeskState): void {
  const { selection } = desk
  const end = selection.range?.end ?? selection.head
  if (end !== undefined) selection.set(end, end)
  selection.tool = undefined
  desk.reader?.focus()
  desk.reader?.showSelection()
}
