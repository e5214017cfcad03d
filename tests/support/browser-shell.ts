import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Args, Method, Value } from '../../src-main/contract/api'
import type { Result } from '../../src-main/contract/result'
import { decodeWire, encodeWire } from '../../src-main/contract/wire'

const CLI = process.env.BLUEPENCIL_CLI ?? fileURLToPath(new URL('../../out/main/cli.js', import.meta.url))

export interface BrowserShell {
  /** What was printed: the address with its token. */
  readonly url: string
  /** A call from outside the page, to set the scene; throws with the problem's sentence. */
  call<M extends Method>(method: M, ...args: object extends Args<M> ? [Args<M>?] : [Args<M>]): Promise<Value<M>>
  /** Ends as Ctrl+C does. */
  stop(): Promise<void>
  /** Ends as a power cut does. */
  kill(): Promise<void>
}

/** Starts the built browser shell, as a person would in a terminal, with everything it keeps under one folder. */
export async function startBrowserShell(home: string): Promise<BrowserShell> {
  const child = spawn(process.execPath, [CLI, 'serve', '--library', `${home}/library`], {
    env: { ...process.env, BLUEPENCIL_HOME: home },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const errors: string[] = []
  child.stderr.on('data', (part: Buffer) => errors.push(part.toString()))
  const exited = once(child, 'exit')
  const printed = (async () => {
    for await (const line of createInterface({ input: child.stdout })) {
      const url = /http:\/\/127\.0\.0\.1:\d+\/#token=\S+/.exec(line)?.[0]
      if (url) return url
    }
    throw new Error(`The browser shell printed no address. ${errors.join('')}`)
  })()
  const url = await printed
  const { origin, hash } = new URL(url)
  const token = hash.replace('#token=', '')

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    await exited
  }
  return {
    url,
    async call(method, ...args) {
      const response = await fetch(`${origin}/rpc`, {
        method: 'POST',
        headers: { origin, 'content-type': 'application/json', 'x-bluepencil-token': token },
        body: encodeWire({ method, args: args[0] ?? {} }),
      })
      const result = decodeWire(await response.text()) as Result<never>
      if (!result.ok) throw new Error(`${method}: ${result.error.message} ${result.error.detail ?? ''}`)
      return result.value
    },
    stop: () => end('SIGINT'),
    kill: () => end('SIGKILL'),
  }
}
