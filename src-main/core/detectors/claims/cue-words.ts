import { look, tableOf } from './word-table'
import { wordHash } from './words'

/** Words that tell an editor what kind of statement stands there. English and German. */
const CUE_WORDS = {
  superlative:
    'largest biggest highest lowest longest shortest oldest youngest fastest slowest greatest worst deadliest smallest strongest richest poorest ' +
    'tallest hottest coldest wettest driest busiest costliest unprecedented größte größten höchste höchsten niedrigste niedrigsten älteste ältesten schlimmste schlimmsten',
  sole: 'first only erste ersten einzige einzigen',
  most: 'most least',
  record: 'record records rekord ever all-time',
  cause:
    'because caused causes causing triggered resulted results due owing thanks weil wegen verursacht verursachte aufgrund',
  accuse:
    'accused accuses accusing accuse alleged alleges alleging allegedly allegation allegations suspected accusations accusation beschuldigt beschuldigte vorgeworfen mutmaßlich mutmaßliche angeblich',
  crime:
    'fraud bribery bribes bribe corruption corrupt murder murdered manslaughter theft stole stolen assault assaulted abuse abused embezzlement embezzled harassment ' +
    'harassed raped rape lied lying misled cheating cheated laundering negligence misconduct forged plagiarism discrimination betrug bestechung untreue missbrauch korruption diebstahl',
  reply:
    'denied denies deny denying denial rejected rejects reject dismissed dismisses refuted refutes disputed disputes disputing declined respond responded responding response responses ' +
    'comment commented innocent innocence guilty defended defends apologised apologized apology reached unavailable replied insisted insists contested contests rebuffed ' +
    'bestritt bestreitet dementierte dementiert zurückgewiesen wies stellungnahme äußern reagierte entschuldigte',
  future:
    "will won't shall forecast forecasts predicts predicted expects expected projected plans planned wird werden soll sollen",
  duty: 'should must ought needs sollte müsste muss müssen',
  judgement:
    'shameful disgraceful unacceptable outrageous wonderful terrible brilliant absurd ridiculous beautiful awful disgrace scandalous wrong right fair unfair',
  change:
    'rose fell increased decreased dropped doubled halved tripled quadrupled grew shrank climbed declined soared slumped jumped plunged surged rising falling stieg stiegen sank sanken verdoppelt verdoppelte halbiert gestiegen gesunken',
  compare: 'than twice thrice fewer als doppelt',
  magnitude:
    'hundred hundreds thousand thousands million millions billion billions trillion percent tens tausend tausende million millionen milliarde milliarden prozent dozen dozens half',
  event:
    'voted ruled approved signed banned passed convicted sentenced acquitted elected killed died arrested beschlossen verurteilt gewählt getötet starb starben',
  // Says where it is from, though nobody speaks.
  sourced:
    'data figures statistics report reports study studies survey surveys poll polls census shows showed shown found according documents filing filings court records officials police ' +
    'researchers estimate estimates estimated announced reported analysis research index office ministry bureau agency laut zufolge angaben studie bericht umfrage statistik behörden polizei',
  // Settled by a court or owned up to: no allegation any more.
  proven: 'convicted conviction admitted admits confessed sentenced jailed verurteilt gestand gestanden',
  past: 'founded established launched opened began started born since ago decades decade earlier previously former formerly gegründet seit früher',
} as const

export type Cue = keyof typeof CUE_WORDS

const NAMES = Object.keys(CUE_WORDS) as Cue[]
const bits = new Map<number, number>()
NAMES.forEach((name, index) => {
  for (const word of CUE_WORDS[name].split(' '))
    bits.set(wordHash(word), (bits.get(wordHash(word)) ?? 0) | (1 << index))
})
const table = tableOf([...bits])

/** Each cue's bit in the answer of `cuesOf`. */
export const CUE = Object.fromEntries(NAMES.map((name, index) => [name, 1 << index])) as Record<Cue, number>

/** What a word is a cue for, as bits. */
export function cuesOf(hash: number): number {
  const found = look(table, hash)
  return found < 0 ? 0 : found
}
