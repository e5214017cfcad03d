import type { DocumentSummary } from '@contract/api'
import type { Client } from '@contract/client'
import { afterPaint } from '../text/after-paint'
import type { Notices } from './notices.svelte'

/** Rows that fill any window. */
const FIRST = 100

/** The library's list, as the catalogue has it. The newest answer wins; an older one that comes late is dropped. */
export class LibraryState {
  documents = $state.raw<readonly DocumentSummary[]>([])
  /** False until the first list is there. */
  loaded = $state(false)
  /** The list holds but its beginning yet: what is counted over it says nothing. */
  partial = $state(false)
  readonly active = $derived(this.documents.filter((document) => !document.trashed))
  readonly trashed = $derived(this.documents.filter((document) => document.trashed))
  readonly totals = $derived(
    this.active.reduce(
      (sum, { counts }) => ({ claims: sum.claims + counts.claims, mustFix: sum.mustFix + counts.mustFix }),
      { claims: 0, mustFix: 0 },
    ),
  )
  #asked = 0
  #waiting: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly client: Client,
    private readonly notices: Notices,
  ) {
    // An import of a thousand files sends a thousand events; the list is read again once they pause.
    client.on('library.changed', () => {
      clearTimeout(this.#waiting)
      this.#waiting = setTimeout(() => void this.load(), 60)
    })
  }

  async load(): Promise<void> {
    const asked = ++this.#asked
    if (!this.loaded) await this.#begin()
    // What is shown is painted before the rest is made and read.
    if (this.partial) await new Promise<void>((painted) => afterPaint(painted))
    const result = await this.client.call('library.list')
    if (asked !== this.#asked) return
    if (result.ok) this.documents = result.value
    else this.notices.problem(result.error)
    this.partial = false
    this.loaded = true
  }

  /** A window opens on what it shows first; the rest of a large library is there a moment later. */
  async #begin(): Promise<void> {
    const result = await this.client.call('library.list', { first: FIRST })
    if (!result.ok || result.value.length === 0 || this.loaded) return
    this.documents = result.value
    this.partial = result.value.length === FIRST
    this.loaded = true
  }

  find(id: string): DocumentSummary | undefined {
    return this.documents.find((document) => document.id === id)
  }

  /** Puts the summaries that a call gave back into the list, without waiting for the whole list. */
  put(summaries: readonly DocumentSummary[]): void {
    const byId = new Map(summaries.map((summary) => [summary.id, summary]))
    const known = this.documents.map((document) => byId.get(document.id) ?? document)
    const ids = new Set(this.documents.map((document) => document.id))
    this.documents = [...summaries.filter((summary) => !ids.has(summary.id)), ...known]
  }
}
