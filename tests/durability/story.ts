import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Document, Highlight } from '../../src-main/contract/entities'
import { newStoredDocument, type JournalEntry, type StoredDocument } from '../../src-main/core/review/replay'
import type { LibraryStore } from '../../src-main/services/ports'
import type { FilePort } from '../../src-main/store/file-port'
import { openLibrary } from '../../src-main/store/library'

const AUTHOR = { id: 'anna', name: 'Anna Berg', initials: 'AB' }
const TEXT = 'The ferry did not run on Sunday. The company gave no reason.\n'.repeat(20)

/** The file that the story is said to come from. */
export const ORIGINAL = new TextEncoder().encode(TEXT)

/** A clock that moves on by a second at each look. */
export function ticking(start = Date.parse('2026-03-01T10:00:00Z')): () => string {
  let now = start
  return () => new Date((now += 1_000)).toISOString()
}

export function story(id = 'd1', at = '2026-03-01T09:00:00.000Z'): StoredDocument {
  const document: Document = {
    id,
    title: 'Ferry',
    language: 'en',
    revision: 1,
    text: TEXT,
    blocks: [{ kind: 'paragraph', start: 0, end: TEXT.length - 1 }],
    inlines: [],
    markup: [],
    origin: {
      fileName: 'ferry.txt',
      mediaType: 'text/plain',
      sha256: createHash('sha256').update(ORIGINAL).digest('hex'),
      bytes: TEXT.length,
      importedAt: at,
    },
    report: { coverage: { total: 0, inText: 0, leftOut: 0 }, leftOut: [], notices: [] },
  }
  return newStoredDocument(document, at)
}

/** The n-th edit of a document: a highlight with the id `a<n>`. */
export function edit(number: number): JournalEntry {
  const at = '2026-03-01T10:00:00.000Z'
  const after: Highlight = {
    id: `a${number}`,
    kind: 'highlight',
    colour: 'yellow',
    anchor: { start: 4, end: 9, exact: 'ferry', prefix: 'The ', suffix: ' did' },
    revision: 1,
    note: `edit ${number}`,
    author: AUTHOR,
    createdAt: at,
    updatedAt: at,
  }
  const change = {
    id: `c${number}`,
    op: 'highlight',
    author: AUTHOR,
    createdAt: at,
    patches: [{ collection: 'annotations' as const, id: after.id, before: undefined, after }],
  }
  return { kind: 'do', number, at, change }
}

/** The numbers of the edits that a document holds. */
export const editsOf = (stored: StoredDocument): number[] =>
  stored.review.annotations.map((annotation) => Number(annotation.id.slice(1)))

export const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1)

export async function newFolder(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'bluepencil-durability-'))
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** Opens a library as after the end of the process that held it. */
export async function reopen(folder: string, files?: FilePort): Promise<LibraryStore> {
  await rm(join(folder, 'lock'), { force: true })
  return openLibrary({ folder, clock: ticking(), files })
}
