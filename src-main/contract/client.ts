import type { Args, EventName, Events, Method, Value } from './api'
import type { Result } from './result'

/** How calls travel: the preload's bridge, HTTP, or straight into a dispatcher (command line, tests). */
export interface Transport {
  call(method: Method, args: unknown): Promise<Result<unknown>>
  /** Every event, as it comes; returns how to stop listening. */
  listen(listener: (name: EventName, payload: unknown) => void): () => void
}

export interface Client {
  /** Calls, and gives the answer or the problem as a value. An unknown method or a wrong argument does not compile. */
  call<M extends Method>(method: M, ...args: object extends Args<M> ? [Args<M>?] : [Args<M>]): Promise<Result<Value<M>>>
  on<E extends EventName>(name: E, listener: (payload: Events[E]) => void): () => void
}

/** A typed client over any transport. */
export function createClient(transport: Transport): Client {
  return {
    call: (method, ...args) => transport.call(method, args[0] ?? {}) as never,
    on: (name, listener) =>
      transport.listen((got, payload) => {
        if (got === name) listener(payload as never)
      }),
  }
}
