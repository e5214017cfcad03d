import type { ServerResponse } from 'node:http'
import { encodeWire } from '../../contract/wire'

/** Bytes that may wait for a page that does not read; after that the line is cut and the page connects again. */
const MAX_WAITING = 16 * 1024 * 1024
const HEARTBEAT_MS = 15_000

export interface EventStreams {
  add(response: ServerResponse): void
  send(name: string, payload: unknown): void
  close(): void
}

/**
 * Every window's line for events: `data: {"name", "payload"}` and an empty line for each. A comment now and then keeps
 * the line open and lets the page notice when the server is gone. Read with fetch, because EventSource cannot send the
 * token as a header and a token in the address would end up in logs.
 */
export function createEventStreams(): EventStreams {
  const open = new Set<ServerResponse>()
  const write = (text: string): void => {
    for (const response of open) {
      if (response.writableLength > MAX_WAITING) response.destroy()
      else response.write(text)
    }
  }
  const heartbeat = setInterval(() => write(': here\n\n'), HEARTBEAT_MS)
  heartbeat.unref()

  return {
    add(response) {
      open.add(response)
      response.on('close', () => open.delete(response))
      response.write(': here\n\n')
    },
    send: (name, payload) => write(`data: ${encodeWire({ name, payload })}\n\n`),
    close() {
      clearInterval(heartbeat)
      for (const response of open) response.end()
      open.clear()
    },
  }
}
