import { decodeWire, encodeWire } from '@contract/wire'
import type { EventName } from '@contract/api'
import type { Result } from '@contract/result'
import { readEventStream } from './event-stream'
import { snapshot } from './snapshot.svelte'
import { takeToken } from './token'
import type { HostTransport } from './transport'

/** Waits between attempts to hear events again, in ms; the last is repeated. */
const RETRY = [250, 500, 1_000, 2_000, 5_000]

type Listener = (name: EventName, payload: unknown) => void

/**
 * Calls over the loopback server: `POST /rpc`, and events from one long `GET /events`, read by fetch because
 * EventSource cannot send the token's header.
 */
export function httpTransport(
  token = takeToken(window),
  ask: typeof fetch = (...args) => fetch(...args),
): HostTransport {
  const headers = { 'x-bluepencil-token': token, 'content-type': 'application/json' }
  const listeners = new Set<Listener>()
  const watchers = new Set<(connected: boolean, refused: boolean) => void>()
  let connected = true
  let streaming = false

  let refusedKey = false

  function report(now: boolean, refused = false): void {
    if (now === connected && refused === refusedKey) return
    connected = now
    refusedKey = refused
    for (const watcher of watchers) watcher(now, refused)
  }

  async function stream(): Promise<void> {
    for (let failures = 0; listeners.size > 0; failures += 1) {
      try {
        const response = await ask('/events', { headers: { 'x-bluepencil-token': token }, cache: 'no-store' })
        // The program was started again and knows another key: no waiting will change that.
        if (isRefused(response.status)) {
          report(false, true)
          break
        }
        if (response.ok && response.body) {
          report(true)
          failures = 0
          await readEventStream(response.body, ({ name, payload }) => {
            for (const listener of listeners) listener(name, payload)
          })
        }
      } catch {
        // Said below: whatever the reason, the stream is gone.
      }
      report(false)
      await new Promise((resolve) => setTimeout(resolve, RETRY[Math.min(failures, RETRY.length - 1)]))
    }
    streaming = false
  }

  return {
    async call(method, args): Promise<Result<unknown>> {
      try {
        const body = encodeWire({ method, args: snapshot(args) })
        const response = await ask('/rpc', { method: 'POST', headers, body, cache: 'no-store' })
        const text = await response.text()
        report(!isRefused(response.status), isRefused(response.status))
        return response.ok ? (decodeWire(text) as Result<unknown>) : refused(response.status)
      } catch (thrown) {
        report(false)
        return { ok: false, error: { code: 'fault', message: UNREACHABLE, detail: String(thrown) } }
      }
    },
    listen(listener) {
      listeners.add(listener)
      if (!streaming) {
        streaming = true
        void stream()
      }
      return () => listeners.delete(listener)
    },
    onConnection(watcher) {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    pathForFile: () => undefined,
  }
}

const UNREACHABLE =
  'Blue Pencil does not answer. If you closed it in the terminal, start it again and open the address it prints.'

const isRefused = (status: number) => status === 401 || status === 403

function refused(status: number): Result<unknown> {
  const message = isRefused(status)
    ? 'This page’s key is no longer valid. Please open the address that Blue Pencil printed in the terminal.'
    : status === 413
      ? 'That is more than Blue Pencil takes at once. Please hand in fewer or smaller files.'
      : 'Blue Pencil could not answer. Please try again.'
  return { ok: false, error: { code: 'not-allowed', message, detail: `HTTP ${status}` } }
}
