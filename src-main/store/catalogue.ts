import { join } from 'node:path'
import { Low } from 'lowdb'
import * as v from 'valibot'
import { DocumentSummary } from '../contract/api'
import { CATALOGUE } from './envelope'
import type { FilePort } from './file-port'
import { SealedFileAdapter } from './sealed-file'
import { setAside } from './set-aside'

interface Entry {
  readonly summary: DocumentSummary
  /** Sizes and time of the files that the summary is of: when they differ, the summary is made again. */
  readonly stamp: string
}
type Entries = Record<string, Entry>

/**
 * The entries that were read, without those of an older shape, which are made again. The checksum says that we wrote
 * them; checking every part of ten thousand would keep the window waiting.
 */
function acceptEntries(payload: unknown): Entries {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) throw new Error('it holds no entries')
  const entries = Object.entries(payload as Entries).map(([id, entry]) => [id, upgraded(entry)] as const)
  const [first] = entries
  if (first) v.parse(DocumentSummary, first[1].summary)
  return Object.fromEntries(entries)
}

/**
 * Up to version 0.1 a barcode was a list of stretches with the width of each, and who worked on a story was not kept: of
 * those that somebody worked on the summary is made again.
 */
function upgraded(entry: Entry): Entry {
  const { barcode } = entry.summary as { barcode: string | readonly { state: string; width: number }[] }
  if (typeof barcode === 'string') return entry
  let letters = ''
  let read = 0
  for (const { state, width } of barcode)
    letters += state.charAt(0).repeat(Math.round((read += width) * 60) - letters.length)
  const stamp = entry.summary.verdict === 'not-started' ? entry.stamp : ''
  return { stamp, summary: { ...entry.summary, barcode: letters } }
}

export interface Catalogue {
  readonly notices: readonly string[]
  summaries(): DocumentSummary[]
  stamp(id: string): string | undefined
  keep(summary: DocumentSummary, stamp: string): void
  drop(id: string): void
  /** Writes what changed. */
  flush(): Promise<void>
}

/** Milliseconds between a change and its writing: nothing is lost with it, it is derived. */
const DELAY = 5_000

/** The catalogue of a library: one small file with what the list shows of each document. Derived; lost, it comes back. */
export async function openCatalogue(options: {
  files: FilePort
  library: string
  writable: boolean
  clock: () => string
}): Promise<Catalogue> {
  const { files, library, writable, clock } = options
  const path = join(library, 'catalogue.json')
  const notices: string[] = []
  const adapter = new SealedFileAdapter<Entries>(
    files,
    CATALOGUE,
    path,
    clock,
    async (found) => {
      if (found.state !== 'missing' && writable) {
        const kept = await setAside(files, library, path, clock())
        notices.push(
          `The catalogue of the library could not be read and was made again. The old one is kept as ${kept}.`,
        )
      }
      return null
    },
    acceptEntries,
  )
  const database = new Low<Entries>(adapter, {})
  await database.read()
  const entries = new Map(Object.entries(database.data))
  let timer: NodeJS.Timeout | undefined
  let dirty = false
  let writing: Promise<void> = Promise.resolve()

  function changed(): void {
    dirty = true
    if (!writable || timer) return
    timer = setTimeout(() => void flush().catch(() => {}), DELAY)
    timer.unref()
  }

  function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    writing = writing
      .catch(() => {})
      .then(async () => {
        if (!dirty || !writable) return
        dirty = false
        try {
          database.data = Object.fromEntries(entries)
          await database.write()
        } catch (thrown) {
          dirty = true
          throw thrown
        }
      })
    return writing
  }

  return {
    notices,
    summaries: () => [...entries.values()].map((entry) => entry.summary),
    stamp: (id) => entries.get(id)?.stamp,
    keep(summary, stamp) {
      entries.set(summary.id, { summary, stamp })
      changed()
    },
    drop(id) {
      if (entries.delete(id)) changed()
    },
    flush,
  }
}
