import { roleOf } from './sentence-shape'
import { look, type WordTable } from './word-table'
import { MARK, WORD, folded, type Words } from './words'

/** Hashed features are looked up in a table of this many weights. */
export const BUCKETS = 1 << 18

/** Kinds of n-grams; each is scaled by the root of how many a sentence has, so that length alone counts for little. */
export const NGRAM_KINDS = ['words', 'stems', 'roles', 'senses', 'letters'] as const

export interface Ngrams {
  /** Where each kind ends in `buckets`, in the order of NGRAM_KINDS. */
  readonly ends: Int32Array
  buckets: Int32Array
  count: number
}

export function roomForNgrams(): Ngrams {
  return { ends: new Int32Array(NGRAM_KINDS.length), buckets: new Int32Array(4096), count: 0 }
}

/** Far from the roles' numbers. */
const SENSE = 0x5000
const EDGE = 0x5bd1e995 | 0
const content = {
  hash: new Int32Array(64),
  stem: new Int32Array(64),
  role: new Int32Array(64),
  sense: new Int32Array(64),
}

/** Spreads a hash over the table (the finaliser of MurmurHash3). */
function bucket(hash: number): number {
  let mixed = hash ^ (hash >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) & (BUCKETS - 1)
}

// In which round each bucket was last taken: an n-gram counts once for each kind, however often it stands there. A byte
// a bucket, wiped when the rounds run out, stays in the processor's cache; a wider number does not.
const taken = new Uint8Array(BUCKETS)
let round = 0

function nextRound(): void {
  if (++round <= 0xff) return
  taken.fill(0)
  round = 1
}

/** Adds a bucket that is new in this round; returns how many there are then. */
function add(buckets: Int32Array, count: number, found: number): number {
  if (taken[found] === round) return count
  taken[found] = round
  buckets[count] = found
  return count + 1
}

const join = (first: number, second: number) => Math.imul(first ^ (first >>> 13), 0x9e3779b1) ^ second

/**
 * N-grams of a sentence: words 1 to 3, stems 1 and 2, roles and senses 1 to 4, letters of a word 3 to 5.
 *
 * @param senses the group of each word that is used like others; a word without one goes by its role
 */
export function readNgrams(text: string, words: Words, senses: WordTable, out: Ngrams): void {
  const length = readContent(text, words, senses)
  reserve(
    out,
    length * 14 + (words.count ? ((words.end[words.count - 1] as number) - (words.start[0] as number)) * 4 : 0) + 80,
  )
  const { buckets } = out
  let count = 0
  nextRound()
  for (let at = 1; at <= length; at++) count = add(buckets, count, bucket((content.hash[at] as number) ^ 0x11))
  for (let at = 0; at <= length; at++) {
    const pair = join(content.hash[at] as number, content.hash[at + 1] as number)
    count = add(buckets, count, bucket(pair ^ 0x22))
    if (at < length) count = add(buckets, count, bucket(join(pair, content.hash[at + 2] as number) ^ 0x33))
  }
  out.ends[0] = count
  nextRound()
  for (let at = 0; at <= length; at++) {
    if (at) count = add(buckets, count, bucket((content.stem[at] as number) ^ 0x44))
    count = add(buckets, count, bucket(join(content.stem[at] as number, content.stem[at + 1] as number) ^ 0x55))
  }
  out.ends[1] = count
  count = chains(content.role, length, 0x66, buckets, count)
  out.ends[2] = count
  count = chains(content.sense, length, 0x88, buckets, count)
  out.ends[3] = count
  nextRound()
  for (let at = 0; at < words.count; at++)
    if (words.kind[at] === WORD)
      count = letters(text, words.start[at] as number, words.end[at] as number, buckets, count)
  out.ends[4] = count
  out.count = count
}

/** Chains of one to four of what stands in a row. */
function chains(row: Int32Array, length: number, kind: number, buckets: Int32Array, from: number): number {
  let count = from
  nextRound()
  for (let at = 0; at <= length + 1; at++) {
    let hash = row[at] as number
    count = add(buckets, count, bucket(hash ^ kind))
    for (let more = 1; more < 4 && at + more <= length + 1; more++) {
      hash = join(hash, row[at + more] as number)
      count = add(buckets, count, bucket(hash ^ kind ^ 0x11))
    }
  }
  return count
}

function reserve(out: Ngrams, room: number): void {
  if (out.buckets.length < room) out.buckets = new Int32Array(room * 2)
}

/** Words without full stops and commas, an edge on either side. */
function readContent(text: string, words: Words, senses: WordTable): number {
  if (content.hash.length < words.count + 2) {
    const room = words.count * 2 + 2
    content.hash = new Int32Array(room)
    content.stem = new Int32Array(room)
    content.role = new Int32Array(room)
    content.sense = new Int32Array(room)
  }
  let length = 0
  set(0, EDGE, EDGE, EDGE, EDGE)
  for (let at = 0; at < words.count; at++) {
    const hash = words.hash[at] as number
    if (words.kind[at] === MARK && (hash === 0x2e || hash === 0x2c)) continue
    length++
    const role = roleOf(text, words, at)
    if (words.kind[at] !== WORD) {
      set(length, hash, hash, role, hash)
      continue
    }
    const sense = role === hash ? -1 : look(senses, hash)
    const stemmed = stem(text, words.start[at] as number, words.end[at] as number)
    set(length, hash, stemmed, role, sense < 0 ? role : SENSE + sense)
  }
  set(length + 1, ~EDGE, ~EDGE, ~EDGE, ~EDGE)
  return length
}

function set(at: number, hash: number, stemmed: number, role: number, sense: number): void {
  content.hash[at] = hash
  content.stem[at] = stemmed
  content.role[at] = role
  content.sense[at] = sense
}

/** Hash of a word's first four letters. */
function stem(text: string, start: number, end: number): number {
  let hash = 0x2545f491
  for (let at = start; at < end && at < start + 4; at++)
    hash = Math.imul(hash ^ folded(text.charCodeAt(at)), 0x01000193)
  return hash
}

/** Of a monstrous "word" only so many letters count. */
const LONGEST = 100
const spelt = new Int32Array(LONGEST + 2)

/** Letters 3 to 5 of a word with its edges marked. */
function letters(text: string, start: number, end: number, buckets: Int32Array, from: number): number {
  let count = from
  const length = Math.min(end - start, LONGEST) + 2
  spelt[0] = 1
  for (let at = 1; at < length - 1; at++) spelt[at] = folded(text.charCodeAt(start + at - 1))
  spelt[length - 1] = 2
  for (let first = 0; first + 3 <= length; first++) {
    let hash = step(step(FIRST, spelt[first] as number), spelt[first + 1] as number)
    const last = Math.min(first + 5, length)
    for (let at = first + 2; at < last; at++) {
      hash = step(hash, spelt[at] as number)
      count = add(buckets, count, bucket(hash))
    }
  }
  return count
}

const FIRST = 0x3c6ef372
const step = (hash: number, unit: number) => Math.imul(hash ^ unit, 0x01000193)
