import type { Range } from '@core/text/model'

/** What the toolbar at the selection shows. */
export type Tool =
  /** The five things one may say of the selected words. */
  | { readonly kind: 'choose' }
  /** A menu that refines what was just made. */
  | { readonly kind: 'refine'; readonly annotation: string }
  /** Words are being written for a comment. */
  | { readonly kind: 'comment' }
  /** A source is being given to a claim, or to the selection, which then becomes one. */
  | { readonly kind: 'source'; readonly claim?: string }

/** What is selected in the article, held as text offsets (UTF-16), so that it outlives any drawing of the page. */
export class SelectionState {
  /** Where the selection began and where its moving end is; equal for a bare caret. */
  anchor = $state<number>()
  head = $state<number>()
  tool = $state.raw<Tool>()
  /** A caret is drawn only for those who move it by keys. */
  byKeys = $state(false)

  readonly range = $derived<Range | undefined>(
    this.anchor === undefined || this.head === undefined || this.anchor === this.head
      ? undefined
      : { start: Math.min(this.anchor, this.head), end: Math.max(this.anchor, this.head) },
  )

  set(anchor: number, head: number): void {
    this.anchor = anchor
    this.head = head
  }

  clear(): void {
    this.anchor = this.head
    this.tool = undefined
  }
}
