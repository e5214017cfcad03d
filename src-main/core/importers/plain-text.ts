import { plainBlocks } from '../text/blocks'
import { detectLanguage } from '../text/language'
import { unixLines } from '../text/lines'
import { reflow } from '../text/reflow'
import { accountFor } from './coverage'
import { decodeText, looksBinary } from './decode'
import type { ImportedText, Importer, SourceFile } from './importer'
import { checkText } from './limits'
import { plainMetadata } from './plain-metadata'
import { refuse } from './refuse'
import { nameWithoutExtension } from './title'

/** Plain text in any encoding. */
export const plainTextImporter: Importer = {
  mediaType: 'text/plain',
  extensions: ['.txt', '.text', '.log', '.asc'],
  recognises: () => 0,
  read: readPlainText,
}

/** The text is kept as it is, but for line endings: `\n`, or a space where it was wrapped. */
export function readPlainText(file: SourceFile): ImportedText {
  const { text: decoded, encoding, notices } = decodeText(file.bytes)
  if (looksBinary(decoded))
    throw refuse(
      'unreadable',
      file.name,
      'is not text: it seems to be a program’s own data. Import a text file instead.',
    )
  const unix = unixLines(decoded)
  const text = reflow(unix)
  checkText(text, file.name)
  const blocks = plainBlocks(text)
  const metadata = plainMetadata(text, blocks)
  const joined = text === unix ? [] : ['Lines that were wrapped by hand were joined into paragraphs.']
  return {
    ...metadata,
    title: metadata.title ?? nameWithoutExtension(file.name),
    language: metadata.language ?? detectLanguage(text),
    text,
    blocks,
    inlines: [],
    markup: [],
    mediaType: 'text/plain',
    encoding,
    report: accountFor(text, [], [...notices, ...joined]),
  }
}
