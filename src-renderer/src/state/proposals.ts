import type { Decision, Suggestion } from '@contract/entities'
import { byPlace } from '../text/interval-index'
import { proposed, type Proposed } from '../text/marks'

/** All that the detectors proposed, decided or not. */
export class Proposals {
  readonly #byKey = new Map<string, readonly Proposed[]>()
  readonly #byId = new Map<string, Proposed>()

  add(suggestion: Suggestion): Proposed {
    const item = proposed(suggestion)
    this.#byId.set(item.id, item)
    const others = this.#byKey.get(item.key)
    this.#byKey.set(item.key, others ? [...others, item] : [item])
    return item
  }

  clear(): void {
    this.#byKey.clear()
    this.#byId.clear()
  }

  get(id: string): Proposed | undefined {
    return this.#byId.get(id)
  }

  ofKey(key: string): readonly Proposed[] {
    return this.#byKey.get(key) ?? []
  }

  /** Those that nobody has decided on, in the order of the text. */
  open(decisions: Iterable<Decision>): Proposed[] {
    const decided = decidedKeys(decisions)
    return [...this.#byKey].flatMap(([key, items]) => (decided.has(key) ? [] : items)).sort(byPlace)
  }
}

export function decidedKeys(decisions: Iterable<Decision>): ReadonlySet<string> {
  const keys = new Set<string>()
  for (const decision of decisions) keys.add(decision.suggestion.key)
  return keys
}
