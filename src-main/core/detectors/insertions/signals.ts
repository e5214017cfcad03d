import type { Signal } from '../../../contract/entities'
import type { LineFacts } from './base-features'
import type { LineBlock } from './blocks'
import { LINE } from './line-table'
import { markersIn, type MarkerHit } from './markers'
import { PURPOSES } from './phrases/index'
import { nameSignals, tieSignal } from './tie-signals'
import { QUOTE } from './quotation-state'

const MOST_SIGNALS = 6

/**
 * Why a block was proposed, in an editor's words, the strongest first; at least two. Weights are rough shares of the
 * log-odds, positive where the signal speaks for an insertion.
 */
export function signalsOf(facts: LineFacts, block: LineBlock, seen: (line: number) => number): Signal[] {
  const signals = [
    markerSignal(facts, block),
    quotationSignal(facts, block),
    seenSignal(facts, block, seen),
    tieSignal(facts, block),
    ...nameSignals(facts, block),
    shapeSignal(facts, block),
    repeatSignal(facts, block),
    wordingSignal(facts, block),
  ].filter((signal) => signal !== undefined)
  if (signals.length < 2) signals.push(placeSignal(facts, block))
  return signals.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)).slice(0, MOST_SIGNALS)
}

const signal = (name: string, detail: string, weight: number, start: number, end: number): Signal => ({
  name,
  detail,
  weight: Math.round(weight * 100) / 100,
  start,
  end,
})

function markerSignal({ table }: LineFacts, block: LineBlock): Signal | undefined {
  let best: MarkerHit | undefined
  let bestLine = 0
  let bestShare = 0
  for (let line = block.first; line < block.end; line++) {
    const hits: MarkerHit[] = []
    const first = table.firstToken[line] as number
    const end = table.firstToken[line + 1] as number
    markersIn(table.text, table.tokens, first, Math.min(end, first + 60), hits)
    for (const hit of hits) {
      const share = (hit.to - hit.from) / (end - first)
      if (share > bestShare) {
        best = hit
        bestLine = line
        bestShare = share
      }
    }
  }
  if (!best) return undefined
  const start = table.tokens.start[best.from] as number
  const end = table.tokens.end[best.to - 1] as number
  const words = table.text.slice(start, end)
  const isWhole = best.from === table.firstToken[bestLine] && best.to === table.firstToken[bestLine + 1]
  const alone = block.end - block.first === 1
  const detail =
    isWhole && !alone && bestLine === block.end - 1
      ? `Ends with “${words}”`
      : isWhole && !alone && bestLine === block.first
        ? `Begins with “${words}”`
        : isWhole && alone
          ? `Says nothing but “${words}”`
          : `Has the words “${words}”, which sites put beside a story`
  return signal(`marker-${PURPOSES[best.purpose]}`, detail, 1 + 2 * bestShare, start, end)
}

function quotationSignal({ table, quotes }: LineFacts, block: LineBlock): Signal | undefined {
  if (!((quotes[block.first] as number) & QUOTE.inside)) return undefined
  for (let line = block.end; line < table.count; line++)
    if ((quotes[line] as number) & (QUOTE.begins | QUOTE.closes))
      return signal(
        'interrupts-quotation',
        'Interrupts a quotation that carries on after it',
        2.5,
        table.start[line] as number,
        table.end[line] as number,
      )
  return undefined
}

const NUMBERS = ['', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve']

function shapeSignal({ table }: LineFacts, block: LineBlock): Signal | undefined {
  let headlines = 0
  let sentences = 0
  for (let line = block.first; line < block.end; line++) {
    const flags = table.flags[line] as number
    const words = (table.firstToken[line + 1] as number) - (table.firstToken[line] as number)
    if (flags & LINE.stop) sentences++
    else if (words >= 4 && !(flags & LINE.markerWhole)) headlines++
  }
  const start = table.start[block.first] as number
  const end = table.end[block.end - 1] as number
  const length = block.end - block.first
  if (headlines > 1) {
    const count = NUMBERS[headlines] ?? String(headlines)
    const none = sentences ? '' : ', no full sentence among them'
    return signal('headline-list', `${count} headlines in a row${none}`, 0.6 + 0.3 * Math.min(5, headlines), start, end)
  }
  if (sentences === 0 && length > 1)
    return signal('fragments', `${NUMBERS[length] ?? length} short lines, none of them a sentence`, 0.8, start, end)
  if (sentences === 0)
    return signal('fragment', 'A line that is no sentence, between paragraphs that are', 0.5, start, end)
  return undefined
}

function repeatSignal({ table, sameLine }: LineFacts, block: LineBlock): Signal | undefined {
  for (let line = block.first; line < block.end; line++) {
    const times = sameLine[line] as number
    if (times > 1)
      return signal(
        'repeated',
        `“${shortened(table, line)}” stands ${times} times in the document`,
        0.5 * Math.log2(times) + 0.5,
        table.start[line] as number,
        table.end[line] as number,
      )
  }
  return undefined
}

function seenSignal({ table }: LineFacts, block: LineBlock, seen: (line: number) => number): Signal | undefined {
  let most = 0
  let mostLine = block.first
  for (let line = block.first; line < block.end; line++) {
    const times = seen(line)
    if (times > most) {
      most = times
      mostLine = line
    }
  }
  if (!most) return undefined
  const documents = most === 1 ? 'another document' : `${most} other documents`
  return signal(
    'seen-elsewhere',
    `“${shortened(table, mostLine)}” stands in ${documents} of the library`,
    1 + Math.log2(most),
    table.start[mostLine] as number,
    table.end[mostLine] as number,
  )
}

function wordingSignal({ table, ngrams }: LineFacts, block: LineBlock): Signal | undefined {
  let best = block.first
  for (let line = block.first; line < block.end; line++)
    if ((ngrams[line] as number) > (ngrams[best] as number)) best = line
  const score = ngrams[best] as number
  if (score < -1) return undefined
  return signal(
    'wording',
    `Worded like what sites put between paragraphs: “${shortened(table, best)}”`,
    Math.max(0.2, Math.min(2, 1 + score / 2)),
    table.start[best] as number,
    table.end[best] as number,
  )
}

function placeSignal({ table }: LineFacts, block: LineBlock): Signal {
  return signal(
    'place',
    'The paragraphs around it read on without it',
    0.3,
    table.start[block.first] as number,
    table.end[block.end - 1] as number,
  )
}

function shortened(table: { text: string; content: Int32Array; end: Int32Array }, line: number): string {
  const whole = table.text.slice(table.content[line], table.end[line])
  const characters = [...whole.slice(0, 120)]
  return characters.length <= 60 ? whole : characters.slice(0, 59).join('').trimEnd() + '…'
}
