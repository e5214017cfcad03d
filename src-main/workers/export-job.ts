import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import type { ExportCount, ExportPreview, FailedExport } from '../contract/exporting'
import { toProblem } from '../contract/result'
import { beginningOf } from '../core/exporters/beginning'
import { packagedCopy, type ReviewChoice } from '../core/exporters/choice'
import { addToCount, noCount } from '../core/exporters/counting'
import type { ExportedFile, ExportInput, ExportOptions } from '../core/exporters/exporter'
import { exportDocument } from '../core/exporters/registry'
import type { StoredDocument } from '../core/review/replay'
import { selectReview } from '../core/review/select'
import { packageEntries } from '../services/package-entries'
import { PACKAGE_MEDIA_TYPE } from '../services/package-format'
import { writePackage, type PackageEntry } from '../services/package-writer'
import type { ExportAnswers, ExportJob, MadeExport, MadePackage, Making, PressedFile } from '../services/ports'
import { openBlobs } from '../store/blobs'
import { openDocumentFiles } from '../store/document-files'
import { sha256 } from '../store/envelope'
import { realFiles } from '../store/file-port'
import { fontSource } from '../store/fonts'

type Progress = (done: number, total: number, label: string) => void
type JobOf<Op extends ExportJob['op']> = Extract<ExportJob, { op: Op }>

/** The file that was looked at last, so that handing it out does not make it again. */
interface Kept {
  readonly key: string
  readonly file: ExportedFile
}

/** Does what exports ask for. Documents are read here, from the library's folder, beside whoever writes them. */
export function createExportJobs(): (
  job: ExportJob,
  progress?: Progress,
) => Promise<ExportAnswers[keyof ExportAnswers]> {
  let kept: Kept | undefined

  async function fileOf(job: JobOf<'make' | 'preview'>): Promise<{ file: ExportedFile; stored: StoredDocument }> {
    const stored = await readStored(job.folder, job.id)
    const key = JSON.stringify([job.folder, job.id, job.format, job.choice, stored.number, stored.changedAt])
    if (kept?.key === key) return { file: kept.file, stored }
    const file = await exportDocument(job.format, inputOf(stored, job.choice), await optionsFor(job, stored))
    kept = job.op === 'preview' ? { key, file } : undefined
    return { file, stored }
  }

  async function make(job: JobOf<'make'>): Promise<MadeExport> {
    const { file } = await fileOf(job)
    kept = undefined
    const { fileName, extension, mediaType, bytes, losses } = file
    const about = { fileName, extension, mediaType, losses: [...losses] }
    return job.pressed ? { ...about, pressed: press(bytes) } : { ...about, bytes }
  }

  async function preview(job: JobOf<'preview'>): Promise<ExportPreview> {
    const { file, stored } = await fileOf(job)
    return {
      fileName: file.fileName,
      bytes: file.bytes.byteLength,
      losses: [...file.losses],
      beginning: beginningOf(job.format, file, inputOf(stored, job.choice), await optionsFor(job, stored)),
    }
  }

  return async (job, progress = () => {}) => {
    switch (job.op) {
      case 'make':
        return make(job)
      case 'preview':
        return preview(job)
      case 'count':
        return countAll(job, progress)
      case 'package':
        return packageOf(job, progress)
    }
  }
}

async function countAll({ folder, ids, choice }: JobOf<'count'>, progress: Progress): Promise<ExportCount> {
  const count = noCount()
  for (const [index, id] of ids.entries()) {
    progress(index, ids.length, '')
    const stored = await readStored(folder, id).catch((thrown: unknown) => {
      count.failed.push({ document: id, title: '', error: toProblem(thrown) })
    })
    if (stored) addToCount(count, stored.document, stored.review, choice)
  }
  return count
}

async function packageOf(job: JobOf<'package'>, progress: Progress): Promise<MadePackage> {
  const { folder, ids, choice, making } = job
  const blobs = (part: string) => openBlobs(realFiles, join(folder, part), () => making.now)
  const kept = { original: blobs('originals').read, attachment: blobs('attachments').read }
  const entries = new Map<string, PackageEntry>()
  const failed: FailedExport[] = []
  let title: string | undefined
  for (const [index, id] of ids.entries()) {
    progress(index, ids.length * 3, '')
    try {
      const stored = await readStored(folder, id)
      title ??= stored.document.title
      for (const entry of packageEntries(choice ? packagedCopy(stored, choice) : stored, kept))
        entries.set(entry.name, entry)
    } catch (thrown) {
      failed.push({ document: id, title: '', error: toProblem(thrown) })
    }
  }
  const about = { savedAt: making.now, generator: making.generator, hash: sha256 }
  const bytes = await writePackage([...entries.values()], about, async (done, total) =>
    progress(total + 2 * done, total * 3, ''),
  )
  return { mediaType: PACKAGE_MEDIA_TYPE, title: title ?? '', bytes, failed }
}

/** @throws AppError `not-found`, `damaged` or `newer-version` */
async function readStored(folder: string, id: string): Promise<StoredDocument> {
  const clock = () => new Date().toISOString()
  const document = openDocumentFiles(id, { files: realFiles, library: folder, writable: false, clock })
  try {
    return (await document.read()).stored
  } finally {
    await document.close()
  }
}

const inputOf = ({ document, earlier, review }: StoredDocument, choice: ReviewChoice): ExportInput => ({
  document,
  earlier,
  review: selectReview(review, choice),
})

async function optionsFor(
  { folder, format, choice, making }: { folder: string; format: string; choice: ReviewChoice; making: Making },
  { document }: StoredDocument,
): Promise<ExportOptions> {
  const originals = openBlobs(realFiles, join(folder, 'originals'), () => making.now)
  return {
    ...making,
    confidential: choice.confidential ?? false,
    fonts: fontSource,
    original: format === 'pdf' ? await originals.read(document.origin.sha256) : undefined,
  }
}

/** Bytes as an archive keeps them; what is compressed already stays as it is. */
function press(bytes: Uint8Array): PressedFile {
  const pressed = deflateRawSync(bytes, { level: 6 })
  const smaller = pressed.byteLength < bytes.byteLength * 0.97
  return { crc: crc32(bytes), size: bytes.byteLength, deflated: smaller, content: smaller ? pressed : bytes }
}
