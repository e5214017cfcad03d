import type { DocumentSummary } from '../contract/api'
import type { EventHub } from './events'
import type { Detecting } from './detecting'
import type { LibraryStore } from './ports'
import type { Sessions } from './sessions'
import { summarise } from './summary'

/** Milliseconds after an edit until the list hears of it, so that a burst of edits is summed up once. */
const DELAY = 300
/** Milliseconds that a list waits at most for what was changed while the library was closed: an event tells of that. */
const PATIENCE = 200

/** The list of the library, kept in step with the documents without making an edit wait for it. */
export interface Summaries {
  /** All of it, in step with the disk; or at once the first so many, as the catalogue has them. */
  list(first?: number): Promise<DocumentSummary[]>
  one(id: string): Promise<DocumentSummary>
  /** A document has changed; its summary is made again soon, or when somebody asks. */
  touch(id: string): void
  /** Makes what is due, or was changed while the library was closed. */
  flush(): Promise<void>
  /** Makes what was changed here, before the library is closed. */
  close(): Promise<void>
}

export function createSummaries(
  store: LibraryStore,
  sessions: () => Sessions,
  detecting: Detecting,
  events: EventHub,
  /** Whether a list waits for everything, however long that takes: for a terminal, which asks once. */
  patient: boolean,
): Summaries {
  const due = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let ready: Promise<void> | undefined
  let flushing: Promise<void> = Promise.resolve()

  /** Once for each opening of the library: what the catalogue does not have as it is on disk. */
  async function catchUp(): Promise<void> {
    const { stale } = await store.documents()
    for (const id of stale) due.add(id)
    await flush()
  }

  async function refresh(id: string): Promise<void> {
    const { stored, detection } = await sessions().peek(id)
    const found = detection ?? (await detecting.run(stored.document))
    const known = store.summaries().find((summary) => summary.id === id)
    const isSameText = known && (known.revision ?? 1) === stored.document.revision
    await store.keepSummary(summarise(stored, found, isSameText ? known.words : undefined), stored.number)
  }

  function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    flushing = flushing.then(async () => {
      const ids = [...due]
      due.clear()
      for (const id of ids) {
        try {
          await refresh(id)
        } catch {
          // The document cannot be read. It stays in the list as it was known last; opening it says what is wrong.
        }
      }
      if (ids.length > 0) events.emit('library.changed', {})
    })
    return flushing
  }

  const inStep = async () => {
    await (ready ??= catchUp())
    if (due.size > 0) await flush()
  }

  return {
    async list(first) {
      if (first === undefined) {
        const ready = inStep()
        // Where nobody waits for it, what goes wrong is said by the next call.
        ready.catch(() => {})
        await (patient || store.summaries().length === 0 ? ready : Promise.race([ready, after(PATIENCE)]))
      }
      const all = [...store.summaries()].sort((a, b) =>
        a.changedAt < b.changedAt ? 1 : a.changedAt > b.changedAt ? -1 : 0,
      )
      return first === undefined ? all : all.slice(0, first)
    },
    async one(id) {
      await inStep()
      const known = store.summaries().find((summary) => summary.id === id)
      if (known) return known
      const { stored, detection } = await sessions().peek(id)
      return summarise(stored, detection ?? (await detecting.run(stored.document)))
    },
    touch(id) {
      due.add(id)
      timer ??= setTimeout(() => void flush(), DELAY)
      timer.unref()
    },
    flush: inStep,
    async close() {
      clearTimeout(timer)
      if (due.size > 0 && !store.readOnly) await flush()
    },
  }
}

const after = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds).unref())
