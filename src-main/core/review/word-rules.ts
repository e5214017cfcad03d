import type { Suggestion } from '../../contract/entities'
import type { RulePack, WordRule } from '../../contract/rules'
import { suggestionKey } from '../detectors/key'

/** Phrases by their words in lower case, word after word: what a text says is followed as far as any phrase says it. */
interface Branch {
  readonly next: Map<string, Branch>
  /** The rules whose phrase ends here, each as it has the phrase. */
  readonly ends: { rule: WordRule; written: string }[]
}

const WORD = /[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu

/**
 * The words of a text that house rules speak of, each citing its rule. A phrase is found whole, whatever stands between
 * its words but the end of a paragraph. Linear in the text.
 */
export function findWords(text: string, packs: readonly RulePack[]): Suggestion[] {
  const root = phrasesOf(packs)
  if (root.next.size === 0) return []
  const tokens = Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    word: plain(word),
    start: index,
    end: index + word.length,
  }))
  const found: Suggestion[] = []
  tokens.forEach(({ start }, first) => {
    let branch: Branch | undefined = root
    for (let index = first; branch; index++) {
      const token = tokens[index]
      branch = token && branch.next.get(token.word)
      for (const { rule, written } of branch?.ends ?? []) {
        const said = text.slice(start, token?.end)
        if (/\n\s*\n/.test(said) || (rule.exactCase && said !== written)) continue
        found.push(suggestion(text, rule, start, start + said.length))
      }
    }
  })
  return found
}

function phrasesOf(packs: readonly RulePack[]): Branch {
  const root: Branch = { next: new Map(), ends: [] }
  for (const rule of packs.flatMap((pack) => pack.rules))
    for (const written of rule.words) {
      const words = (written.match(WORD) ?? []).map(plain)
      let branch = root
      for (const word of words) {
        let next = branch.next.get(word)
        if (!next) branch.next.set(word, (next = { next: new Map(), ends: [] }))
        branch = next
      }
      if (words.length > 0) branch.ends.push({ rule, written })
    }
  return root
}

function suggestion(text: string, rule: WordRule, start: number, end: number): Suggestion {
  const { id, text: sentence, authority, instead, reason, severity } = rule
  const detail = authority ? `${sentence} (${authority})` : sentence
  const proposal = {
    kind: 'flag' as const,
    reason,
    severity,
    start,
    end,
    score: 1,
    signals: [{ name: id, detail, weight: 1, start, end }],
    ...(instead !== undefined && { instead }),
  }
  return { ...proposal, key: suggestionKey(text, proposal), detector: 'house-rules' }
}

const plain = (word: string) => word.toLowerCase().replaceAll('’', "'")
