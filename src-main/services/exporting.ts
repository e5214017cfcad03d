import type { Exported } from '../contract/api'
import type { ExportChoice, ExportCount, ExportedMany, ExportPreview } from '../contract/exporting'
import { AppError, toProblem } from '../contract/result'
import { safeFileName } from '../core/exporters/file-name'
import { createArchive } from './archive'
import type { ExportJob, LibraryStore, MadeExport, MadePackage, Ports, PressedFile, Shell, WorkContext } from './ports'

export interface MadeFile {
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  readonly losses?: readonly string[]
}

/** Documents handed on as files. Each is made in the exports' own thread, which a cancelled or failed one ends with. */
export interface Exporting {
  one(id: string, choice: ExportChoice, context: WorkContext): Promise<Exported>
  many(ids: readonly string[], choice: ExportChoice, apart: boolean, context: WorkContext): Promise<ExportedMany>
  count(ids: readonly string[], choice: ExportChoice, context: WorkContext): Promise<ExportCount>
  preview(id: string, choice: ExportChoice, context: WorkContext): Promise<ExportPreview>
  /** Everything, as it is stored. */
  library(context: WorkContext): Promise<Exported>
}

/** Of very many documents, so many are counted before an export. */
const COUNTED = 300

/** Hands a made file to the person: through the shell's dialog where it has one, else as bytes. */
export async function handOver({ shell }: Pick<Ports, 'shell'>, file: MadeFile): Promise<Exported> {
  const { fileName, mediaType, bytes } = file
  const losses = [...(file.losses ?? [])]
  if (!shell.saveFile) return { fileName, mediaType, bytes, losses }
  const savedTo = await shell.saveFile(fileName, mediaType, bytes)
  return savedTo === undefined
    ? { fileName, mediaType, cancelled: true, losses }
    : { fileName, mediaType, savedTo, losses }
}

