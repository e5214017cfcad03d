import { fstatSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { OutFormat } from '../../contract/exporting'
import type { AnnotationKind, ExportProfile } from '../../contract/taxonomies'
import { AppError } from '../../contract/result'
import { print, STATUS } from './terminal'
import { withApp, type Call, type LibraryOption } from './with-app'
import { writeOut } from './write-out'

interface ExportOneOptions extends LibraryOption {
  format: OutFormat
  out: string
  confidential?: boolean
  profile?: ExportProfile
  reviewer?: string[]
  kinds?: AnnotationKind[]
}

/** `export`: one document in one format. The file is there whole, or not at all. */
export async function exportOne(id: string, options: ExportOneOptions): Promise<number> {
  const { format, out, confidential, profile, kinds } = options
  const made = await withApp({ ...options, readOnly: true }, async (call) =>
    call('document.export', {
      id,
      format,
      confidential,
      profile,
      kinds,
      reviewers: options.reviewer && (await reviewersNamed(call, id, options.reviewer)),
    }),
  )
  const path = (await isFolder(out)) ? join(out, made.fileName) : out
  const bytes = made.bytes ?? new Uint8Array()
  if (await isStdout(path)) {
    await print(bytes)
    return STATUS.done
  }
  await writeOut(path, bytes)
  await print(`${path}\n${made.losses.map((loss) => `  note: ${loss}\n`).join('')}`)
  return STATUS.done
}

/** `--out /dev/stdout`, wherever that leads: the file and nothing else is written there. */
async function isStdout(path: string): Promise<boolean> {
  const out = await stat(path).catch(() => undefined)
  const own = fstatSync(process.stdout.fd)
  return out !== undefined && out.ino === own.ino && out.dev === own.dev
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}

/** Ids of those who said something in this review, by name or id. @throws AppError `not-found` */
async function reviewersNamed(call: Call, id: string, names: readonly string[]): Promise<string[]> {
  const { review } = await call('document.open', { id })
  const authors = [...review.annotations, ...review.replies, ...review.verdicts].map(({ author }) => author)
  return names.flatMap((wanted) => {
    const found = authors.filter(({ id, name }) => id === wanted || name.toLowerCase() === wanted.trim().toLowerCase())
    if (found.length > 0) return [...new Set(found.map((author) => author.id))]
    const known = [...new Set(authors.map(({ name }) => name))].join(', ') || 'nobody'
    throw new AppError('not-found', `${wanted} has said nothing in this review; choose from: ${known}.`)
  })
}
