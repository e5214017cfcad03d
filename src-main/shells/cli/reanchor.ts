import { extname } from 'node:path'
import { AppError } from '../../contract/result'
import { reanchorCollection, type Reanchored } from '../../core/anchoring/collection'
import { decodeText } from '../../core/importers/decode'
import { runImport } from '../../workers/import-job'
import { readInput } from '../../store/input-files'
import { print, STATUS } from './terminal'
import { writeOut } from './write-out'

interface ReanchorOptions {
  annotations: string
  to: string
  from?: string
  out: string
  json?: boolean
}

/** `reanchor`: W3C annotations put onto a later text; no library is touched. */
export async function reanchorFile({ annotations, to, from, out, json }: ReanchorOptions): Promise<number> {
  const collection = parse(annotations, await readInput(annotations))
  const before = from === undefined ? undefined : await textOf(from)
  const { value, results } = reanchorCollection(collection, before, await textOf(to))
  if (results.length === 0)
    throw new AppError('unreadable', `${annotations} has no annotation with a text position or a text quote.`)
  await writeOut(out, new TextEncoder().encode(JSON.stringify(value, null, 2) + '\n'))
  await print(json ? `${JSON.stringify(results)}\n` : `${summary(results)}\n${out}\n`)
  return STATUS.done
}

function parse(path: string, bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decodeText(bytes).text)
  } catch {
    throw new AppError('unreadable', `${path} is not JSON, so there are no W3C annotations to read in it.`)
  }
}

/** Offsets count in plain text as it is, line endings and all; other formats are read as they are imported. */
async function textOf(path: string): Promise<string> {
  const bytes = await readInput(path)
  if (/^\.(?:txt|text|asc)$/i.test(extname(path))) return decodeText(bytes).text
  return (await runImport({ name: path, bytes })).imported.text
}

function summary(results: readonly Reanchored[]): string {
  const counted = (['same', 'moved', 'edited', 'orphaned'] as const).map(
    (outcome) => `${results.filter((one) => one.outcome === outcome).length} ${outcome}`,
  )
  return `${results.length} annotations: ${counted.join(', ')}`
}
