import type { Filed, Filing } from '../contract/api'
import type { SingleCommand } from '../contract/commands'
import { toProblem } from '../contract/result'
import { planCommand } from '../core/review/plan'
import type { EventHub } from './events'
import type { LibraryStore, WorkContext } from './ports'
import type { Sessions } from './sessions'
import type { Summaries } from './summaries'

/** Moves several documents of the library at once. */
export type FileAway = (ids: readonly string[], filing: Filing, context: WorkContext) => Promise<Filed>

interface Needs {
  readonly store: LibraryStore
  readonly sessions: Sessions
  readonly summaries: Summaries
  readonly events: EventHub
}

export function createFiling({ store, sessions, summaries, events }: Needs): FileAway {
  async function fileOne(id: string, filing: Filing): Promise<void> {
    const commands = commandsOf(filing)
    if (commands.length > 0)
      await sessions.change(id, ({ state, document }, making) => {
        const [op = 'file'] = new Set(commands.map((command) => command.op))
        const change = planCommand(state, document, { op: 'batch', label: op, commands }, making)
        return change.patches.length > 0 ? { ...change, op } : undefined
      })
    if (filing.trashed !== undefined && filing.trashed !== (await sessions.live(id)).trashed)
      await sessions.trash(id, filing.trashed)
  }

  return async (ids, filing, { signal, progress }) => {
    const titles = new Map(store.summaries().map(({ id, title }) => [id, title]))
    const filed: string[] = []
    const failed: Filed['failed'] = []
    for (const [index, id] of ids.entries()) {
      if (signal?.aborted) break
      const title = titles.get(id) ?? id
      progress?.(index, ids.length, title)
      try {
        await fileOne(id, filing)
        filed.push(id)
      } catch (thrown) {
        failed.push({ id, title, message: toProblem(thrown).message })
      }
    }
    await summaries.flush()
    const now = new Map(store.summaries().map((summary) => [summary.id, summary]))
    const documents = filed.flatMap((id) => now.get(id) ?? [])
    if (filed.length > 0) events.emit('library.changed', {})
    return { documents, failed, ...(signal?.aborted && { cancelled: true }) }
  }
}

function commandsOf({ folder, tag = [], untag = [] }: Filing): SingleCommand[] {
  return [
    ...(folder === undefined ? [] : [{ op: 'file', folder } as const]),
    ...untag.map((name) => ({ op: 'untag', name }) as const),
    ...tag.map((name) => ({ op: 'tag', name }) as const),
  ]
}
