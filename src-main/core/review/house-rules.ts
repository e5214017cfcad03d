import type { Detection, Suggestion } from '../../contract/entities'
import type { HouseRules, Mute } from '../../contract/rules'
import { anyWords } from '../detectors/key'
import { HOUSE_RULES } from '../detectors/rules'
import { withKnownPassages } from './known-passages'
import { findWords } from './word-rules'

/** The same detection as a library wants it: with what its rule packs find, without what is muted or switched off. */
export function withHouseRules(detection: Detection, text: string, rules: HouseRules): Detection {
  const { passages = [] } = rules
  if (rules.mutes.length + rules.off.length + rules.packs.length + passages.length === 0) return detection
  const off = new Set(rules.off)
  const known = new Set([
    ...HOUSE_RULES.map(({ id }) => id),
    ...rules.packs.flatMap((pack) => pack.rules.map(({ id }) => id)),
  ])
  const found = findWords(text, rules.packs)
  const wanted = (suggestion: Suggestion) =>
    !citesOnly(suggestion, known, off) && !isMuted(suggestion, text, rules.mutes)
  const suggestions = withKnownPassages(detection.suggestions, text, passages).concat(found).filter(wanted)
  return { ...detection, suggestions: suggestions.sort((a, b) => a.start - b.start || b.end - a.end) }
}

/** Whether all the rules that a suggestion rests on are switched off. One that rests on none is not a matter of rules. */
function citesOnly({ signals }: Suggestion, known: ReadonlySet<string>, off: ReadonlySet<string>): boolean {
  const cited = signals.filter(({ name }) => known.has(name))
  return cited.length > 0 && cited.every(({ name }) => off.has(name))
}

function isMuted({ reason, claimType, start, end }: Suggestion, text: string, mutes: readonly Mute[]): boolean {
  const what = reason ?? claimType
  const same = mutes.filter((mute) => mute.what === what)
  if (same.length === 0) return false
  const said = ` ${anyWords(text.slice(start, end))} `
  return same.some(({ words }) => said.includes(` ${anyWords(words)} `))
}
