import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron'
import type { EventName } from '../../contract/api'
import { CALL_CHANNEL, EVENT_CHANNEL } from '../../contract/bridge'
import type { Dispatcher } from '../../contract/dispatch'
import type { Result } from '../../contract/result'
import { isPageAddress } from './protocol'

type Sender = Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>

/**
 * Whether a message is from a page of ours: from a window we opened, from its main frame, and still at our address.
 */
export function isOwnPage({ sender, senderFrame }: Sender, isOurs: (contents: WebContents) => boolean): boolean {
  return senderFrame !== null && senderFrame.parent === null && isPageAddress(senderFrame.url) && isOurs(sender)
}

export interface Calls {
  /** Settles when nothing is being answered, so that a window can close without losing what it just sent. */
  idle(): Promise<void>
}

/** Answers the page's calls through the dispatcher, on one channel, for our own pages only. */
export function answerCalls(
  ipcMain: Pick<IpcMain, 'handle'>,
  dispatcher: Dispatcher,
  isOurs: (contents: WebContents) => boolean,
): Calls {
  const running = new Set<Promise<unknown>>()
  ipcMain.handle(CALL_CHANNEL, (event, method: unknown, args: unknown): Promise<Result<unknown>> | Result<unknown> => {
    if (!isOwnPage(event, isOurs) || typeof method !== 'string')
      return { ok: false, error: { code: 'not-allowed', message: 'This page may not ask Blue Pencil for anything.' } }
    const gone = new AbortController()
    const abort = (): void => gone.abort()
    event.sender.once('destroyed', abort)
    const answer = dispatcher.call(method, args, { signal: gone.signal }).finally(() => {
      running.delete(answer)
      if (!event.sender.isDestroyed()) event.sender.off('destroyed', abort)
    })
    running.add(answer)
    return answer
  })
  return {
    async idle() {
      while (running.size > 0) await Promise.allSettled(running)
    },
  }
}

/** Sends an event to a page; one that is gone misses nothing. */
export function sendEvent(contents: WebContents, name: EventName, payload: unknown): void {
  if (!contents.isDestroyed()) contents.send(EVENT_CHANNEL, name, payload)
}
