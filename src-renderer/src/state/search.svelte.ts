import { SEARCHED, type SearchHit } from '@contract/api'
import type { StoryFilter } from '@contract/story-filter'
import type { Client } from '@contract/client'
import type { Notices } from './notices.svelte'

/** Waits for this long after a key, in ms, before it asks: fast typing then asks once. */
const PAUSE_MS = 25
const LIMIT = 100

export const SEARCH_PLACES = ['text', 'claim', 'flag', 'note', 'source'] as const
export type SearchPlace = (typeof SEARCH_PLACES)[number]

/** The hits of one story, best first. */
export interface StoryHits {
  readonly id: string
  readonly title: string
  readonly hits: readonly SearchHit[]
}

/** Search as one types. An answer that comes after a newer question is dropped. */
export class Search {
  /** What was asked when the hits that are shown were found. */
  answered = $state('')
  hits = $state.raw<readonly SearchHit[]>([])
  /** Places that are looked at; all of them where none is chosen. */
  places = $state.raw<readonly SearchPlace[]>([])
  readonly stories = $derived(byStory(this.hits))
  #asked = 0
  #query = ''
  #within: StoryFilter = {}
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(
    private readonly client: Client,
    private readonly notices: Notices,
  ) {
    // What the library was still reading when it was asked may be found now.
    client.on('search.ready', () => this.#again())
  }

  /** @param within the stories that are looked through */
  ask(query: string, within: StoryFilter = {}): void {
    clearTimeout(this.#timer)
    this.#query = query.trim()
    this.#within = within
    const asked = ++this.#asked
    if (query.trim() === '') {
      this.answered = ''
      this.hits = []
      return
    }
    this.#timer = setTimeout(async () => {
      const where = this.places.flatMap((place) => SEARCHED.filter((one) => placeOf({ where: one }) === place))
      const scope = { ...(where.length > 0 && { where }), within }
      const result = await this.client.call('library.search', { query, limit: LIMIT, ...scope })
      if (asked !== this.#asked) return
      if (result.ok) {
        this.hits = result.value
        this.answered = query
      } else this.notices.problem(result.error)
    }, PAUSE_MS)
  }

  toggle(place: SearchPlace): void {
    this.look(this.places.includes(place) ? this.places.filter((chosen) => chosen !== place) : [...this.places, place])
  }

  /** Looks at these places; at all where there are none. */
  look(places: readonly SearchPlace[]): void {
    this.places = places
    this.#again()
  }

  #again(): void {
    if (this.#query) this.ask(this.#query, this.#within)
  }
}

/** Which of the filters a hit belongs to: titles are texts, highlights and comments are notes. */
export function placeOf({ where }: Pick<SearchHit, 'where'>): SearchPlace {
  if (where === 'title' || where === 'text') return 'text'
  return where === 'comment' || where === 'highlight' ? 'note' : where
}

function byStory(hits: readonly SearchHit[]): StoryHits[] {
  const stories = new Map<string, { id: string; title: string; hits: SearchHit[] }>()
  for (const hit of hits) {
    const story = stories.get(hit.document)
    if (story) story.hits.push(hit)
    else stories.set(hit.document, { id: hit.document, title: hit.title, hits: [hit] })
  }
  return [...stories.values()]
}
