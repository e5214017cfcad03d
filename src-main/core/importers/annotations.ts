import { readHypothesis, hypothesisRows } from './annotations-hypothesis'
import type { ForeignNotes } from './annotations-note'
import { readW3c } from './annotations-w3c'
import { decodeText } from './decode'
import type { SourceFile } from './importer'
import { MAX_FILE_BYTES } from './limits'
import { refuse } from './refuse'
import { latin1 } from './sniff'

/** Annotations that one file may bring. */
const MOST = 20_000

/** Whether a file looks like annotations of another program, by its beginning; cheap, and sometimes wrong. */
export function looksLikeAnnotations({ bytes }: SourceFile): boolean {
  const head = latin1(bytes.subarray(0, 4_096))
  if (!/^(?:\xef\xbb\xbf)?\s*[[{]/.test(head)) return false
  return (
    /ns\/anno\.jsonld|"@?type"\s*:\s*\[?\s*"(?:oa:)?Annotation(?:Collection|Page)?"/.test(head) ||
    /"(?:TextQuoteSelector|TextPositionSelector)"|"user"\s*:\s*"acct:|"export_userid"/.test(head)
  )
}

/**
 * Annotations of other programs: W3C JSON-LD, alone, in a list, a page or a collection, and what Hypothesis' API and
 * export give.
 *
 * @param text that they are looked for in
 * @throws AppError `unreadable` (no JSON), `unsupported` (no annotations), `too-large`
 */
export function readAnnotations(file: SourceFile, text: string): ForeignNotes {
  const { name, bytes } = file
  if (bytes.length > MAX_FILE_BYTES)
    throw refuse('too-large', name, 'is too large: a file of annotations has at most 50 MB.')
  const value = parse(file)
  const read = hypothesisRows(value) ? readHypothesis(value) : readW3c(value, text)
  if (read.notes.length === 0)
    throw refuse(
      'unsupported',
      name,
      'holds no annotations that Blue Pencil knows: neither W3C JSON-LD nor what Hypothesis gives. To read it as a story of its own, import it from the library.',
    )
  if (read.notes.length > MOST)
    throw refuse('too-large', name, `holds ${read.notes.length} annotations; the most for one story is ${MOST}.`)
  return read
}

function parse({ name, bytes }: SourceFile): unknown {
  try {
    return JSON.parse(decodeText(bytes).text.replace(/^\ufeff/, ''))
  } catch {
    throw refuse(
      'unreadable',
      name,
      'is not a whole JSON file, so there are no annotations to read in it. Export it again where it came from.',
    )
  }
}
