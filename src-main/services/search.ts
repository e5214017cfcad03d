import type { SearchHit } from '../contract/api'
import type { RepeatedPassages, Statistics, StatisticsQuestion } from '../contract/statistics'
import type { StoryFilter } from '../contract/story-filter'
import { folderShelf, passes } from '../core/library/shelves'
import type { EventHub } from './events'
import type { LibraryStore, SearchJob, Workers } from './ports'

export interface SearchScope {
  readonly limit?: number | undefined
  /** Everywhere when left out. */
  readonly where?: readonly SearchHit['where'][] | undefined
  readonly within?: StoryFilter | undefined
}

export interface Search {
  find(query: string, scope?: SearchScope): Promise<SearchHit[]>
  /** For each line, in how many other documents than this one it stands. */
  elsewhere(id: string, lines: readonly string[]): Promise<readonly number[]>
  /** Passages that stand in at least so many stories. */
  repeated(least: number): Promise<RepeatedPassages>
  statistics(question: StatisticsQuestion): Promise<Statistics>
  /** A document has changed; it is read again before long. */
  touch(id: string): void
  /** Gets the index from the disk, so that the first search finds it ready. */
  warm(): void
  /** Writes what was learnt since the index was written last. */
  close(): Promise<void>
}

interface SearchOptions {
  readonly store: LibraryStore
  readonly workers: Workers
  readonly events: EventHub
  readonly clock: () => string
  /** Whether a search waits until everything is known, however long that takes: for a terminal, which asks once. */
  readonly patient: boolean
}

const USUAL_LIMIT = 50
const MOST = 500
/** Milliseconds that a search waits at most for what changed since the last one: mostly a document or two. */
const PATIENCE = 500
/** More documents than these are not waited for. */
const MANY = 40
/** Documents read at a time: a search in between waits no longer than these take. */
const AT_ONCE = 8
/** Milliseconds. */
const WEEK = 7 * 86_400_000
/**
 * For fewer documents than these the index is not written: it is large, and reading them again when the library is next
 * opened takes less.
 */
const WORTH_WRITING = 20
/** Milliseconds without a change after which the index is written. */
const IDLE = 10_000

/**
 * Full-text search over texts, annotations and sources, on an index that a worker keeps in memory and on the disk. What
 * changed is read by the worker itself, a few documents at a time; a search that came too early for that is told of by
 * an event. What is in the trash is not found.
 */
export function createSearch({ store, workers, events, clock, patient }: SearchOptions): Search {
  const due = new Set<string>()
  const gone = new Set<string>()
  let opening: Promise<void> | undefined
  let updating: Promise<void> | undefined
  /** A search was answered before everything was known. */
  let early = false
  let idle: NodeJS.Timeout | undefined
  /** Documents that were read since the index was written last. */
  let unsaved = 0

  /** A thread that ended has forgotten everything; what is asked next begins with what is on the disk. */
  const ask = (job: SearchJob) =>
    workers.search(job).catch((thrown: unknown) => {
      opening = undefined
      throw thrown
    })

  async function open(): Promise<void> {
    const { known = [] } = await ask({ op: 'open', folder: store.folder })
    const stamps = new Map(known)
    const summaries = new Map(store.summaries().map((summary) => [summary.id, summary.changedAt]))
    const { all, stale } = await store.documents()
    for (const id of all) if (stamps.get(id) === undefined || stamps.get(id) !== summaries.get(id)) due.add(id)
    for (const id of stale) due.add(id)
    const there = new Set(all)
    for (const [id] of known) if (!there.has(id)) gone.add(id)
  }

  const opened = () => (opening ??= open())

  function update(): Promise<void> {
    return (updating ??= (async () => {
      while (due.size + gone.size > 0) {
        const job = { op: 'update', ids: [...due].slice(0, AT_ONCE), gone: [...gone] } as const
        for (const id of job.ids) due.delete(id)
        gone.clear()
        await ask(job)
        unsaved += job.ids.length + job.gone.length
      }
    })().finally(() => {
      updating = undefined
      if (early) events.emit('search.ready', {})
      early = false
      saveLater()
    }))
  }

  function saveLater(): void {
    clearTimeout(idle)
    if (store.readOnly || unsaved < WORTH_WRITING) return
    idle = setTimeout(() => void save().catch(() => {}), IDLE)
    idle.unref()
  }

  async function save(): Promise<void> {
    if (store.readOnly || unsaved < WORTH_WRITING) return
    unsaved = 0
    await ask({ op: 'save' })
  }

  async function upToDate(): Promise<void> {
    await opened()
    if (due.size + gone.size > 0 || updating) await update()
  }

  /** Whether everything is known, after a moment's wait where that may be enough. */
  async function isReady(): Promise<boolean> {
    await opened()
    const ready = upToDate()
    // Where nobody waits for it, what goes wrong is said by the question itself.
    ready.catch(() => {})
    if (!patient && due.size > MANY) return false
    return Promise.race([ready.then(() => true), ...(patient ? [] : [after(PATIENCE)])])
  }

  /** The documents that pass; nothing where all do. */
  function idsOf(filter: StoryFilter): string[] | undefined {
    const { shelf, ...others } = filter
    if ((shelf ?? 'all') === 'all' && Object.values(others).every((one) => one === undefined)) return undefined
    const now = clock()
    return store.summaries().flatMap((summary) => (passes(summary, filter, now) ? [summary.id] : []))
  }

  return {
    touch(id) {
      due.add(id)
    },
    warm() {
      void upToDate().catch(() => {})
    },
    async find(query, { limit = USUAL_LIMIT, where, within = {} } = {}) {
      if (!(await isReady())) early = true
      const { hits = [] } = await ask({
        op: 'find',
        query,
        limit: Math.min(limit, MOST),
        only: idsOf(within),
        where,
      })
      return [...hits]
    },
    async elsewhere(id, lines) {
      await isReady()
      return (await ask({ op: 'elsewhere', id, lines })).elsewhere ?? []
    },
    async repeated(least) {
      const complete = await isReady()
      if (!complete) early = true
      const { repeated = [] } = await ask({ op: 'repeated', least })
      return { complete, passages: [...repeated] }
    },
    async statistics(question) {
      const complete = await isReady()
      if (!complete) early = true
      const back = question.weeks && Date.parse(clock()) - (question.weeks - 1) * WEEK
      const since = back === undefined ? undefined : new Date(back).toISOString()
      const { statistics } = await ask({
        op: 'statistics',
        only: idsOf({
          tag: question.tag,
          shelf: question.folder === undefined ? undefined : folderShelf(question.folder),
        }),
        since,
      })
      if (!statistics) throw new Error('The library was not summed up.')
      return { complete, ...statistics }
    },
    async close() {
      clearTimeout(idle)
      if (!opening) return
      due.clear()
      await updating
      await save()
    },
  }
}

const after = (milliseconds: number) =>
  new Promise<false>((resolve) => setTimeout(() => resolve(false), milliseconds).unref())
