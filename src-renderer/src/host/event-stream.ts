import { decodeWire } from '@contract/wire'
import type { EventName } from '@contract/api'

export interface HostEvent {
  name: EventName
  payload: unknown
}

/** The server sends a line at least every 15 s; silence for this long, in ms, means that it is gone. */
const SILENCE_MS = 40_000

/**
 * Reads lines `data: {"name", "payload"}` until the stream ends; other lines (comments that keep it alive) are skipped.
 * A line may arrive in any number of pieces, cut anywhere, also inside a character. Ends by itself on a long silence.
 */
export async function readEventStream(
  body: ReadableStream<Uint8Array>,
  onEvent: (event: HostEvent) => void,
): Promise<void> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let pending = ''
  for (;;) {
    const silence = setTimeout(() => void reader.cancel(), SILENCE_MS)
    const { done, value } = await reader.read().finally(() => clearTimeout(silence))
    if (done) return
    pending += decoder.decode(value, { stream: true })
    const lines = pending.split('\n')
    pending = lines.pop() ?? ''
    for (const line of lines) {
      if (!line.startsWith('data:')) continue
      const event = decodeWire(line.slice(5)) as Partial<HostEvent> | null
      if (event && typeof event.name === 'string') onEvent(event as HostEvent)
    }
  }
}
