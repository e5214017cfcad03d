import { SvelteSet } from 'svelte/reactivity'
import type { DocumentSummary } from '@contract/api'
import type { Shelf, StoryFilter } from '@contract/story-filter'
import { passes } from '@core/library/shelves'
import { sortStories, type Sort } from '../features/library/sorting'
import type { LibraryState } from './library.svelte'

/** What the library screen shows of the library: shelf, filter, order, selection. It outlives the screen. */
export class LibraryView {
  shelf = $state<Shelf>('all')
  /** What narrows the shelf, and the search, down further. */
  filter = $state.raw<Omit<StoryFilter, 'shelf'>>({})
  sort = $state.raw<Sort>({ by: 'changed', descending: true })
  query = $state('')
  /** The row that the keys act on. */
  active = $state(0)
  readonly selected = new SvelteSet<string>()
  readonly stories = $derived.by(() => {
    const filter = { ...this.filter, shelf: this.shelf }
    const now = new Date().toISOString()
    return sortStories(
      this.library.documents.filter((story) => passes(story, filter, now)),
      this.sort,
    )
  })
  /** The selection as far as it is on the shelf that is shown. */
  readonly selection = $derived(this.stories.filter((story) => this.selected.has(story.id)))
  readonly filtered = $derived(Object.values(this.filter).some((one) => one !== undefined))
  /** What a search looks through: the shelf that is shown, as far as the filter lets it. The trash is not searched. */
  readonly scope = $derived<StoryFilter>({
    ...this.filter,
    ...(this.shelf !== 'all' && this.shelf !== 'trash' && { shelf: this.shelf }),
  })
  #anchor = 0

  constructor(private readonly library: LibraryState) {}

  choose(shelf: Shelf): void {
    this.shelf = shelf
    this.query = ''
    this.#begin()
  }

  /** Narrows down by what is given, besides what narrowed down before; `undefined` takes a part of that back. */
  narrow(filter: Omit<StoryFilter, 'shelf'>): void {
    this.filter = { ...this.filter, ...filter }
    this.#begin()
  }

  widen(): void {
    this.filter = {}
    this.#begin()
  }

  /** By another column, or the same one the other way round. Text goes up first, figures and times down. */
  sortBy(by: Sort['by']): void {
    this.sort = { by, descending: this.sort.by === by ? !this.sort.descending : by !== 'title' && by !== 'verdict' }
  }

  /** Moves the cursor; with `extend` everything between where it began and where it is now is selected. */
  moveTo(row: number, extend = false): void {
    const to = Math.max(0, Math.min(this.stories.length - 1, row))
    if (extend) {
      if (this.selected.size === 0) this.#anchor = this.active
      this.selected.clear()
      const [from, until] = this.#anchor < to ? [this.#anchor, to] : [to, this.#anchor]
      for (const story of this.stories.slice(from, until + 1)) this.selected.add(story.id)
    }
    this.active = to
  }

  toggle(story: DocumentSummary): void {
    if (this.selected.has(story.id)) this.selected.delete(story.id)
    else this.selected.add(story.id)
    this.#anchor = this.stories.indexOf(story)
    this.active = this.#anchor
  }

  selectAll(): void {
    for (const story of this.stories) this.selected.add(story.id)
  }

  #begin(): void {
    this.active = 0
    this.selected.clear()
  }
}
