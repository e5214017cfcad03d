import { parentPort } from 'node:worker_threads'
import { toProblem } from '../contract/result'
import type { WorkerReply, WorkerRequest } from './messages'

type Progress = (done: number, total: number, label: string) => void

/** Answers jobs from the host, one at a time, in a worker thread. */
export function serveJobs<J>(run: (job: J, progress: Progress) => unknown): void {
  const port = parentPort
  if (!port) throw new Error('This program runs as a worker thread.')
  const reply = (message: WorkerReply) => port.postMessage(message)
  port.on('message', async ({ number, job }: WorkerRequest) => {
    try {
      const progress: Progress = (done, total, label) => reply({ number, kind: 'progress', done, total, label })
      reply({ number, kind: 'done', value: await run(job as J, progress) })
    } catch (thrown) {
      reply({ number, kind: 'failed', problem: toProblem(thrown) })
    }
  })
}
