import { Worker } from 'node:worker_threads'
import { AppError } from '../contract/result'
import type { WorkContext } from '../services/ports'
import type { WorkerReply, WorkerRequest } from './messages'

export interface HostOptions {
  /** The worker's built file. */
  readonly url: URL
  /** Milliseconds that one job may take. */
  readonly deadline: number
  /** Whether a job that says how far it is may take that long again. */
  readonly patient?: boolean
  /** Of the worker's heap. */
  readonly megabytes: number
  /** Of that part of the heap where new things are made; what the engine thinks right when left out. */
  readonly youngMegabytes?: number
  /** Milliseconds without a job after which the thread is let go. */
  readonly idle?: number
}

export interface WorkerHost {
  /** @param what names the job in a sentence, such as the file that is read */
  run<T>(job: unknown, what: string, context?: WorkContext): Promise<T>
  close(): Promise<void>
}

/**
 * One worker thread for jobs of one kind, one after the other. A job that is cancelled, takes too long or runs out of
 * memory ends with its thread, and the next job gets a new one: nothing it does can take the app down.
 */
export function createWorkerHost(options: HostOptions): WorkerHost {
  const { url, deadline, patient = false, megabytes, youngMegabytes, idle = 30_000 } = options
  let worker: Worker | undefined
  let queue: Promise<unknown> = Promise.resolve()
  let count = 0
  let closed = false
  let idling: NodeJS.Timeout | undefined

  function thread(): Worker {
    clearTimeout(idling)
    if (!worker) {
      worker = new Worker(url, {
        resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: youngMegabytes },
      })
      worker.unref()
    }
    return worker
  }

  async function end(): Promise<void> {
    const ending = worker
    worker = undefined
    await ending?.terminate()
  }

  function rest(): void {
    idling = setTimeout(() => void end(), idle)
    idling.unref()
  }

  function perform<T>(job: unknown, what: string, { signal, progress }: WorkContext): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (closed || signal?.aborted) return reject(cancelled())
      const running = thread()
      running.ref()
      const number = ++count
      const timer = setTimeout(() => void giveUp(tooLong(what, deadline)), deadline)
      const settle = () => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', onAbort)
        running.off('message', onMessage).off('error', onError).off('exit', onExit)
        running.unref()
      }
      const giveUp = async (problem: AppError) => {
        settle()
        await end()
        reject(problem)
      }
      const onAbort = () => void giveUp(cancelled())
      const onMessage = (reply: WorkerReply) => {
        if (reply.number !== number) return
        if (reply.kind === 'progress') {
          if (patient) timer.refresh()
          return progress?.(reply.done, reply.total, reply.label)
        }
        settle()
        if (reply.kind === 'done') resolve(reply.value as T)
        else reject(new AppError(reply.problem.code, reply.problem.message, reply.problem.detail))
      }
      const onError = (error: Error) => void giveUp(broken(what, error))
      const onExit = (code: number) => void giveUp(broken(what, new Error(`The worker ended with ${code}.`)))
      running.on('message', onMessage).on('error', onError).on('exit', onExit)
      signal?.addEventListener('abort', onAbort)
      const request: WorkerRequest = { number, job }
      running.postMessage(request)
    })
  }

  return {
    run<T>(job: unknown, what: string, context: WorkContext = {}) {
      const result = queue.then(() => perform<T>(job, what, context))
      queue = result.catch(() => {}).then(rest)
      return result
    },
    async close() {
      closed = true
      clearTimeout(idling)
      await end()
    },
  }
}

const cancelled = () => new AppError('cancelled', 'Stopped.')

const tooLong = (what: string, deadline: number) =>
  new AppError('timeout', `${what} took longer than ${deadline / 1_000} seconds and was stopped. Try it in parts.`)

function broken(what: string, error: Error): AppError {
  const memory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
  return memory
    ? new AppError('too-large', `${what} needs more memory than it is given. Try it in parts.`, error.message)
    : new AppError('fault', `${what} could not be finished: the part of the program that does it stopped.`, error.stack)
}
