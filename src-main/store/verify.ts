import { join, relative } from 'node:path'
import type { StoredProblem, WorkContext } from '../services/ports'
import { listBackups } from './backups'
import { documentPaths, type DocumentFiles } from './document-files'
import { TEMPORARY } from './durable-file'
import { CATALOGUE, DETECTION, DOCUMENT, sha256, type Format } from './envelope'
import type { FilePort } from './file-port'
import { readJournal } from './journal'
import { migrateDocument } from '../core/migrations/registry'
import { readSealed } from './sealed-file'
import { setAside } from './set-aside'

interface VerifyOptions extends WorkContext {
  readonly repair: boolean
  readonly files: FilePort
  readonly folder: string
  readonly clock: () => string
  readonly filesOf: (id: string) => DocumentFiles
}

/** Reads every file of a library and says what is wrong with it; with `repair`, puts right what can be. */
export async function verifyLibrary(options: VerifyOptions): Promise<{ checked: number; problems: StoredProblem[] }> {
  const { files, folder, repair, clock, filesOf, signal, progress } = options
  const problems: StoredProblem[] = []
  let checked = 0
  const report = (path: string, message: string, repaired = false) =>
    problems.push({ file: relative(folder, path), message, repaired })
  const list = async (part: string) => (await files.readdir(join(folder, part)).catch(() => [])).sort()

  const documents = (await list('documents')).filter((name) => /\.(json|journal)$/.test(name))
  const derived = (await list('detections')).filter((name) => name.endsWith('.json'))
  const blobs = await Promise.all(
    (['originals', 'attachments'] as const).map(async (part) =>
      // What is being written at this moment has a temporary name.
      (await list(part)).filter((name) => !TEMPORARY.test(name)).map((name) => ({ part, name })),
    ),
  )
  const backups = await list('backups')
  const total = documents.length + derived.length + blobs.flat().length + backups.length + 1
  const step = (label: string) => {
    signal?.throwIfAborted()
    progress?.(checked++, total, label)
  }

  const ids = [...new Set(documents.map((name) => name.replace(/\.(json|journal)$/, '')))]
  for (const id of ids) {
    step(id)
    await verifyDocument(id)
  }
  checked += documents.length - ids.length
  for (const name of derived) {
    step(name)
    await verifyDerived(DETECTION, join(folder, 'detections', name), 'The suggestions are made again when needed.')
  }
  for (const { part, name } of blobs.flat()) {
    step(name)
    await verifyBlob(join(folder, part, name), name)
  }
  for (const id of backups) {
    step(id)
    await verifyBackups(id)
  }
  step('catalogue.json')
  await verifyDerived(CATALOGUE, join(folder, 'catalogue.json'), 'It is made again when the library is opened.')
  progress?.(total, total, 'done')
  return { checked, problems }

  async function verifyDocument(id: string): Promise<void> {
    const paths = documentPaths(folder, id)
    const found = await readSealed(files, DOCUMENT, paths.snapshot).catch(() => undefined)
    const why = found === undefined ? 'the disk does not give it' : snapshotFault(found)
    const journal = await readJournal(files, paths.journal).catch(() => undefined)
    const journalFault =
      journal === undefined
        ? 'the disk does not give it'
        : journal.damagedLines > 0
          ? `${journal.damagedLines} of its lines are damaged`
          : undefined
    if (found?.state === 'good' && !why) await verifyFilesOf(found.payload, found.version, paths.snapshot)
    if (!why && !journalFault) return
    let repaired = false
    let outcome = ''
    const unreadable = found?.state === 'damaged' || found?.state === 'missing'
    if (repair && (unreadable || journalFault)) {
      try {
        // Reading is what repairs: the newest good backup and the journal take the damaged file's place.
        const { notices } = await filesOf(id).read()
        repaired = unreadable || !why
        outcome = ` ${notices.join(' ')}`
      } catch (thrown) {
        outcome = ` ${thrown instanceof Error ? thrown.message : String(thrown)}`
      }
    }
    if (why) report(paths.snapshot, `${sentence(why)}${outcome}`, repaired)
    if (journalFault) report(paths.journal, `${sentence(journalFault)}${why ? '' : outcome}`, repaired)
  }

  /** Whether what a document names is there: the file it was imported from, and the files kept with its sources. */
  async function verifyFilesOf(payload: unknown, version: number, path: string): Promise<void> {
    const { document, review } = migrateDocument(payload, version)
    const named = [
      { part: 'originals', sha256: document.origin.sha256, what: `the file it was imported from` },
      ...review.sources.flatMap(({ attachment }) =>
        attachment ? [{ part: 'attachments', sha256: attachment.sha256, what: `“${attachment.fileName}”` }] : [],
      ),
    ]
    for (const { part, sha256, what } of named) {
      if (await files.stat(join(folder, part, sha256)).catch(() => undefined)) continue
      report(
        path,
        `“${document.title}” is whole, but ${what} is missing from “${part}”. Add that file again, or import a package that has it.`,
      )
    }
  }

  function snapshotFault(found: Awaited<ReturnType<typeof readSealed>>): string | undefined {
    if (found.state === 'missing') return 'it is missing'
    if (found.state === 'damaged') return found.why
    if (found.state === 'newer') return 'it was saved by a newer version of Blue Pencil'
    try {
      const { document, review } = migrateDocument(found.payload, found.version)
      const astray = review.annotations.find(
        ({ anchor, revision }) =>
          revision === document.revision && document.text.slice(anchor.start, anchor.end) !== anchor.exact,
      )
      return astray && `the annotation ${astray.id} does not lie on its words`
    } catch (thrown) {
      return thrown instanceof Error ? thrown.message : String(thrown)
    }
  }

  async function verifyDerived(format: Format, path: string, remedy: string): Promise<void> {
    const found = await readSealed(files, format, path).catch(
      () => ({ state: 'damaged', why: 'the disk does not give it' }) as const,
    )
    if (found.state !== 'damaged') return
    if (repair) await setAside(files, folder, path, clock())
    report(path, `${sentence(found.why)} ${remedy}`, repair)
  }

  async function verifyBlob(path: string, name: string): Promise<void> {
    const bytes = await files.readFile(path).catch(() => undefined)
    if (bytes && sha256(bytes) === name) return
    if (!/^[0-9a-f]{64}$/.test(name)) return report(path, 'This file is not one of the library’s.') as never
    let outcome = ''
    if (repair && bytes)
      outcome = ` It was moved to ${await setAside(files, folder, path, clock())}; add it again to have it back.`
    report(path, `Its content is not what was kept.${outcome}`, outcome !== '')
  }

  async function verifyBackups(id: string): Promise<void> {
    for (const backup of await listBackups(files, join(folder, 'backups', id))) {
      const found = await readSealed(files, DOCUMENT, backup.path).catch(() => undefined)
      if (found?.state === 'good' || found?.state === 'newer') continue
      if (repair) await setAside(files, folder, backup.path, clock())
      report(backup.path, 'This backup cannot be read.', repair)
    }
  }
}

const sentence = (why: string) => `${why.charAt(0).toUpperCase()}${why.slice(1)}.`
