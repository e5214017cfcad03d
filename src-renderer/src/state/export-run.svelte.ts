import type { Client } from '@contract/client'
import type { ExportChoice, ExportedMany } from '@contract/exporting'
import type { Exported } from '@contract/files'
import type { Tasks } from './tasks.svelte'

export interface RunOptions {
  readonly client: Client
  readonly tasks: Tasks
  readonly stories: readonly { readonly id: string; readonly title: string }[]
  readonly choice: ExportChoice
  /** What is being done, in words. */
  readonly title: string
  /** Given one after the other where each story is a file of its own and the window hands them out. */
  readonly deliver?: ((file: Exported) => void) | undefined
  /** Where each is a file of its own in a folder that the shell asks for. */
  readonly apart?: boolean
}

/** An export of several stories: under way, and then what became of it. */
export class ExportRun {
  readonly size: number
  /** Set when it has ended. */
  outcome = $state.raw<ExportedMany>()
  /** Names it among the tasks while it is under way. */
  task = $state.raw<string>()

  constructor(private readonly options: RunOptions) {
    this.size = options.stories.length
  }

  /** Does it; resolves when it has ended, however it did. */
  async start(): Promise<ExportedMany> {
    const { tasks, title, deliver } = this.options
    this.outcome = await tasks.run(title, (task, signal) => {
      this.task = task
      return deliver ? this.#oneByOne(task, signal, deliver) : this.#atOnce(task)
    })
    this.task = undefined
    return this.outcome
  }

  async cancel(): Promise<void> {
    if (this.task) await this.options.tasks.cancel(this.task)
  }

  async #atOnce(task: string): Promise<ExportedMany> {
    const { client, stories, choice, apart } = this.options
    const documents = stories.map(({ id }) => id)
    const result = await client.call('export.many', { documents, ...choice, apart, task })
    if (result.ok) return result.value
    const nothing = { done: 0, files: [], losses: [] }
    if (result.error.code === 'cancelled') return { ...nothing, failed: [], stopped: true }
    // Nothing was made of any of them: the archive could not be written, or the connection went.
    const [first] = stories
    return { ...nothing, failed: first ? [{ document: first.id, title: this.options.title, error: result.error }] : [] }
  }

  async #oneByOne(task: string, signal: AbortSignal, deliver: (file: Exported) => void): Promise<ExportedMany> {
    const { client, tasks, stories, choice } = this.options
    const outcome: ExportedMany = { done: 0, files: [], failed: [], losses: [] }
    for (const [done, { id, title }] of stories.entries()) {
      if (signal.aborted) break
      tasks.report(task, done, stories.length, title)
      const result = await client.call('document.export', { id, ...choice, task })
      if (result.ok) {
        deliver(result.value)
        const { bytes: _handedOut, ...file } = result.value
        outcome.files.push(file)
        outcome.done++
      } else if (result.error.code !== 'cancelled') outcome.failed.push({ document: id, title, error: result.error })
    }
    return signal.aborted ? { ...outcome, stopped: true } : outcome
  }
}
