import * as v from 'valibot'
import { api, type Checked, type Method, type Value } from './api'
import { AppError, toProblem, type Result } from './result'

/** What a handler may use besides its argument. */
export interface CallContext {
  /** Aborted when the caller cancels the task or goes away. */
  signal: AbortSignal
  /** Says how far a long call is; counts are of whatever the call counts. */
  progress(done: number, total: number, label: string): void
}

/** One handler a call; a forgotten or mistyped one does not compile. */
export type Handlers = { [M in Method]: (args: Checked<M>, context: CallContext) => Promise<Value<M>> | Value<M> }

export interface Dispatcher {
  /**
   * Runs one call. Never throws: unknown methods, wrong arguments, wrong results and exceptions become a Problem.
   */
  call(method: string, args: unknown, context?: Partial<CallContext>): Promise<Result<unknown>>
}

/**
 * The one way into the services, for IPC, HTTP and the command line.
 *
 * @param onFault told of what was not foreseen, for the log
 */
export function createDispatcher(
  handlers: Handlers,
  onFault: (method: string, thrown: unknown) => void = () => {},
): Dispatcher {
  return {
    async call(method, args, context) {
      const entry = Object.hasOwn(api, method) ? api[method as Method] : undefined
      if (!entry)
        return {
          ok: false,
          error: { code: 'bad-request', message: `There is no call named “${method.slice(0, 80)}”.` },
        }
      const parsed = v.safeParse(entry.args, args ?? {})
      if (!parsed.success)
        return { ok: false, error: { code: 'bad-request', message: describeIssue(method, parsed.issues[0]) } }
      try {
        const full: CallContext = {
          signal: context?.signal ?? new AbortController().signal,
          progress: context?.progress ?? (() => {}),
        }
        const handler = handlers[method as Method] as (args: unknown, context: CallContext) => unknown
        const value = await handler(parsed.output, full)
        const checked = v.safeParse(entry.result as v.GenericSchema, value)
        if (!checked.success)
          throw new Error(`${method} gave a wrong result: ${describeIssue(method, checked.issues[0])}`)
        return { ok: true, value }
      } catch (thrown) {
        if (!(thrown instanceof AppError)) onFault(method, thrown)
        return { ok: false, error: toProblem(thrown) }
      }
    },
  }
}

function describeIssue(method: string, issue: v.BaseIssue<unknown> | undefined): string {
  if (!issue) return `${method}: the request was not understood.`
  const path = v.getDotPath(issue)
  return `${method}${path ? `, ${path}` : ''}: ${issue.message}`
}
