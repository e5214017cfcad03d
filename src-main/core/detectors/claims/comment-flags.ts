import type { Proposal } from '../detector'
import { shown } from './claim-proposals'
import type { StorySentence } from './judge-sentences'
import { tableOf, look } from './word-table'
import { WORD, readWords, roomForWords, wordHash } from './words'

/** Words with which a writer judges; in somebody's mouth they are that person's. English and German. */
const LOADED = tableOf(
  (
    'shamefully disgracefully outrageously scandalously laughably ludicrously mercifully thankfully predictably inexplicably ' +
    'inexcusably absurdly ridiculously hypocritically shamelessly disgraceful shameful ludicrous laughable despicable ' +
    'contemptible inexcusable unforgivable hypocritical shambolic ' +
    'skandalöserweise beschämend erfreulicherweise bedauerlicherweise dankenswerterweise unverschämt lächerlich schändlich'
  )
    .split(' ')
    .map((word) => [wordHash(word), 1] as const),
)
/** First words of a sentence with which a writer guesses. */
const GUESSING = tableOf(
  ['clearly', 'obviously', 'presumably', 'undoubtedly', 'surely', 'apparently', 'offensichtlich', 'vermutlich'].map(
    (word) => [wordHash(word), 1] as const,
  ),
)
const PERSONAL = new Set(['i', "i'm", "i've", 'my', 'ich', 'mein', 'meine'].map(wordHash))
const MOST = 3
/** A piece that says "I" in more than one of so many sentences is an opinion piece: there, comment is the point. */
const OPINION = 12
const words = roomForWords()

/**
 * Words of judgement and guesses in the writer's own voice (IPSO-2): outside quotations, in sentences that nobody
 * answers for. The first three of a story; none in a piece written as "I".
 */
export function commentFlags(text: string, sentences: readonly StorySentence[]): Proposal[] {
  const flags: Proposal[] = []
  let personal = 0
  for (const sentence of sentences) {
    if (sentence.quoted > 0 || sentence.attribution !== 'none') continue
    readWords(text, sentence.start, sentence.end, words)
    let at = -1
    for (let index = 0; index < words.count; index++) {
      if (words.kind[index] !== WORD) continue
      const hash = words.hash[index] as number
      if (PERSONAL.has(hash)) personal++
      const guess = index === 0 && words.hash[1] === COMMA && look(GUESSING, hash) > 0
      if (at < 0 && (guess || look(LOADED, hash) > 0)) at = index
    }
    if (at < 0 || flags.length === MOST) continue
    flags.push(comment(text, words.start[at] as number, words.end[at] as number, at === 0 && words.hash[1] === COMMA))
  }
  return personal * OPINION > sentences.length ? [] : flags
}

const COMMA = 0x2c

function comment(text: string, start: number, end: number, opens: boolean): Proposal {
  const said = shown(text, { start, end })
  const guess = opens && look(GUESSING, wordHash(said.toLowerCase())) > 0
  const detail = guess
    ? `“${said}” is a guess in the writer’s own voice: say what it rests on.`
    : `“${said}” is a judgement in the writer’s own voice: give it to somebody, or leave it out.`
  const signals = [{ name: 'IPSO-2', detail, weight: 0.55, start, end }]
  return { kind: 'flag', reason: 'style', severity: 'query', start, end, score: 0.55, signals }
}
