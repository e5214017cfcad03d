import type { Saved } from '@contract/api'
import type { Command, SingleCommand } from '@contract/commands'
import type { ClaimType, FlagReason, Severity } from '@contract/taxonomies'
import { nextAfter, queueOf, WHOLE_QUEUE, type QueueFilter } from '../features/review-run/queue'
import { t } from '../messages'
import type { Proposed } from '../text/marks'
import type { DocumentState } from './document.svelte'

/** What an editor changes about a suggestion before accepting it. */
export interface Amendment {
  readonly type?: ClaimType
  readonly reason?: FlagReason
  readonly severity?: Severity
  readonly note?: string
}

/** A house rule that knows better words: accepting it asks for them. */
const asked = ({ instead }: Proposed): Amendment =>
  instead === undefined ? {} : { note: t('rules.takeInstead', { words: instead }) }

/** Going through the open suggestions one at a time. */
export class ReviewRun {
  active = $state(false)
  filter = $state.raw<QueueFilter>(WHOLE_QUEUE)
  /** Decided in this run. */
  accepted = $state(0)
  dismissed = $state(0)
  /** The small panel that is open at the current item. */
  panel = $state<'dismiss' | 'edit'>()
  /** What is open over the queue: its filter, or the choice of many to accept. */
  choosing = $state<'filter' | 'many'>()
  amendment = $state.raw<Amendment>({})
  readonly queue = $derived.by(() => queueOf(this.document.suggestions, this.filter))
  readonly current = $derived.by(() => this.queue.find((item) => item.id === this.document.focus))
  readonly decided = $derived(this.accepted + this.dismissed)
  readonly total = $derived(this.decided + this.queue.length)
  /** The run is over: nothing that passes the filter is left. */
  readonly finished = $derived(this.active && this.queue.length === 0)
  /** Sent and not answered yet: keys come faster than a decision is kept, and each suggestion is decided once. */
  readonly #deciding = new Set<string>()

  constructor(
    private readonly document: DocumentState,
    private readonly scrollTo: (item: Proposed) => void,
  ) {}

  /** Begins at the suggestion in focus, or else at the first of the queue. */
  start(): void {
    this.active = true
    this.accepted = 0
    this.dismissed = 0
    this.#go(this.current ?? this.queue[0])
  }

  leave(): void {
    this.active = false
    this.panel = undefined
  }

  setFilter(filter: QueueFilter): void {
    this.filter = filter
    if (!this.current) this.#go(this.queue[0])
  }

  clearFilter(): void {
    this.setFilter(WHOLE_QUEUE)
  }

  step(direction: 1 | -1): void {
    const at = this.queue.findIndex((item) => item.id === this.document.focus)
    const to = at < 0 ? 0 : Math.max(0, Math.min(this.queue.length - 1, at + direction))
    this.#go(this.queue[to])
  }

  amend(change: Amendment): void {
    this.amendment = { ...this.amendment, ...change }
  }

  async accept(item: Proposed): Promise<void> {
    const amendment = { ...asked(item), ...(item.id === this.document.focus && this.amendment) }
    const { id: _, ...suggestion } = item
    await this.#decide(item, { op: 'accept', suggestion, ...amendment })
  }

  async dismiss(item: Proposed, reason: string): Promise<void> {
    const { id: _, ...suggestion } = item
    await this.#decide(item, { op: 'dismiss', suggestion, reason })
  }

  /** Accepts all of these as one step, which one undo takes back. */
  async acceptAll(items: readonly Proposed[], label: string): Promise<boolean> {
    if (items.length === 0) return false
    const commands = items.map(({ id: _, ...suggestion }): SingleCommand => ({ op: 'accept', suggestion }))
    const saved = await this.#once(items, { op: 'batch', label, commands })
    if (!saved) return false
    this.accepted += items.length
    if (this.active) this.#go(this.current ?? this.queue[0])
    return true
  }

  /** Takes the last change back and returns to the suggestion it was about. */
  async undo(): Promise<void> {
    const saved = await this.document.undo()
    if (!saved) return
    const decision = saved.change.patches.find((patch) => patch.collection === 'decisions')
    if (decision?.collection !== 'decisions' || decision.after || !decision.before) return
    if (decision.before.outcome === 'accepted') this.accepted = Math.max(0, this.accepted - 1)
    else this.dismissed = Math.max(0, this.dismissed - 1)
    const { key, start } = decision.before.suggestion
    this.#go(this.queue.find((item) => item.key === key && item.start === start))
  }

  async #decide(item: Proposed, command: SingleCommand & { op: 'accept' | 'dismiss' }): Promise<void> {
    const before = this.queue
    const wasCurrent = this.document.focus === item.id
    const saved = await this.#once([item], command)
    if (!saved) return
    if (command.op === 'accept') this.accepted++
    else this.dismissed++
    // Somebody who has moved on meanwhile stays where they are.
    if (wasCurrent && this.document.focus === item.id) this.#go(nextAfter(before, this.queue, item.id))
  }

  async #once(items: readonly Proposed[], command: Command): Promise<Saved | undefined> {
    if (items.some(({ id }) => this.#deciding.has(id))) return undefined
    for (const { id } of items) this.#deciding.add(id)
    try {
      return await this.document.do(command)
    } finally {
      for (const { id } of items) this.#deciding.delete(id)
    }
  }

  #go(item: Proposed | undefined): void {
    this.panel = undefined
    this.amendment = {}
    this.document.focus = item?.id
    if (item) this.scrollTo(item)
  }
}
