import type { Proposal } from '../detector'
import type { StorySentence } from './judge-sentences'

/** Papers, agencies and broadcasters by the words of their names. */
const PRESS =
  /\b(?:Reuters|Associated Press|AP|AFP|Agence France-Presse|dpa|Bloomberg|Xinhua|TASS|Interfax|Kyodo|ANSA|EFE|APA|PA Media|Times|Post|Guardian|Journal|Telegraph|Mail|Tribune|Herald|Gazette|Courier|Chronicle|Observer|Spiegel|Zeitung|Allgemeine|Monde|Figaro|País|Repubblica|CNN|BBC|NBC|CBS|ABC News|Fox News|Sky News|Al Jazeera|NPR|Politico|Axios|newspaper|news agency|Nachrichtenagentur)\b/
const PRONOUN = /^(?:he|she|they|it|who|er|sie|es|il|elle)$/iu
/** "The Post reported, citing Reuters": a report of a report. */
const CITING =
  /\b(?:citing|quoting|unter Berufung auf|citant)\s+(?:the\s+|die\s+|den\s+)?(\p{Lu}[\p{L}-]*(?:\s\p{Lu}[\p{L}-]*){0,3})/u
const SENTENCES = 6
const ATTRIBUTED = 3
const INDEPENDENT = 3

/**
 * A story all of whose sources are other reports, and fewer than three of them (KSJ-1); or a report that goes back to
 * another report, which is then one and not two.
 */
export function pressSourcesFlag(text: string, sentences: readonly StorySentence[]): Proposal[] {
  for (const { start, end, speaker, attribution } of sentences) {
    if (attribution === 'none' || !speaker || !PRESS.test(speaker.text)) continue
    const words = text.slice(start, end)
    const found = CITING.exec(words)
    const cited = found?.[1]
    if (!found || !cited || !PRESS.test(cited)) continue
    const at = start + found.index
    return [flag(at, at + found[0].length, `${speaker.text} has it from ${cited}: that is one report, not two.`)]
  }
  const told = sentences.flatMap(({ speaker }) => (speaker && !PRONOUN.test(speaker.text) ? [speaker] : []))
  const [first] = told
  if (!first || sentences.length < SENTENCES || told.length < ATTRIBUTED) return []
  if (sentences.some(({ attribution, speaker }) => attribution !== 'none' && !speaker)) return []
  if (!told.every(({ text: name }) => PRESS.test(name))) return []
  const names = new Set(told.map(({ text: name }) => PRESS.exec(name)?.[0] ?? name))
  if (names.size >= INDEPENDENT) return []
  return [flag(first.start, first.end, `All that is attributed comes from other reports: ${[...names].join(', ')}.`)]
}

function flag(start: number, end: number, detail: string): Proposal {
  const signals = [{ name: 'KSJ-1', detail, weight: 0.5, start, end }]
  return { kind: 'flag', reason: 'other', severity: 'query', start, end, score: 0.5, signals }
}
