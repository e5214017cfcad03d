import type { Client } from '@contract/client'

export interface Task {
  readonly id: string
  /** What is being done, in words: “Importing 12 files”. */
  readonly title: string
  readonly done: number
  /** 0 while it is not known. */
  readonly total: number
  /** What it is at now, such as a file’s name. */
  readonly label: string
  readonly cancelling: boolean
}

/** Long calls under way: their progress, and how to end them. */
export class Tasks {
  list = $state.raw<readonly Task[]>([])

  constructor(private readonly client: Client) {
    client.on('task.progress', ({ task, done, total, label }) => this.#update(task, { done, total, label }))
  }

  /**
   * Runs a long call under a new task id, which it has to hand on to the Api. `signal` aborts when the person cancels,
   * for work that takes several calls.
   */
  async run<T>(title: string, work: (task: string, signal: AbortSignal) => Promise<T>): Promise<T> {
    const id = `task-${crypto.randomUUID()}`
    const abort = new AbortController()
    this.#aborts.set(id, abort)
    this.list = [...this.list, { id, title, done: 0, total: 0, label: '', cancelling: false }]
    try {
      return await work(id, abort.signal)
    } finally {
      this.#aborts.delete(id)
      this.list = this.list.filter((task) => task.id !== id)
    }
  }

  /** Progress of work that the window itself counts. */
  report(id: string, done: number, total: number, label: string): void {
    this.#update(id, { done, total, label })
  }

  async cancel(id: string): Promise<void> {
    this.#aborts.get(id)?.abort()
    this.#update(id, { cancelling: true })
    await this.client.call('task.cancel', { task: id })
  }

  readonly #aborts = new Map<string, AbortController>()

  #update(id: string, fields: Partial<Task>): void {
    this.list = this.list.map((task) => (task.id === id ? { ...task, ...fields } : task))
  }
}
