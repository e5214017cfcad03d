import { randomUUID } from 'node:crypto'
import { arch, cpus, release, totalmem } from 'node:os'
import { dirname, join } from 'node:path'
import type { Author } from '../contract/entities'
import { createApp, type App } from '../services/app'
import type { SettingsStore, Shell } from '../services/ports'
import { sha256 } from '../store/envelope'
import { openFaultLog } from '../store/fault-log'
import { inputFiles } from '../store/input-files'
import { openLibrary } from '../store/library'
import { readLicences } from '../store/licences'
import { findPlaces } from '../store/places'
import { openSettings } from '../store/settings'
import { findUpdate } from '../store/updates'
import { UPDATES, VERSION } from '../version'
import { builtWorkers, inlineWorkers, threadWorkers } from '../workers/workers'

export interface OpenAppOptions {
  /** Folder of the library; the environment's or the usual one when left out. */
  readonly library?: string
  /** Folder of the settings (and of the library, where no other is named); for tests. */
  readonly home?: string
  readonly shell: Shell
  /** Opens beside whoever writes the library, and changes nothing. */
  readonly readOnly?: boolean
  /** Where import and detection run; threads, unless it says otherwise or the program runs from its sources. */
  readonly workers?: 'threads' | 'inline'
  /** Signs in place of the author of the settings; nothing is stored. */
  readonly author?: Author
  /** Told of what was not foreseen, for the log. */
  readonly onFault?: (where: string, thrown: unknown) => void
}

/**
 * The composition root: the one place where services, store and workers are put together, for every shell.
 *
 * @throws AppError `locked`, `not-found`, `not-allowed`, `read-only` or `disk-full` when the library cannot be opened
 */
export async function openApp(options: OpenAppOptions): Promise<App> {
  const { shell, readOnly } = options
  const places = findPlaces(options)
  const clock = () => new Date().toISOString()
  const log = openFaultLog(join(dirname(places.settings), 'logs'), VERSION, clock)
  const onFault = (where: string, thrown: unknown): void => {
    log.note(where, thrown)
    options.onFault?.(where, thrown)
  }
  // A crash ends the program whatever is done here; it leaves a line behind.
  const onCrash = (thrown: unknown): void => log.note('crash', thrown)
  process.on('uncaughtExceptionMonitor', onCrash)
  const settings = withAuthor(await openSettings(places.settings), options.author)
  const store = await openLibrary({ folder: places.library, readOnly, clock })
  const built = options.workers === 'inline' ? undefined : builtWorkers()
  const app = createApp({
    store,
    workers: built ? threadWorkers(built) : inlineWorkers(),
    settings,
    shell,
    inputs: shell.mayReadPaths ? inputFiles : undefined,
    version: VERSION,
    sample,
    hash: sha256,
    clock,
    newId: randomUUID,
    machine,
    log: log.read,
    findUpdate: () => findUpdate(UPDATES, VERSION),
    licences: () => readLicences(new URL('.', import.meta.url)),
    onFault,
  })
  return {
    ...app,
    async close() {
      await app.close()
      process.off('uncaughtExceptionMonitor', onCrash)
    },
  }
}

const machine = (): Record<string, string> => ({
  release: release(),
  architecture: arch(),
  processors: String(cpus().length),
  'memory, GB': (totalmem() / 1024 ** 3).toFixed(1),
  node: process.versions.node,
  ...(process.versions.electron ? { electron: process.versions.electron } : {}),
})

async function sample() {
  const { default: story } = await import('../../resources/sample-story.txt?raw')
  return { name: 'sample-story.txt', bytes: new TextEncoder().encode(story) }
}

function withAuthor(settings: SettingsStore, author: Author | undefined): SettingsStore {
  return author ? { ...settings, get: () => ({ ...settings.get(), author }) } : settings
}
