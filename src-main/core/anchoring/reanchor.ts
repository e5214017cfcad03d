import type { Anchor } from '../../contract/entities'
import type { Placement as Outcome } from '../../contract/taxonomies'
import type { Range } from '../text/model'
import { align } from './align'
import { backbone } from './backbone'
import { placesByQuote } from './by-quote'
import { placeOf, type Found } from './place'
import { similarity } from './similarity'
import { tokenise, type Vocabulary } from './tokens'

/** Where an annotation stands on a later text. `score` is how much of it is there, 0 to 1. Offsets are UTF-16. */
export type Placement =
  | { readonly outcome: Outcome; readonly start: number; readonly end: number; readonly score: number }
  | { readonly outcome: 'orphaned'; readonly score: number; readonly proposal?: Range & { readonly score: number } }

/** At least this much of a passage must be left to call it the passage; below, a wrong place costs more than none. */
const ENOUGH = 0.5
/** A place that is not sure enough is still worth a proposal to the editor. */
const PROPOSABLE = 0.2

/**
 * Finds annotations again on a later text of the story, or orphans them: rather no place than the wrong one.
 *
 * With the text they were made on, whole texts are compared, so that a passage is known by all that stands around it,
 * and one that went is not looked for in others that say the same. Without it, their quotes with prefix and suffix
 * stand for that text.
 *
 * @param from the text that the anchors count in; undefined where it is gone
 */
export function reanchor(anchors: readonly Anchor[], from: string | undefined, to: string): Placement[] {
  const places = from === undefined ? placesByQuote(anchors, to) : placesByText(anchors, from, to)
  return places.map(({ exact, found }) => (found ? judge(exact, found, to) : { outcome: 'orphaned', score: 0 }))
}

function placesByText(anchors: readonly Anchor[], from: string, to: string) {
  const vocabulary: Vocabulary = new Map()
  const old = tokenise(from, vocabulary)
  const now = tokenise(to, vocabulary)
  const alignment = align(old, now)
  const kept = backbone(alignment.forward)
  return anchors.map((range) => ({
    exact: from.slice(range.start, range.end),
    found: placeOf(range, old, now, alignment, kept),
  }))
}

function judge(exact: string, found: Found, to: string): Placement {
  const { start, end, survived } = found
  const text = to.slice(start, end)
  if (text === exact) return { outcome: found.inOrder ? 'same' : 'moved', start, end, score: 1 }
  const score = Math.max(survived, similarity(exact, text))
  if (survived >= ENOUGH || (survived > 0 && score >= SURE)) {
    const same = squeeze(text) === squeeze(exact)
    return { outcome: !same ? 'edited' : found.inOrder ? 'same' : 'moved', start, end, score }
  }
  return { outcome: 'orphaned', score, ...(score >= PROPOSABLE && { proposal: { start, end, score } }) }
}

/** Letters in common that make up for words that were only mistyped. */
const SURE = 0.65

const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim()
