import type { Args, Method, Value } from '../../contract/api'
import type { CallContext } from '../../contract/dispatch'
import type { Author } from '../../contract/entities'
import { AppError } from '../../contract/result'
import { openApp } from '../compose'
import { complain } from './terminal'

export interface LibraryOption {
  library?: string
}

/** Calls the app, and gives the answer or throws the problem. */
export type Call = <M extends Method>(method: M, args: Args<M>, context?: Partial<CallContext>) => Promise<Value<M>>

/** Opens the library for one command, and closes it whatever happens. */
export async function withApp<T>(
  options: LibraryOption & { readOnly: boolean; author?: Author },
  work: (call: Call) => Promise<T>,
): Promise<T> {
  const app = await openApp({
    library: options.library,
    readOnly: options.readOnly,
    author: options.author,
    shell: { kind: 'cli', platform: process.platform, mayReadPaths: true },
    workers: 'inline',
  })
  for (const message of app.notices) complain(undefined, { code: 'damaged', message })
  const call: Call = async (method, args, context) => {
    const result = await app.dispatcher.call(method, args, context)
    if (!result.ok) throw new AppError(result.error.code, result.error.message, result.error.detail)
    return result.value as Value<typeof method>
  }
  try {
    return await work(call)
  } finally {
    await app.close()
  }
}