export function createExporting(ports: Ports): Exporting {
  const { store, workers, clock, version } = ports
  const making = () => ({ now: clock(), generator: `Blue Pencil ${version}` })

  /** For a sentence; the document itself is read elsewhere. */
  const titleOf = (id: string) => store.summaries().find((summary) => summary.id === id)?.title ?? id

  const work = <J extends ExportJob>(job: J, what: string, context: WorkContext) => workers.export(job, what, context)

  async function makePackage(ids: readonly string[], choice: ExportChoice | undefined, context: WorkContext) {
    const titles = titlesOf(store)
    const { folder } = store
    const job = { op: 'package', folder, ids, choice: choice && reviewChoice(choice), making: making() } as const
    const { failed, ...made }: MadePackage = await work(job, 'The package', context)
    return { ...made, failed: failed.map((one) => ({ ...one, title: titles.get(one.document) ?? one.document })) }
  }

  async function make(id: string, choice: ExportChoice, pressed: boolean, title: string, context: WorkContext) {
    const { format } = choice
    if (format === 'package') throw new AppError('bad-request', 'A package is made of all its documents at once.')
    const { folder } = store
    const job = { op: 'make', folder, id, format, choice: reviewChoice(choice), making: making(), pressed } as const
    const made: MadeExport = await work(job, `“${title}”`, context)
    return made
  }

  /** As one archive, or each into a folder. What cannot be made is said by name and keeps no other back. */
  async function manyFiles(
    ids: readonly string[],
    choice: ExportChoice,
    into: Target,
    context: WorkContext,
  ): Promise<ExportedMany> {
    const titles = titlesOf(store)
    const outcome: ExportedMany = { done: 0, files: [], failed: [], losses: [] }
    for (const [index, document] of ids.entries()) {
      if (context.signal?.aborted) break
      const title = titles.get(document) ?? document
      context.progress?.(index, ids.length, title)
      try {
        const made = await make(document, choice, into.pressed, title, context)
        if (context.signal?.aborted) break
        await into.take(made)
        outcome.done++
        for (const words of made.losses) {
          const known = outcome.losses.find((loss) => loss.words === words)
          if (known) known.documents++
          else outcome.losses.push({ words, documents: 1 })
        }
      } catch (thrown) {
        if (context.signal?.aborted) break
        if (!(thrown instanceof AppError)) ports.onFault?.(`export of ${document}`, thrown)
        outcome.failed.push({ document, title, error: toProblem(thrown) })
      }
    }
    if (context.signal?.aborted) return { ...outcome, files: into.written(), stopped: true }
    return { ...outcome, ...(outcome.done > 0 && (await into.finish())) }
  }

  return {
    async one(id, choice, context) {
      if (choice.format !== 'package') {
        const { bytes = new Uint8Array(), ...made } = await make(id, choice, false, titleOf(id), context)
        return handOver(ports, { ...made, bytes })
      }
      const { failed, title, ...made } = await makePackage([id], choice, context)
      const problem = failed[0]?.error
      if (problem) throw new AppError(problem.code, problem.message, problem.detail)
      return handOver(ports, { ...made, fileName: safeFileName(title, '.bluepencil') })
    },

    async many(ids, choice, apart, context) {
      const { shell } = ports
      if (choice.format === 'package') {
        const { failed, ...made } = await makePackage(ids, choice, context)
        const fileName = `Blue Pencil ${clock().slice(0, 10)}.bluepencil`
        const done = ids.length - failed.length
        if (done === 0) return { done, files: [], failed, losses: [] }
        const file = await handOver(ports, { ...made, fileName })
        return { done, files: [file], failed, losses: [], ...(file.cancelled && NOWHERE) }
      }
      if (!apart) return manyFiles(ids, choice, intoArchive(ports, `Blue Pencil ${clock().slice(0, 10)}.zip`), context)
      const folder = await shell.chooseFolder?.()
      if (folder === undefined) return { done: 0, files: [], failed: [], losses: [], stopped: true }
      return manyFiles(ids, choice, intoFolder(shell, folder), context)
    },

    async count(ids, choice, context) {
      const { folder } = store
      const job = { op: 'count', folder, ids: ids.slice(0, COUNTED), choice: reviewChoice(choice) } as const
      const count: ExportCount = await work(job, 'Counting what goes into the file', context)
      const titles = titlesOf(store)
      return {
        ...count,
        failed: count.failed.map((one) => ({ ...one, title: titles.get(one.document) ?? one.document })),
      }
    },

    async preview(id, choice, context) {
      const { folder } = store
      const { format } = choice
      if (format === 'package') throw new AppError('bad-request', 'A package has no beginning to show.')
      const job = { op: 'preview', folder, id, format, choice: reviewChoice(choice), making: making() } as const
      return work(job, `“${titleOf(id)}”`, context)
    },

    async library(context) {
      const { all } = await store.documents()
      const { failed, ...made } = await makePackage(all, undefined, context)
      const problem = failed[0]
      if (problem)
        throw new AppError(
          problem.error.code,
          `“${problem.title}” could not be read, so no package was made: ${problem.error.message}`,
          problem.error.detail,
        )
      return handOver(ports, { ...made, fileName: `Blue Pencil ${clock().slice(0, 10)}.bluepencil` })
    },
  }
}

/** The person closed the dialog that asks where to. */
const NOWHERE = { done: 0, stopped: true }

/** Where the files of several documents go. */
interface Target {
  /** Whether files are wanted as an archive keeps them. */
  readonly pressed: boolean
  take(made: MadeExport): Promise<void>
  finish(): Promise<Pick<ExportedMany, 'files'> & Partial<ExportedMany>>
  /** Files that are there when it is ended early. */
  written(): Exported[]
}

function intoArchive(ports: Ports, fileName: string): Target {
  const archive = createArchive(ports.clock())
  return {
    pressed: true,
    async take({ fileName, pressed }) {
      archive.add(fileName, pressed as PressedFile)
    },
    async finish() {
      const file = await handOver(ports, { fileName, mediaType: 'application/zip', bytes: archive.finish() })
      return { files: [file], ...(file.cancelled && NOWHERE) }
    },
    written: () => [],
  }
}

function intoFolder({ writeInto }: Shell, folder: string): Target {
  const files: Exported[] = []
  return {
    pressed: false,
    async take({ fileName, mediaType, bytes, losses }) {
      const savedTo = await writeInto?.(folder, fileName, bytes ?? new Uint8Array())
      files.push({ fileName, mediaType, savedTo, losses })
    },
    finish: async () => ({ files, folder }),
    written: () => files,
  }
}

const titlesOf = (store: LibraryStore) => new Map(store.summaries().map(({ id, title }) => [id, title]))

const reviewChoice = ({ confidential, profile, reviewers, kinds }: ExportChoice) => ({
  confidential,
  profile,
  reviewers,
  kinds,
})
