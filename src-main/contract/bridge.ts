import type { EventName } from './api'
import type { Result } from './result'

/** Name of the bridge on the window: `window.host`. */
export const BRIDGE = 'host'
/** One channel each way; what may be called is the Api table, which the dispatcher checks. */
export const CALL_CHANNEL = 'app:call'
export const EVENT_CHANNEL = 'app:event'

/** All that Electron's page can reach of the program around it. */
export interface Bridge {
  call(method: string, args: unknown): Promise<Result<unknown>>
  /** Every event, as it comes; returns how to stop listening. */
  listen(listener: (name: EventName, payload: unknown) => void): () => void
  /** Where a dropped or chosen File lies on disk; empty for one made in the page. */
  pathForFile(file: object): string
  readonly platform: string
  readonly shell: 'electron'
}
