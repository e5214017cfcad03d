import { realpath } from 'node:fs/promises'
import { basename, extname, join, resolve } from 'node:path'
import { randomUUID } from 'node:crypto'
import type { OutFormat } from '../../contract/exporting'
import { AppError, toProblem } from '../../contract/result'
import { packagedCopy } from '../../core/exporters/choice'
import type { ExportedFile, ExportInput } from '../../core/exporters/exporter'
import { exportDocument } from '../../core/exporters/registry'
import { importedDocument } from '../../core/importers/document'
import { planCommand } from '../../core/review/plan'
import { newStoredDocument } from '../../core/review/replay'
import { applyChange, emptyReview, reviewState, toReview } from '../../core/review/state'
import { packageEntries } from '../../services/package-entries'
import { writePackage } from '../../services/package-writer'
import { sha256 } from '../../store/envelope'
import { fontSource } from '../../store/fonts'
import { VERSION } from '../../version'
import { readDocument } from './read-document'
import { complain, print, progressLine, statusOf } from './terminal'
import { makeOutFolder, writeOut } from './write-out'

export interface ReviewOptions {
  out: string
  formats: OutFormat[]
  accept: number
  json?: boolean
}

interface Reviewed {
  file: string
  title: string
  suggestions: number
  accepted: number
  written: string[]
  losses: string[]
}

/** Signs what a review without a person says. */
const AUTHOR = { id: 'blue-pencil', name: 'Blue Pencil', initials: 'BP' }

/** `review`: each file imported, scanned, its suggestions accepted, and written in each format. */
export async function review(files: readonly string[], options: ReviewOptions): Promise<number> {
  await makeOutFolder(options.out)
  const taken = new Set(await Promise.all(files.map(identity)))
  const progress = progressLine()
  const results: (Reviewed | { file: string; error: { code: string; message: string } })[] = []
  for (const [index, file] of files.entries()) {
    progress.show(index, files.length, file)
    try {
      results.push(await reviewOne(file, options, taken))
    } catch (thrown) {
      progress.clear()
      const { code, message, detail } = toProblem(thrown)
      complain(file, { code, message, detail })
      results.push({ file, error: { code, message } })
    }
  }
  progress.clear()
  const done = results.filter((result): result is Reviewed => 'written' in result)
  await print(options.json ? `${JSON.stringify(results)}\n` : done.map(describe).join(''))
  return statusOf(done.length, results.length - done.length)
}

async function reviewOne(file: string, options: ReviewOptions, taken: Set<string>): Promise<Reviewed> {
  const scanned = await readDocument(file)
  const now = new Date().toISOString()
  const { imported, sha256: hash, bytes } = scanned
  const about = { fileName: basename(file), sha256: hash, bytes: bytes.byteLength, importedAt: now }
  const document = importedDocument(imported, randomUUID(), about)
  const { detection } = scanned
  const state = reviewState(emptyReview(document.id))
  const accepted = detection.suggestions.filter((suggestion) => suggestion.score >= options.accept)
  if (accepted.length > 0) {
    const commands = accepted.map((suggestion) => ({ op: 'accept' as const, suggestion }))
    const command = { op: 'batch' as const, label: 'accept', commands }
    const making = { author: AUTHOR, now, newId: randomUUID }
    applyChange(state, planCommand(state, { text: document.text, revision: 1 }, command, making))
  }
  const input = { document, review: toReview(state), detection }
  const making = { confidential: false, now, generator: `Blue Pencil ${VERSION}`, original: bytes, fonts: fontSource }
  const made = await Promise.all(
    options.formats.map((format) =>
      format === 'package' ? packageOf(input, bytes, making) : exportDocument(format, input, making),
    ),
  )
  const written: string[] = []
  for (const { extension, bytes } of made) {
    const path = await freePath(options.out, basename(file, extname(file)), extension, taken)
    await writeOut(path, bytes)
    written.push(path)
  }
  return {
    file,
    title: document.title,
    suggestions: detection.suggestions.length,
    accepted: accepted.length,
    written,
    losses: [...new Set(made.flatMap((one) => [...one.losses]))],
  }
}

/** The review as a package of one document, with the file that it came from. */
async function packageOf(
  { document, review }: ExportInput,
  original: Uint8Array,
  { now, generator }: { now: string; generator: string },
): Promise<Pick<ExportedFile, 'extension' | 'bytes' | 'losses'>> {
  const stored = packagedCopy({ ...newStoredDocument(document, now), review }, {})
  const kept = { original: async () => original, attachment: async () => undefined }
  const about = { savedAt: now, generator, hash: sha256 }
  const bytes = await writePackage(packageEntries(stored, kept), about, async () => {})
  return { extension: '.bluepencil', bytes, losses: [] }
}

/** A path in the folder that is neither an input nor an output of this run. */
async function freePath(folder: string, stem: string, extension: string, taken: Set<string>): Promise<string> {
  for (let count = 1; count < 10_000; count++) {
    const path = join(folder, `${stem}${count > 1 ? ` (${count})` : ''}${extension}`)
    const known = await identity(path)
    if (taken.has(known)) continue
    taken.add(known)
    return path
  }
  throw new AppError('write-failed', `${folder} has too many files named ${stem}. Choose another folder.`)
}

/** One name for one file, through links and on systems that do not tell cases apart. */
async function identity(path: string): Promise<string> {
  return (await realpath(path).catch(() => resolve(path))).toLowerCase()
}

function describe({ file, suggestions, accepted, written, losses }: Reviewed): string {
  const lost = losses.map((loss) => `  note: ${loss}\n`).join('')
  return `${file}: ${suggestions} suggestions, ${accepted} accepted\n${written.map((path) => `  ${path}\n`).join('')}${lost}`
}
