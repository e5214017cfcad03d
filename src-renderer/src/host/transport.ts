import type { Transport } from '@contract/client'
import { bridgeTransport } from './bridge-transport'
import { httpTransport } from './http-transport'

/** A transport that knows whether the program behind it can be reached. */
export interface HostTransport extends Transport {
  /**
   * Called with false when the connection is lost, and with true when it is there again; `refused` says that it was lost
   * for good, because the program does not know this page's key any more.
   */
  onConnection(listener: (connected: boolean, refused: boolean) => void): () => void
  /** The path of a dropped file, where the shell may know it; undefined in a browser. */
  pathForFile(file: File): string | undefined
}

/** The desktop's bridge where there is one, else the loopback server that served this page. */
export function pickTransport(): HostTransport {
  return window.host ? bridgeTransport(window.host) : httpTransport()
}
