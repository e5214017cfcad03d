import type { TextModel } from '../../text/model'
import { markersIn, type MarkerHit } from './markers'
import { PURPOSES } from './phrases/index'
import { TOKEN, TokenBuffer, tokenise } from './tokens'
import { vocabularyOf, type Vocabulary } from './vocabulary'

export const LINE = {
  prose: 1,
  bullet: 2,
  numbered: 4,
  stop: 8,
  markerWhole: 16,
  markerStart: 32,
  markerEnd: 64,
  /** Begins with a marker phrase of a language other than English. */
  foreignMarker: 128,
} as const

/** Words of a line that are looked at for markers and n-grams: the first and, where it is longer, the last. */
const MARKER_WORDS = 60

/** What is known of each line of a document before its lines are compared: flat arrays, index = line. */
export interface LineTable {
  readonly text: string
  readonly count: number
  readonly tokens: TokenBuffer
  readonly vocabulary: Vocabulary
  readonly start: Int32Array
  readonly end: Int32Array
  /** Past the list marker. */
  readonly content: Int32Array
  /** First token of the line; entry `count` closes the last. */
  readonly firstToken: Int32Array
  readonly flags: Uint8Array
  /** Share of the words that are part of a marker phrase, a column for each purpose. */
  readonly markers: Float32Array
  readonly hash: Uint32Array
  /** Of the first two words. */
  readonly opening: Uint32Array
}

/** One pass over the text. */
export function lineTable(model: TextModel): LineTable {
  const { text, blocks } = model
  const count = blocks.length
  const tokens = new TokenBuffer(Math.max(64, text.length >> 2))
  const start = new Int32Array(count)
  const end = new Int32Array(count)
  const content = new Int32Array(count)
  const firstToken = new Int32Array(count + 1)
  const flags = new Uint8Array(count)
  const markers = new Float32Array(count * PURPOSES.length)
  const hash = new Uint32Array(count)
  const opening = new Uint32Array(count)
  const hits: MarkerHit[] = []
  blocks.forEach((block, line) => {
    start[line] = block.start
    end[line] = block.end
    const listMarker = listMarkerOf(text, block.start, block.end)
    content[line] = block.start + listMarker.length
    const first = tokens.count
    firstToken[line] = first
    tokenise(text, content[line] as number, block.end, tokens)
    const last = tokens.count
    let flag = listMarker.flag
    if (endsInStop(text, content[line] as number, block.end)) flag |= LINE.stop
    if (isProse(text, tokens, first, last, (flag & LINE.stop) !== 0)) flag |= LINE.prose
    hits.length = 0
    const head = Math.min(last, first + MARKER_WORDS)
    markersIn(text, tokens, first, head, hits)
    const tail = Math.max(head, last - 8)
    if (tail < last) markersIn(text, tokens, tail, last, hits)
    for (const hit of hits) {
      const column = line * PURPOSES.length + hit.purpose
      markers[column] = Math.min(1, (markers[column] as number) + (hit.to - hit.from) / (last - first))
      if (hit.from === first) flag |= hit.foreign ? LINE.markerStart | LINE.foreignMarker : LINE.markerStart
      if (hit.to === last) flag |= LINE.markerEnd
      if (hit.from === first && hit.to === last) flag |= LINE.markerWhole
    }
    flags[line] = flag
    hash[line] = hashOf(tokens, first, last)
    opening[line] = hashOf(tokens, first, Math.min(first + 2, last))
  })
  firstToken[count] = tokens.count
  const vocabulary = vocabularyOf(tokens)
  return { text, count, tokens, vocabulary, start, end, content, firstToken, flags, markers, hash, opening }
}

function hashOf(tokens: TokenBuffer, from: number, to: number): number {
  let hash = 0x811c9dc5
  for (let token = from; token < to; token++) hash = Math.imul(hash ^ (tokens.hash[token] as number), 0x01000193)
  return hash >>> 0
}

const PROSE_WORDS = 30
/** The same with a full stop; in other scripts than the Latin one words say more, and fewer make a sentence. */
const SENTENCE_WORDS = 13
const DENSE_SENTENCE_WORDS = 10
/** Greek, the next script after the Latin letters. */
const FIRST_AFTER_LATIN = 0x370

/** A line of running text: long, or of some length and with a full stop. Characters of scripts without spaces count half. */
function isProse(text: string, tokens: TokenBuffer, from: number, to: number, hasStop: boolean): boolean {
  let words = to - from
  if (words > 100) return true
  for (let token = from; token < to; token++) if ((tokens.flags[token] as number) & TOKEN.ideograph) words -= 0.5
  const least = isAfterLatin(text, tokens, from, to) ? DENSE_SENTENCE_WORDS : SENTENCE_WORDS
  return words >= PROSE_WORDS || (words >= least && hasStop)
}

/** Does a line begin in another script than the Latin one? */
export function isAfterLatin(text: string, tokens: TokenBuffer, from: number, to: number): boolean {
  return from < to && text.charCodeAt(tokens.start[from] as number) >= FIRST_AFTER_LATIN
}

const STOPS = '.!?…。！？।؟。｡'
const CLOSERS = '"\'”’»«“‘)]）」』】› '

/** A full stop, question or exclamation mark at the end, closing quotation marks and brackets left out. */
function endsInStop(text: string, from: number, to: number): boolean {
  let at = to - 1
  while (at > from && CLOSERS.includes(text[at] as string)) at--
  return at > from && STOPS.includes(text[at] as string)
}

const BULLETS = '-*•‣▪◦–—·►▶→●○■□✓✔★☆>›»'

function listMarkerOf(text: string, from: number, to: number): { length: number; flag: number } {
  const first = text[from] as string
  const after = (at: number) => at < to && (text[at] === ' ' || text[at] === '\t' || text[at] === '\u00a0')
  if (BULLETS.includes(first) && after(from + 1))
    return { length: skipSpace(text, from + 1, to) - from, flag: LINE.bullet }
  let at = from
  while (at < to && at < from + 3 && text.charCodeAt(at) >= 0x30 && text.charCodeAt(at) <= 0x39) at++
  if (at > from && (text[at] === '.' || text[at] === ')') && after(at + 1))
    return { length: skipSpace(text, at + 1, to) - from, flag: LINE.numbered }
  return { length: 0, flag: 0 }
}

function skipSpace(text: string, from: number, to: number): number {
  let at = from
  while (at < to && (text[at] === ' ' || text[at] === '\t' || text[at] === '\u00a0')) at++
  return at
}
