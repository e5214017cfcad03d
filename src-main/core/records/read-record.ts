import type { RecordText } from '../../contract/records'
import { decodeText, looksBinary } from '../importers/decode'
import type { SourceFile } from '../importers/importer'
import { checkText, MAX_FILE_BYTES } from '../importers/limits'
import { extensionOf, importFile } from '../importers/registry'
import { htmlImporter, readMarkup } from '../importers/html'
import { refuse } from '../importers/refuse'
import { foreignFormat } from '../importers/sniff'
import { unixLines } from '../text/lines'
import { recordText } from './record-text'
import { isSubtitles, readSubtitles } from './subtitles'

/** A file's text as a record, with sentences on what could not be read of it. */
export interface ReadRecord {
  readonly text: RecordText
  readonly notices: readonly string[]
}

const PLAIN = new Set(['.txt', '.text', '.srt', '.vtt', '.sbv', ''])

/**
 * Reads a file as something that a story quotes from: subtitles and plain transcripts with the times and turns that they
 * note, everything else as the importers read it.
 *
 * @throws AppError with a sentence for people, as `importFile` does
 */
export async function readRecord(file: SourceFile): Promise<ReadRecord> {
  const plain = plainText(file)
  if (plain && isSubtitles(plain.text)) {
    const text = readSubtitles(plain.text)
    checkText(text.text, file.name)
    return { text, notices: plain.notices }
  }
  // Where lines begin with times, a line is a line: wrapped paragraphs are joined in other texts alone.
  if (plain && TIMED_LINES.test(plain.text)) return { text: recordText(plain.text), notices: plain.notices }
  const { text, blocks, pages, report } = isPage(file) ? wholePage(file) : await importFile(file)
  return { text: recordText(text, blocks, pages), notices: report.notices }
}

/** Two lines that begin with a time. */
const TIMED_LINES =
  /^[ \t]*[[(]?\d{1,3}:\d{2}(?::\d{2})?[^\n]*\n(?:[^\n]*\n){0,40}?[ \t]*[[(]?\d{1,3}:\d{2}(?::\d{2})?/mu

/** A page that is quoted from is taken whole: the words may stand anywhere on it. */
function wholePage({ name, bytes }: SourceFile) {
  if (bytes.length > MAX_FILE_BYTES)
    throw refuse('too-large', name, 'is too large to be read. Save the part that is quoted.')
  return readMarkup(decodeText(bytes).text, name, { whole: true })
}

const isPage = (file: SourceFile) => /^\.x?html?$/.test(extensionOf(file.name)) && htmlImporter.recognises(file) > 0

function plainText({ name, bytes }: SourceFile): { text: string; notices: readonly string[] } | undefined {
  if (!PLAIN.has(extensionOf(name)) || bytes.length === 0 || bytes.length > MAX_FILE_BYTES) return undefined
  if (foreignFormat(bytes)) return undefined
  const { text, notices } = decodeText(bytes)
  if (looksBinary(text)) return undefined
  const unix = unixLines(text)
  checkText(unix, name)
  return { text: unix, notices }
}
