import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import type { Highlight } from '../../src-main/contract/entities'
import { newStoredDocument, type JournalEntry, type StoredDocument } from '../../src-main/core/review/replay'
import { openLibrary } from '../../src-main/store/library'

export const name = 'saving: an acknowledged edit of a document of 10 MB, beside lowdb writing its file'

const AT = '2026-03-01T10:00:00.000Z'
const AUTHOR = { id: 'anna', name: 'Anna Berg', initials: 'AB' }
const SENTENCE = 'The ferry did not run on Sunday, and the company gave no reason for it. '
const OURS = 200
const THEIRS = 12
/** What the ratio of the medians has to be at least. */
const GOAL = 100

function highlight(number: number): Highlight {
  const anchor = { start: 4, end: 9, exact: 'ferry', prefix: 'The ', suffix: ' did' }
  const base = { revision: 1, note: `note ${number}`, author: AUTHOR, createdAt: AT, updatedAt: AT }
  return { id: `a${number}`, kind: 'highlight', colour: 'yellow', anchor, ...base }
}

/** A story whose file has about ten megabytes: six of text, the rest in annotations. */
function large(): StoredDocument {
  const text = SENTENCE.repeat(85_000)
  const origin = {
    fileName: 'x.txt',
    mediaType: 'text/plain',
    sha256: '0'.repeat(64),
    bytes: text.length,
    importedAt: AT,
  }
  const report = { coverage: { total: 0, inText: 0, leftOut: 0 }, leftOut: [], notices: [] }
  const blocks = [{ kind: 'paragraph' as const, start: 0, end: text.length }]
  const parts = { title: 'Ferry', language: 'en', revision: 1, blocks, inlines: [], markup: [], report }
  const stored = newStoredDocument({ id: 'd1', text, origin, ...parts }, AT)
  const annotations = Array.from({ length: 10_000 }, (_, number) => highlight(number))
  return { ...stored, review: { ...stored.review, annotations } }
}

function entry(number: number): JournalEntry {
  const patches = [
    { collection: 'annotations' as const, id: `n${number}`, after: { ...highlight(number), id: `n${number}` } },
  ]
  return {
    kind: 'do',
    number,
    at: AT,
    change: { id: `c${number}`, op: 'highlight', author: AUTHOR, createdAt: AT, patches },
  }
}

async function median(times: number, work: (number: number) => Promise<unknown>): Promise<number> {
  const taken: number[] = []
  for (let number = 1; number <= times; number++) {
    const started = performance.now()
    await work(number)
    taken.push(performance.now() - started)
  }
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0
}

export async function run(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bluepencil-bench-'))
  try {
    const store = await openLibrary({ folder: join(folder, 'library'), clock: () => new Date().toISOString() })
    const document = large()
    await store.create(document, undefined)
    const { size } = await stat(join(folder, 'library', 'documents', 'd1.json'))
    const ours = await median(OURS, (number) => store.append('d1', entry(number)))
    await store.close()

    const database = new Low(new JSONFile<StoredDocument>(join(folder, 'lowdb.json')), document)
    const theirs = await median(THEIRS, (number) =>
      database.update(({ review }) => void review.annotations.push({ ...highlight(number), id: `n${number}` })),
    )
    const ratio = theirs / ours
    console.log(`   document file: ${(size / 1024 / 1024).toFixed(1)} MB`)
    console.log(`   acknowledged edit, fsynced: ${ours.toFixed(2)} ms (median of ${OURS})`)
    console.log(`   lowdb’s whole-file write, not fsynced: ${theirs.toFixed(1)} ms (median of ${THEIRS})`)
    console.log(`   ${ratio.toFixed(0)} times faster (goal: ${GOAL})${ratio < GOAL ? '  MISSED' : ''}`)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
