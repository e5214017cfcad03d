import { readMarkup } from './html'
import type { ImportedText, Importer, SourceFile } from './importer'
import { readMime, type MimePart } from './mime'
import { headerWords } from './mime-words'
import { refuse } from './refuse'
import { latin1 } from './sniff'
import { nameWithoutExtension, tidyTitle } from './title'

/** A page saved complete in one file (RFC 2557): read as the page itself; its pictures and style sheets are not. */
export const mhtmlImporter: Importer = {
  mediaType: 'multipart/related',
  extensions: ['.mhtml', '.mht'],
  recognises: ({ bytes }) => {
    const head = latin1(bytes.subarray(0, 8_192)).split(/\r?\n\r?\n/)[0] ?? ''
    if (!/^content-type:\s*(?:multipart\/related|text\/html)/im.test(head)) return 0
    return /^(?:from:.*saved by|snapshot-content-location:)/im.test(head) ? 1 : 0
  },
  read: readArchive,
}

function readArchive({ name, bytes }: SourceFile): ImportedText {
  const archive = readMime(bytes, name)
  const page = rootOf(archive)
  if (!page) throw refuse('unreadable', name, 'has no page in it. Save the page again, and import that.')
  const read = readMarkup(page.text(), name)
  const subject = tidyTitle(headerWords(archive.headers.get('subject') ?? ''))
  const untitled = read.title === nameWithoutExtension(name)
  return { ...read, ...(untitled && subject && { title: subject }), mediaType: 'multipart/related' }
}

/** The first page among the parts: the one that the others belong to. */
function rootOf(part: MimePart): MimePart | undefined {
  if (part.type === 'text/html' || part.type === 'application/xhtml+xml') return part
  for (const inner of part.parts) {
    const found = rootOf(inner)
    if (found) return found
  }
  return undefined
}
