import search from 'approx-string-match'
import { diff_match_patch as DiffMatchPatch } from 'diff-match-patch'
import type { Anchor } from '../../src-main/contract/entities'
import { reanchor } from '../../src-main/core/anchoring/reanchor'
import { judgeAnchoring, quotesOf, revisedText, type RevisedText } from '../support/revised-text'

export const name = 'Anchoring: 1,000 annotations on 100,000 words of which 5 % changed, paragraphs moved and taken out'

const ROUNDS = 3
/** Annotations that the slow peers are timed on; their time for 1,000 is reckoned from it. */
const SAMPLE = 200

type Place = { start: number; end: number } | { outcome: 'orphaned' }
const ORPHAN = { outcome: 'orphaned' } as const

export function run(): void {
  const revised = revisedText({ words: 100_000, seed: 1, edits: 0.05 })
  const anchors = quotesOf(revised.from, 1_000, 2)
  const ours = measure(revised, anchors, (sample) => reanchor(sample, revised.from, revised.to), ROUNDS)
  row('Blue Pencil, with the earlier text', ours)
  row(
    'Blue Pencil, by quotes alone',
    measure(revised, anchors, (sample) => reanchor(sample, undefined, revised.to), ROUNDS),
  )
  const fuzzy = measure(revised, anchors.slice(0, SAMPLE), (sample) => byApproxMatch(sample, revised.to), 1)
  row('approx-string-match with context and position', fuzzy)
  const diffed = measure(revised, anchors, (sample) => byWordDiff(sample, revised), 1)
  row('diff-match-patch, by words', diffed)
  console.log(
    `   approx-string-match ÷ ours: ${(fuzzy.ms / ours.ms).toFixed(1)} ×; diff-match-patch ÷ ours: ${(diffed.ms / ours.ms).toFixed(1)} ×`,
  )
}

interface Measured {
  /** Milliseconds for 1,000 annotations: the best round. */
  readonly ms: number
  readonly judged: ReturnType<typeof judgeAnchoring>
}

function measure(
  revised: RevisedText,
  anchors: Anchor[],
  method: (anchors: Anchor[]) => readonly Place[],
  rounds: number,
): Measured {
  let ms = Infinity
  let places: readonly Place[] = []
  for (let round = 0; round < rounds; round++) {
    const started = performance.now()
    places = method(anchors)
    ms = Math.min(ms, ((performance.now() - started) * 1_000) / anchors.length)
  }
  return { ms, judged: judgeAnchoring(revised, anchors, places) }
}

/**
 * The way web annotation tools go: an exact or near match of the quote, the best by quote, context and position. Those
 * tools have no bound below which a match is refused, so neither has this.
 */
function byApproxMatch(anchors: Anchor[], to: string): Place[] {
  const likeness = (text: string, pattern: string) =>
    pattern === '' ? 1 : 1 - (search(text, pattern, pattern.length)[0]?.errors ?? pattern.length) / pattern.length
  return anchors.map(({ exact, prefix, suffix, start }) => {
    const matches = nearMatches(to, exact)
    const scored = matches.map((match) => {
      const quote = 1 - match.errors / exact.length
      const before = likeness(to.slice(Math.max(0, match.start - prefix.length), match.start), prefix)
      const after = likeness(to.slice(match.end, match.end + suffix.length), suffix)
      const near = 1 - Math.abs(match.start - start) / to.length
      return { match, score: 50 * quote + 20 * before + 20 * after + 2 * near }
    })
    return scored.sort((a, b) => b.score - a.score)[0]?.match ?? ORPHAN
  })
}

function nearMatches(text: string, pattern: string): { start: number; end: number; errors: number }[] {
  const found = []
  for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1))
    found.push({ start: at, end: at + pattern.length, errors: 0 })
  return found.length > 0 ? found : search(text, pattern, Math.min(256, pattern.length / 2))
}

/** A diff of the texts with each word as one letter; what is left of a quote is where its words went. */
function byWordDiff(anchors: Anchor[], { from, to }: RevisedText): Place[] {
  const engine = new DiffMatchPatch()
  engine.Diff_Timeout = 0
  const numbers = new Map<string, string>()
  const letters = (text: string) => {
    const words = text.match(/\s+|\S+/g) ?? []
    return words.map((word) => {
      let letter = numbers.get(word)
      // Code units that are no surrogates: the library cuts between any two.
      if (letter === undefined)
        numbers.set(word, (letter = String.fromCharCode(numbers.size + (numbers.size >= 0xd700 ? 0x900 : 1))))
      return { letter, length: word.length }
    })
  }
  const [old, now] = [letters(from), letters(to)]
  const diffs = engine.diff_main(
    old.map(({ letter }) => letter).join(''),
    now.map(({ letter }) => letter).join(''),
    false,
  )
  const where = new Int32Array(from.length).fill(-1)
  let [i, j, fromAt, toAt] = [0, 0, 0, 0]
  for (const [kind, said] of diffs)
    for (let step = 0; step < said.length; step++) {
      const length = kind === 1 ? (now[j++]?.length ?? 0) : (old[i++]?.length ?? 0)
      if (kind === 0) {
        j++
        for (let at = 0; at < length; at++) where[fromAt + at] = toAt + at
      }
      if (kind <= 0) fromAt += length
      if (kind >= 0) toAt += length
    }
  return anchors.map(({ start, end }) => {
    const left = Array.from(where.subarray(start, end)).filter((place) => place >= 0)
    if (left.length < (end - start) * 0.35) return ORPHAN
    return { start: Math.min(...left), end: Math.max(...left) + 1 }
  })
}

function row(label: string, { ms, judged }: Measured): void {
  const share = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`
  console.log(
    `   ${label.padEnd(48)} ${ms.toFixed(0).padStart(6)} ms   right ${share(judged.right, judged.alive)}, wrong ${share(judged.wrong, judged.alive)}, gone found gone ${judged.orphaned} of ${judged.gone}`,
  )
}
