import type { HouseRule } from '@core/detectors/rules'
import { houseRulesDe } from './house-rules-de'
import { language } from './index'
import { signalsDe } from './signals-de'

interface Template {
  readonly english: RegExp
  /** Numbers of the placeholders, in the order in which they stand in the English. */
  readonly names: readonly string[]
  readonly german: string
}

let templates: readonly Template[] | undefined

/**
 * The reason of a suggestion in the interface's language. Detectors write English, as the terminal prints it; its stable
 * sentences are known by their words, and one that is not known stays as it is.
 */
export function signalWords(detail: string, tag = language): string {
  if (!tag.startsWith('de')) return detail
  templates ??= signalsDe.map(([english, german]) => compile(english, german))
  for (const { english, names, german } of templates) {
    const found = english.exec(detail)
    if (!found) continue
    const words = new Map(names.map((name, index) => [name, inGerman(found[index + 1] ?? '')]))
    return german.replace(/\{(\d)\}/g, (whole, name: string) => words.get(name) ?? whole)
  }
  return detail
}

/** A rule as the interface's language has it; a rule of a pack is in the words of whoever wrote it. */
export function ruleWords(rule: HouseRule, tag = language): HouseRule {
  return tag.startsWith('de') ? { ...rule, ...houseRulesDe[rule.id] } : rule
}

/** Detectors write small counts as words. */
function inGerman(words: string): string {
  const count = COUNTS.indexOf(words)
  return count < 0 ? words : (GERMAN_COUNTS[count] ?? words)
}

const COUNTS = ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten', 'Eleven', 'Twelve']
const GERMAN_COUNTS = 'Eine Zwei Drei Vier Fünf Sechs Sieben Acht Neun Zehn Elf Zwölf'.split(' ')

function compile(english: string, german: string): Template {
  const names = [...english.matchAll(/\{(\d)\}/g)].map(([, name]) => name ?? '')
  const pattern = english
    .split(/\{\d\}/)
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('([\\s\\S]+?)')
  return { english: new RegExp(`^${pattern}$`), names, german }
}
