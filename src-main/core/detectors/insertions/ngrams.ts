import { LINE, type LineTable } from './line-table'
import { TOKEN } from './tokens'
import { classesOfWord, WORD } from './lexicon'

/** Buckets of the hashed n-gram model; a power of two. */
export const NGRAM_BUCKETS = 1 << 16

const FIRST_WORDS = 20
const LAST_WORDS = 5
const NUMBER = 0x1357

/**
 * Buckets of a line's n-grams, written to `into`; the number of them is returned. Single words and their stems, pairs,
 * the first and last words by place, and runs of three word shapes. Of a long line only its beginning and end.
 */
export function ngramBuckets(table: LineTable, line: number, into: Int32Array): number {
  const { tokens, firstToken, flags } = table
  const first = firstToken[line] as number
  const last = firstToken[line + 1] as number
  const head = Math.min(last, first + FIRST_WORDS)
  let count = 0
  const add = (kind: number, a: number, b: number) => {
    let hash = Math.imul(a ^ kind, 0x85ebca6b)
    hash = Math.imul(hash ^ b ^ (hash >>> 13), 0xc2b2ae35)
    into[count++] = ((hash ^ (hash >>> 16)) >>> 0) & (NGRAM_BUCKETS - 1)
  }
  const word = (token: number) =>
    (tokens.flags[token] as number) & TOKEN.number ? NUMBER : (tokens.hash[token] as number)
  let shapes = 0
  const walk = (from: number, to: number) => {
    for (let token = from; token < to; token++) {
      const hash = word(token)
      add(1, hash, 0)
      add(10, tokens.stem[token] as number, 0)
      if (token > first) add(2, word(token - 1), hash)
      shapes = ((shapes << 3) | shapeOf(tokens.flags[token] as number, tokens.hash[token] as number)) & 0xfff
      if (token - from >= 2) add(3, shapes & 0x1ff, 0)
    }
  }
  walk(first, head)
  if (last - head > 0) walk(Math.max(head, last - LAST_WORDS), last)
  if (last > first) {
    add(4, word(first), 0)
    add(5, word(last - 1), (flags[line] as number) & LINE.stop)
    add(9, shapes & 0x3f, (flags[line] as number) & LINE.stop)
  }
  if (last - first > 1) {
    add(6, word(first), word(first + 1))
    add(7, word(last - 2), word(last - 1))
  }
  add(8, Math.min(8, last - first), (flags[line] as number) & LINE.stop)
  return count
}

/** Most buckets that a line can have. */
export const MOST_BUCKETS = (FIRST_WORDS + LAST_WORDS) * 4 + 8

function shapeOf(flags: number, hash: number): number {
  if (flags & TOKEN.number) return 1
  if (flags & TOKEN.allCapitals) return 2
  if (flags & TOKEN.ideograph) return 3
  const isFunction = (classesOfWord(hash) & WORD.function) !== 0
  if (flags & TOKEN.capital) return isFunction ? 4 : 5
  return isFunction ? 6 : 7
}

/** Log-odds of every line under the weights of the hashed model. */
export function ngramScores(table: LineTable, weights: Float32Array, bias: number): Float32Array {
  const scores = new Float32Array(table.count)
  const buckets = new Int32Array(MOST_BUCKETS)
  for (let line = 0; line < table.count; line++) {
    const count = ngramBuckets(table, line, buckets)
    let sum = 0
    for (let i = 0; i < count; i++) sum += weights[buckets[i] as number] as number
    scores[line] = bias + sum / Math.sqrt(count)
  }
  return scores
}
