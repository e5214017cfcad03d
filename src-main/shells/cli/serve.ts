import { once } from 'node:events'
import { serve } from '../browser/serve'
import { print, STATUS } from './terminal'
import type { LibraryOption } from './with-app'

/** `serve`: the app in a browser, until it is told to stop. */
export async function serveBrowser(options: LibraryOption & { port?: number }): Promise<number> {
  const serving = await serve({ library: options.library, port: options.port })
  await print(`Blue Pencil is at\n${serving.url}\n`)
  const stop = new AbortController()
  const { signal } = stop
  await Promise.race([once(process, 'SIGINT', { signal }), once(process, 'SIGTERM', { signal })])
  stop.abort()
  await serving.close()
  return STATUS.done
}
