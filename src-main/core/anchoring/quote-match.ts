import type { QuoteMatch, RecordText } from '../../contract/records'
import type { Range } from '../text/model'
import { locatorAt, turnAt } from './locator'
import { chooseNear, choosePassages, type LostPassage, type Passage } from './quote-passages'
import { quoteDifference } from './quote-difference'
import { QuoteIndex } from './quote-index'
import { quotePieces, type QuotePieces } from './quote-pieces'
import { sentencePieces } from './sentence-pieces'
import { Lexicon, type Words } from './quote-words'
import { Voices } from './same-voice'

/** A quotation as a story has it. */
export interface Quoted {
  /** Its words, with or without quotation marks; several where it runs through several paragraphs. */
  readonly passages: readonly string[]
  /** Whom the story has say it. */
  readonly speaker?: string
}

/**
 * Compares quotations with what was said. Case, marks and line breaks are no difference: a transcript and a paper write
 * them each in its own way. Words of which too little is there count as not found: no match is better than a wrong one.
 *
 * @param progress told after every so many quotations
 */
export function matchQuotes(
  quotations: readonly Quoted[],
  record: RecordText,
  progress?: (done: number, total: number) => void,
): QuoteMatch[] {
  const pieces = quotations.map(({ passages }) => quotePieces(passages))
  const lexicon = new Lexicon()
  const [words, ...quoted] = lexicon.words([record, ...pieces.flatMap(({ pieces }) => pieces)]) as [Words, ...Words[]]
  const index = new QuoteIndex(words, lexicon.size)
  const voices = new Voices(record.turns)
  let next = 0
  return quotations.map(({ speaker }, at) => {
    if (at % 50 === 0) progress?.(at, quotations.length)
    const { inserted } = pieces[at] as QuotePieces
    const own = (pieces[at] as QuotePieces).pieces.map((piece) => ({ piece, words: quoted[next++] as Words }))
    const named = voices.of(speaker)
    const isNamed = (place: number) => {
      const turn = named.size > 0 ? turnAt(record, words.starts[place] as number) : undefined
      return turn !== undefined && named.has(turn.name)
    }
    const passages =
      choosePassages(own, words, index, isNamed) ?? chooseNear(sentencePieces(own), words, index, isNamed)
    return passages
      ? found(passages, inserted, record, words, named)
      : { outcome: 'not-found', passages: [], elsewhere: 0 }
  })
}

function found(
  passages: readonly (Passage | LostPassage)[],
  inserted: boolean,
  record: RecordText,
  words: Words,
  named: ReadonlySet<string>,
): QuoteMatch {
  const placed = passages.filter((passage) => 'first' in passage)
  const ranges = placed.map(({ first, last }): Range => ({
    start: words.starts[first] as number,
    end: words.ends[last] as number,
  }))
  const start = ranges[0]?.start ?? 0
  const end = ranges.at(-1)?.end ?? start
  const said = turnAt(record, start)?.name
  const exact = placed.length === passages.length && placed.every((one) => one.exact && one.follows !== 'wrongly')
  const whole = exact && placed.every(({ follows }) => follows === 'at-once')
  return {
    outcome: whole && !inserted ? 'exact' : exact ? 'ellipsis' : 'altered',
    passages: whole ? [{ start, end }] : ranges,
    locator: locatorAt(record, start),
    elsewhere: placed.length === 1 ? (placed[0]?.elsewhere ?? 0) : 0,
    ...(said && { speaker: said }),
    ...(said && named.size > 0 && !named.has(said) && { otherSpeaker: true }),
    ...(!exact && { difference: quoteDifference(passages, words) }),
  }
}
