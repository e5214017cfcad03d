import { randomBytes } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { AppError } from '../../contract/result'
import { openApp } from '../compose'
import { readPageFiles } from '../page/files'
import { reportFault } from '../page/report-fault'
import { startBrowserServer } from './server'

export interface ServeOptions {
  /** Folder of the library; the usual one when left out. */
  library?: string
  /** Folder of the settings; the usual one when left out. */
  home?: string
  /** Any free port when left out. */
  port?: number
  /** Folder of the built page; the one beside this program when left out. */
  page?: string
}

export interface Serving {
  /** The address to open, with the token in its fragment, which a browser sends to nobody. */
  readonly url: string
  close(): Promise<void>
}

/**
 * Runs the app for a browser on this machine.
 *
 * @throws AppError when the port is taken, the page is not built or the library cannot be opened
 */
export async function serve(options: ServeOptions = {}): Promise<Serving> {
  const page = await readPageFiles(options.page ?? fileURLToPath(new URL('../renderer/', import.meta.url)))
  const app = await openApp({
    library: options.library,
    home: options.home,
    shell: { kind: 'browser', platform: process.platform, mayReadPaths: false },
    onFault: reportFault,
  })
  const token = randomBytes(32).toString('base64url')
  const port = options.port ?? 0
  try {
    const server = await startBrowserServer({ dispatcher: app.dispatcher, on: app.on, page, token, port })
    return {
      url: `http://127.0.0.1:${server.port}/#token=${token}`,
      async close() {
        await server.close()
        await app.close()
      },
    }
  } catch (thrown) {
    await app.close()
    throw describeListenError(thrown, port)
  }
}

function describeListenError(thrown: unknown, port: number): unknown {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined
  if (code === 'EADDRINUSE')
    return new AppError('not-allowed', `Port ${port} is in use by another program. Choose another one, or none.`)
  if (code === 'EACCES')
    return new AppError('not-allowed', `Port ${port} may not be used by this account. Choose one above 1023.`)
  return thrown
}
