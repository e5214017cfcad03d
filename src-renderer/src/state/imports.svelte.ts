import type { Imported } from '@contract/api'
import type { Client } from '@contract/client'
import type { Result } from '@contract/result'
import { batches, type PendingFile } from '../features/library/pending-files'
import { t } from '../messages'
import type { LibraryState } from './library.svelte'
import type { Notices } from './notices.svelte'
import type { Tasks } from './tasks.svelte'

/** What an import did, kept until somebody has read it. */
export interface ImportReport {
  readonly added: readonly Imported[]
  readonly duplicates: readonly Imported[]
  /** What came with files besides their text. */
  readonly told: readonly string[]
  /** One sentence a file. */
  readonly errors: readonly string[]
  readonly cancelled: boolean
}

interface Needs {
  readonly client: Client
  readonly tasks: Tasks
  readonly library: LibraryState
  readonly notices: Notices
  open(id: string): void
  /** Its texts, and what others said, to go through. */
  compare(id: string): void
  showLibrary(): void
}

/** Files on their way into the library, from whichever door they came. */
export class Imports {
  report = $state.raw<ImportReport>()
  /** What somebody typed to be added and left before it was; it is there when they come back to it. */
  draft = { title: '', text: '' }

  constructor(private readonly needs: Needs) {
    needs.client.on('files.imported', ({ imported }) => this.#finish(imported, [], false))
  }

  /** Files, packages among them. */
  async add(files: readonly PendingFile[], notes: readonly string[] = []): Promise<void> {
    if (files.length === 0) return this.needs.notices.warning(notes[0] ?? t('import.nothing'))
    const { imported, errors, cancelled } = await this.#read(files, notes)
    this.#finish(imported, errors, cancelled)
  }

  /**
   * A text that was pasted or typed, as a file.
   *
   * @param onread called when it is in the library, before it is opened
   * @returns why it is not; empty when somebody stopped it
   */
  async paste(file: PendingFile, onread: () => void): Promise<string | undefined> {
    const { imported, errors, cancelled } = await this.#read([file], [])
    const failed = [...errors, ...imported.flatMap(({ error }) => error?.message ?? [])]
    if (failed.length > 0 || imported.length === 0) return failed.join(' ')
    onread()
    this.#finish(imported, [], cancelled)
    return undefined
  }

  /** A few at a time, so that a thousand of them neither fill the memory nor freeze. */
  async #read(files: readonly PendingFile[], notes: readonly string[]) {
    const { client, tasks } = this.needs
    const imported: Imported[] = []
    const errors = [...notes]
    let cancelled = false
    await tasks.run(t('import.importing', { n: files.length }), async (task, signal) => {
      let part = ''
      let done = 0
      const stop = client.on('task.progress', (progress) => {
        if (progress.task === part) tasks.report(task, done + progress.done, files.length, progress.label)
      })
      signal.addEventListener('abort', () => void client.call('task.cancel', { task: part }))
      for await (const batch of batches(files, errors)) {
        if (signal.aborted) break
        tasks.report(task, done, files.length, batch.files[0]?.name ?? '')
        part = `${task}-${done}`
        const [file] = batch.files
        const result: Result<Imported[]> =
          batch.isPackage && file
            ? await client.call('library.import', { file, task: part })
            : await client.call('document.import', { files: batch.files, task: part })
        if (result.ok) imported.push(...result.value)
        else if (result.error.code === 'cancelled') break
        else errors.push(result.error.message)
        done += batch.taken
      }
      stop()
      cancelled = signal.aborted
    })
    // What was kept before a stop is in no answer.
    if (cancelled) await this.needs.library.load()
    return { imported, errors, cancelled }
  }

  /** The system’s dialog, where the shell has one. */
  async choose(): Promise<void> {
    const { client, tasks, notices } = this.needs
    const result = await tasks.run(t('import.reading'), (task) => client.call('document.choose', { task }))
    if (result.ok) this.#finish(result.value, [], false)
    else notices.problem(result.error)
  }

  /** One story that went in, or was there, is opened; anything else is told in the library. */
  #finish(imported: readonly Imported[], errors: readonly string[], cancelled: boolean): void {
    const { library, notices } = this.needs
    const kept = imported.filter((one) => one.document)
    library.put(kept.flatMap((one) => one.document ?? []))
    const failed = imported.flatMap((one) => (one.error ? [sentence(one.fileName, one.error.message)] : []))
    const report: ImportReport = {
      added: kept.filter((one) => !one.duplicate),
      duplicates: kept.filter((one) => one.duplicate && !one.merged),
      told: kept.flatMap((one) => (one.notices ?? []).map((said) => `${one.document?.title ?? one.fileName}: ${said}`)),
      errors: [...errors, ...failed],
      cancelled,
    }
    const [only] = kept
    if (imported.length === 1 && only?.document && report.errors.length === 0) {
      const { id } = only.document
      // What a copy brought is gone through on a screen of its own.
      const look = only.merged ? { label: t('revisions.lookAt'), run: () => this.needs.compare(id) } : undefined
      for (const said of only.notices ?? []) notices.info(said, look)
      if (only.duplicate && !only.merged) notices.info(t('import.duplicate', { title: only.document.title }))
      this.needs.open(only.document.id)
    } else if (imported.length > 0 || report.errors.length > 0 || cancelled) {
      this.report = report
      this.needs.showLibrary()
    }
  }
}

/** Names the file, unless the sentence does already. */
const sentence = (name: string, message: string) => (message.includes(name) ? message : `${name}: ${message}`)
