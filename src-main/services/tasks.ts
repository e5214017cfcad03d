import type { CallContext } from '../contract/dispatch'
import { AppError } from '../contract/result'
import type { EventHub } from './events'

/** A long call under way: what it is told to stop by, and how it says how far it is. */
export type Task = CallContext

export interface Tasks {
  run<T>(id: string | undefined, context: CallContext, work: (task: Task) => Promise<T>): Promise<T>
  cancel(id: string): void
}

/** Long calls by the ids that their callers gave them. A call without an id is ended by its caller's going away alone. */
export function createTasks(events: EventHub): Tasks {
  const running = new Map<string, AbortController>()
  return {
    async run(id, context, work) {
      const own = new AbortController()
      const signal = AbortSignal.any([own.signal, context.signal])
      if (id) running.set(id, own)
      const task: Task = {
        signal,
        progress(done, total, label) {
          context.progress(done, total, label)
          if (id) events.emit('task.progress', { task: id, done, total, label })
        },
      }
      try {
        return await work(task)
      } catch (thrown) {
        if (signal.aborted) throw new AppError('cancelled', 'Stopped. What was finished before is kept.')
        throw thrown
      } finally {
        if (id && running.get(id) === own) running.delete(id)
      }
    },
    cancel: (id) => running.get(id)?.abort(),
  }
}
