import { dirname } from 'node:path'
import { Low } from 'lowdb'
import * as v from 'valibot'
import { Settings } from '../contract/api'
import type { SettingsStore } from '../services/ports'
import { SETTINGS } from './envelope'
import { writeProblem } from './file-errors'
import { realFiles, type FilePort } from './file-port'
import { SealedFileAdapter } from './sealed-file'

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  textSize: 19,
  lineLength: 68,
  letterKeys: true,
  showOutline: true,
  showMargin: true,
  tourDone: false,
  recent: [],
}

/**
 * The settings of this person on this machine. A file that cannot be read is kept beside the new one, and the defaults
 * are used.
 */
export async function openSettings(
  path: string,
  { files = realFiles, clock = () => new Date().toISOString() }: { files?: FilePort; clock?: () => string } = {},
): Promise<SettingsStore> {
  const notices: string[] = []
  const adapter = new SealedFileAdapter<Settings>(
    files,
    SETTINGS,
    path,
    clock,
    async (found) => {
      if (found.state === 'missing') return null
      const kept = `${path}.${clock().replaceAll(':', '-')}.kept`
      await files.rename(path, kept).catch(() => {})
      notices.push(`Your settings could not be read, so the usual ones are in use. The old file is kept as ${kept}.`)
      return null
    },
    (payload) => v.parse(Settings, { ...DEFAULT_SETTINGS, ...(payload as object) }),
  )
  const database = new Low<Settings>(adapter, DEFAULT_SETTINGS)
  await database.read()
  let queue: Promise<unknown> = Promise.resolve()
  return {
    notices,
    get: () => database.data,
    set(changes) {
      const result = queue.then(async () => {
        const next = v.parse(Settings, { ...database.data, ...changes })
        await files.mkdir(dirname(path), { recursive: true }).catch((thrown: unknown) => {
          throw writeProblem(thrown, path)
        })
        await adapter.write(next)
        database.data = next
        return next
      })
      queue = result.catch(() => {})
      return result
    },
  }
}
