import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { EventName } from '../../contract/api'
import type { Dispatcher } from '../../contract/dispatch'
import { decodeWire, encodeWire } from '../../contract/wire'
import type { PageFiles } from '../page/files'
import { SECURITY_HEADERS } from '../page/headers'
import { MAX_BODY, readBody } from './body'
import { createEventStreams } from './event-stream'
import { createGuard, type Refusal } from './guard'

export interface BrowserServerOptions {
  dispatcher: Dispatcher
  on(listener: (name: EventName, payload: unknown) => void): () => void
  page: PageFiles
  token: string
  /** 0 for any free port. */
  port: number
  /** Bytes of a call's body; for tests. */
  maxBody?: number
  now?: () => number
}

export interface BrowserServer {
  /** The port it listens on. */
  readonly port: number
  close(): Promise<void>
}

const HOST = '127.0.0.1'

/**
 * The app over HTTP, for a browser on the same machine: the page's files, POST /rpc for calls and GET /events for
 * events. Listens on 127.0.0.1 and nothing else.
 *
 * @throws the error of `listen` when the port cannot be had
 */
export async function startBrowserServer(options: BrowserServerOptions): Promise<BrowserServer> {
  const streams = createEventStreams()
  const stopListening = options.on((name, payload) => streams.send(name, payload))
  const server = createServer({ maxHeaderSize: 16 * 1024, headersTimeout: 10_000, requestTimeout: 120_000 })
  const port = await listen(server, options.port)
  const hosts = [`${HOST}:${port}`, `localhost:${port}`]
  const refuse = createGuard(options.token, hosts, options.now ?? Date.now)

  server.on('request', (request, response) => {
    const path = pathOf(request.url)
    const refusal = refuse({ method: request.method ?? '', path, headers: request.headers })
    if (refusal) return turnAway(request, response, refusal)
    if (path === '/rpc') return void answerCall(options, request, response)
    if (path === '/events') {
      response.writeHead(200, {
        ...SECURITY_HEADERS,
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
      })
      return streams.add(response)
    }
    serveFile(options.page, path, request, response)
  })

  return {
    port,
    async close() {
      stopListening()
      streams.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function answerCall(
  { dispatcher, maxBody = MAX_BODY }: BrowserServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const gone = new AbortController()
  response.on('close', () => gone.abort())
  const body = await readBody(request, maxBody).catch(() => undefined)
  if (body === undefined)
    return turnAway(request, response, { status: 413, message: 'These files are too large together. Send fewer.' })
  const call = parseCall(body)
  if (!call) return turnAway(request, response, { status: 400, message: 'The call was not understood.' })
  const result = await dispatcher.call(call.method, call.args, { signal: gone.signal })
  if (response.destroyed) return
  response.writeHead(200, {
    ...SECURITY_HEADERS,
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  })
  response.end(encodeWire(result))
}

function parseCall(body: string): { method: string; args: unknown } | undefined {
  try {
    const call = decodeWire(body)
    if (typeof call !== 'object' || call === null || !('method' in call) || typeof call.method !== 'string') return
    return { method: call.method, args: 'args' in call ? call.args : {} }
  } catch {
    return undefined
  }
}

function serveFile(page: PageFiles, path: string, request: IncomingMessage, response: ServerResponse): void {
  const file = page.get(path)
  if (!file) return turnAway(request, response, { status: 404, message: 'There is nothing here.' })
  response.writeHead(200, {
    ...SECURITY_HEADERS,
    'content-type': file.mediaType,
    'content-length': file.bytes.length,
    'cache-control': file.cacheControl,
  })
  response.end(request.method === 'HEAD' ? undefined : file.bytes)
}

/** Says no and hangs up: what is left of a refused body is not read. */
function turnAway(request: IncomingMessage, response: ServerResponse, { status, message }: Refusal): void {
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    connection: 'close',
    ...(status === 429 ? { 'retry-after': '60' } : {}),
  })
  response.end(message, () => request.destroy())
}

/** The path as sent, without query: it is only ever compared and looked up, so it needs no decoding. */
function pathOf(url = '/'): string {
  return url.split('?', 1)[0] ?? '/'
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, HOST, () => {
      server.off('error', reject)
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}
