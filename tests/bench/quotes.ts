import search from 'approx-string-match'
import { diff_match_patch as DiffMatchPatch } from 'diff-match-patch'
import { matchQuotes } from '../../src-main/core/anchoring/quote-match'
import { recordText } from '../../src-main/core/records/record-text'
import { judgeQuotes, quotedRecord, type KnownQuotation } from '../support/quoted-record'

export const name =
  'Quotations: 200 beside a record of 100,000 words, some altered by 15 % of their words, some never said'

const COUNT = 200
const ROUNDS = 3
/** Quotations that the slow peers are timed on; their time for all is reckoned from it. */
const SAMPLE = 25
/** Share of a quotation's letters that may be wrong, for a peer that would else find everything somewhere. */
const ERRORS = 0.4

type Place = { start: number; end: number } | undefined

export function run(): void {
  const { text, quotations } = quotedRecord({ words: 100_000, count: COUNT, seed: 3, edits: 0.15 })
  const ours = measure(text, quotations, ROUNDS, (sample) => {
    const matches = matchQuotes(
      sample.map(({ words }) => ({ passages: [words] })),
      recordText(text),
    )
    return matches.map(({ passages }) => {
      const [first, last] = [passages[0], passages.at(-1)]
      return first && last && { start: first.start, end: last.end }
    })
  })
  row('Blue Pencil', ours)
  const lower = text.toLowerCase()
  const fuzzy = measure(text, quotations.slice(0, SAMPLE), 1, (sample) =>
    sample.map(({ words }): Place => {
      const quotation = words.toLowerCase()
      return search(lower, quotation, Math.floor(quotation.length * ERRORS)).sort((a, b) => a.errors - b.errors)[0]
    }),
  )
  row('approx-string-match, best of the whole text', fuzzy)
  const engine = new DiffMatchPatch()
  engine.Match_Distance = text.length * 10
  engine.Match_Threshold = ERRORS
  const bitap = measure(text, quotations.slice(0, SAMPLE), 1, (sample) =>
    sample.map(({ words }): Place => {
      // It compares as many letters as a number has bits.
      const start = engine.match_main(lower, words.toLowerCase().slice(0, engine.Match_MaxBits), 0)
      return start < 0 ? undefined : { start, end: start + words.length }
    }),
  )
  row('diff-match-patch, by the first 32 letters', bitap)
  console.log(
    `   approx-string-match ÷ ours: ${(fuzzy.ms / ours.ms).toFixed(1)} ×; diff-match-patch ÷ ours: ${(bitap.ms / ours.ms).toFixed(1)} ×`,
  )
}

interface Measured {
  /** Milliseconds for all quotations: the best round. */
  readonly ms: number
  readonly judged: ReturnType<typeof judgeQuotes>
}

function measure(
  text: string,
  quotations: readonly KnownQuotation[],
  rounds: number,
  method: (sample: readonly KnownQuotation[]) => readonly Place[],
): Measured {
  let ms = Infinity
  let places: readonly Place[] = []
  for (let round = 0; round < rounds; round++) {
    const started = performance.now()
    places = method(quotations)
    ms = Math.min(ms, ((performance.now() - started) * COUNT) / quotations.length)
  }
  return { ms, judged: judgeQuotes(text, quotations, places) }
}

function row(label: string, { ms, judged }: Measured): void {
  const { exact, ellipsis, altered, 'never-said': never } = judged
  const of = (right: number, all: number) => `${right} of ${all}`
  const wrong = exact.wrong + ellipsis.wrong + altered.wrong
  console.log(
    `   ${label.padEnd(44)} ${ms.toFixed(0).padStart(7)} ms   exact ${of(exact.right, exact.all)}, with omissions ${of(ellipsis.right, ellipsis.all)}, altered ${of(altered.right, altered.all)}; wrong place ${wrong}, never said and yet found ${of(never.wrong, never.all)}`,
  )
}
