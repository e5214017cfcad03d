import { SvelteSet } from 'svelte/reactivity'
import type { DocumentSummary } from '@contract/api'
import { inShelf, type Shelf } from '../features/library/shelves'
import { sortStories, type Sort } from '../features/library/sorting'
import type { LibraryState } from './library.svelte'

/** What the library screen shows of the library: shelf, order, selection. It outlives the screen. */
export class LibraryView {
  shelf = $state<Shelf>('all')
  sort = $state.raw<Sort>({ by: 'changed', descending: true })
  query = $state('')
  /** The row that the keys act on. */
  active = $state(0)
  readonly selected = new SvelteSet<string>()
  readonly stories = $derived.by(() =>
    sortStories(
      this.library.documents.filter((story) => inShelf(story, this.shelf)),
      this.sort,
    ),
  )
  /** The selection as far as it is on the shelf that is shown. */
  readonly selection = $derived(this.stories.filter((story) => this.selected.has(story.id)))
  #anchor = 0

  constructor(private readonly library: LibraryState) {}

  choose(shelf: Shelf): void {
    this.shelf = shelf
    this.query = ''
    this.active = 0
    this.selected.clear()
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
}
