import { looksLikeAnnotations } from './annotations'
import { decodeText } from './decode'
import type { ImportedText, Importer, SourceFile } from './importer'
import { jsonldSession } from './jsonld-session'
import { refuse } from './refuse'
import { latin1 } from './sniff'

/** Our own export as W3C annotations, with the session that it carries. What other programs write brings no text. */
export const jsonldImporter: Importer = {
  mediaType: 'application/ld+json',
  extensions: ['.jsonld'],
  recognises: (file) => {
    if (/^\s*\{\s*"@context"[^]{0,200}ns\/anno\.jsonld/.test(latin1(file.bytes.subarray(0, 600)))) return 1
    return looksLikeAnnotations(file) ? 0.9 : 0
  },
  read: readCollection,
}

function readCollection({ name, bytes }: SourceFile): ImportedText {
  const session = jsonldSession(decodeText(bytes).text, name)
  if (!session)
    throw refuse(
      'unsupported',
      name,
      'holds annotations, but not the text that they are about. Open that story, and drop the file onto it.',
    )
  return session
}
