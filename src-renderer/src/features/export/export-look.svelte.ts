import type { Client } from '@contract/client'
import type { ExportChoice, ExportCount, ExportPreview } from '@contract/exporting'

/** Milliseconds that a choice stands before a file is made for it: somebody may be on the way to the next one. */
const PAUSE = 150

/** What a choice would put into the files, and how the first of them would look. What is asked last counts. */
export class ExportLook {
  count = $state.raw<ExportCount>()
  preview = $state.raw<ExportPreview>()
  /** Why there is no preview, in a sentence. */
  problem = $state<string>()
  /** Whether what is shown is still of the choice before. */
  stale = $state(true)

  #asked = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  /** The call whose answer nobody may want any more. */
  #running: string | undefined

  constructor(
    private readonly client: Client,
    private readonly documents: readonly string[],
  ) {}

  /** Asks for a choice. The numbers come first, then the file. */
  ask(choice: ExportChoice): void {
    const asked = ++this.#asked
    this.stale = true
    clearTimeout(this.#timer)
    this.#end()
    this.#timer = setTimeout(() => void this.#look(asked, choice), this.count ? PAUSE : 0)
  }

  /** Ends what is under way: a file that is wanted now does not wait for one that was only looked at. */
  close(): void {
    this.#asked++
    clearTimeout(this.#timer)
    this.#end()
  }

  async #look(asked: number, choice: ExportChoice): Promise<void> {
    const { client, documents } = this
    const counted = await this.#call((task) =>
      client.call('export.count', { documents: [...documents], ...choice, task }),
    )
    if (asked !== this.#asked) return
    if (counted.ok) this.count = counted.value
    const [id] = documents
    if (id === undefined || choice.format === 'package') {
      this.preview = this.problem = undefined
      this.stale = false
      return
    }
    const made = await this.#call((task) => client.call('export.preview', { id, ...choice, task }))
    if (asked !== this.#asked) return
    this.preview = made.ok ? made.value : undefined
    this.problem = made.ok ? undefined : made.error.message
    this.stale = false
  }

  async #call<T>(work: (task: string) => Promise<T>): Promise<T> {
    const task = `look-${crypto.randomUUID()}`
    this.#running = task
    try {
      return await work(task)
    } finally {
      if (this.#running === task) this.#running = undefined
    }
  }

  #end(): void {
    if (this.#running) void this.client.call('task.cancel', { task: this.#running })
    this.#running = undefined
  }
}
