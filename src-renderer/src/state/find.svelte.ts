import type { Range } from '@core/text/model'
import { lowerBound } from '@core/text/offsets'
import { findFolded, foldText, type FoldedText } from '../text/folded-text'
import type { DocumentState } from './document.svelte'

/** Finding words in the open text, as they are typed. */
export class FindState {
  open = $state(false)
  query = $state('')
  hits = $state.raw<readonly Range[]>([])
  /** Index of the hit that is shown; -1 without one. */
  at = $state(-1)
  readonly current = $derived(this.hits[this.at])
  #folded: FoldedText | undefined
  #from = 0

  constructor(
    private readonly document: DocumentState,
    private readonly show: (range: Range) => void,
  ) {}

  /** @param from offset where one reads: the first hit after it is shown first */
  start(from: number, query = this.query): void {
    this.#from = from
    this.open = true
    this.search(query)
  }

  search(query: string): void {
    this.query = query
    const text = this.document.document?.text ?? ''
    // Made on first use: folding a book takes a moment that opening it should not.
    this.#folded ??= foldText(text)
    this.hits = findFolded(this.#folded, query)
    const next = lowerBound(this.hits.length, (i) => (this.hits[i] as Range).start >= this.#from)
    this.at = this.hits.length === 0 ? -1 : next % this.hits.length
    this.#reveal()
  }

  /** Shows one place as a hit, without the bar: where a search of the library led. */
  mark(range: Range): void {
    this.hits = [range]
    this.at = 0
  }

  step(direction: 1 | -1): void {
    if (this.hits.length === 0) return
    this.at = (this.at + direction + this.hits.length) % this.hits.length
    this.#reveal()
  }

  close(): void {
    this.open = false
    this.hits = []
    this.at = -1
  }

  #reveal(): void {
    if (!this.current) return
    this.#from = this.current.start
    this.show(this.current)
  }
}
