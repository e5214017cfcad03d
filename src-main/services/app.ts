import type { EventName } from '../contract/api'
import { createDispatcher, type Dispatcher } from '../contract/dispatch'
import { createDetecting } from './detecting'
import { createEventHub } from './events'
import { createExchange } from './exchange'
import { createExporting } from './exporting'
import { createHandlers } from './handlers'
import { createImporting } from './importing'
import { createLineIndex } from './line-index'
import type { Ports } from './ports'
import { createRules } from './rules'
import { createSearch, type Search } from './search'
import { createSessions, type Sessions } from './sessions'
import { createSummaries } from './summaries'
import { createTasks } from './tasks'

/** The running app, whatever shell it is in. */
export interface App {
  readonly dispatcher: Dispatcher
  /** What had to be put right to open the library: a lock taken over, a catalogue made again. Also sent as notices. */
  readonly notices: readonly string[]
  /** Every event, as it comes; returns how to stop listening. */
  on(listener: (name: EventName, payload: unknown) => void): () => void
  /** Writes what is only in the journals, and gives the library back. Calls after it fail. */
  close(): Promise<void>
}

/** Puts the services together over the ports. */
export function createApp(ports: Ports): App {
  const { store, workers, settings } = ports
  const events = createEventHub()
  const lines = createLineIndex(() => search)
  const detecting = createDetecting(store, workers, lines)
  const summaries = createSummaries(store, () => sessions, detecting, events, ports.shell.kind === 'cli')
  const sessions: Sessions = createSessions({
    ports,
    detecting,
    onSaved(id, saved) {
      summaries.touch(id)
      search.touch(id)
      if (saved) events.emit('document.changed', { document: id, saved })
    },
  })
  const search: Search = createSearch({
    store,
    workers,
    events,
    clock: ports.clock,
    patient: ports.shell.kind === 'cli',
  })
  const exchange = createExchange({ ports, sessions, summaries, detecting, lines, events })
  const importing = createImporting({
    ports,
    detecting,
    lines,
    sessions,
    summaries,
    events,
    importPackage: (name, bytes, context) => exchange.importPackage(name, bytes, context),
  })
  const rules = createRules(ports, events, importing.bytesOf, () => sessions.forgetDetections())
  const handlers = createHandlers({
    ports,
    events,
    tasks: createTasks(events),
    sessions,
    summaries,
    search,
    importing,
    exchange,
    exporting: createExporting(ports),
    rules,
  })
  // After the window has what it shows first.
  if (ports.shell.kind !== 'cli') setTimeout(() => search.warm(), 4_000).unref()
  const notices = [...store.notices, ...settings.notices]
  // Whoever listens does so after this returns.
  setTimeout(() => {
    for (const message of notices) events.emit('notice', { message, level: 'warning' })
  }, 500).unref()

  let closing: Promise<void> | undefined
  /** Each step is taken, whatever came of the one before: what cannot be folded now is still in the journals. */
  async function close(): Promise<void> {
    for (const part of [sessions, summaries, search, workers, store])
      await part.close().catch((thrown: unknown) => ports.onFault?.('close', thrown))
  }

  return {
    dispatcher: createDispatcher(handlers, ports.onFault),
    notices,
    on: events.on,
    close: () => (closing ??= close()),
  }
}
