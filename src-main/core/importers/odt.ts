import type { Comment, Reply } from '../../contract/entities'
import { detectLanguage } from '../text/language'
import { countOf } from './count-of'
import { accountFor } from './coverage'
import type { ImportedNotes, ImportedText, Importer, SourceFile } from './importer'
import { checkText } from './limits'
import { hintsOfLinks } from './link-hints'
import { commentOf, noteId, noteTime, personNamed } from './noted'
import { odtChanges, type OdtChange } from './odt-changes'
import { ODF_NAMESPACES } from './odt-names'
import { odtStyles } from './odt-styles'
import { OdtWalk, type OdtNote } from './odt-walk'
import { plainMetadata, tidy } from './plain-metadata'
import { refuse } from './refuse'
import { latin1 } from './sniff'
import { nameWithoutExtension } from './title'
import { childElement, childElements, descendants, readXml, textOf, type XmlElement } from './xml'
import { openZip } from './zip-file'

const TYPE = 'application/vnd.oasis.opendocument.text'

/**
 * OpenDocument text (ODF 1.3), packed (.odt) or flat (.fodt): headings, lists, tables, footnotes, links, emphasis,
 * comments with ranges and threads, and both readings of tracked changes.
 */
export const odtImporter: Importer = {
  mediaType: TYPE,
  extensions: ['.odt', '.ott', '.fodt'],
  recognises,
  read: readOdt,
}

function recognises({ bytes }: SourceFile): number {
  const head = latin1(bytes.subarray(0, 4_096))
  if (head.startsWith('PK\x03\x04')) {
    // The type stands unpacked in the first entry.
    return head.slice(30, 38) === 'mimetype' && head.slice(38, 38 + TYPE.length + 24).includes(TYPE) ? 1 : 0
  }
  return /^\s*(?:\xef\xbb\xbf)?<\?xml/.test(head) && head.includes('office:document ') ? 0.9 : 0
}

interface Parts {
  readonly content: XmlElement
  readonly others: readonly XmlElement[]
  readonly meta: XmlElement | undefined
}

function readOdt({ name, bytes }: SourceFile): ImportedText {
  const { content, others, meta } = partsOf(bytes, name)
  const body = childElement(childElement(content, 'office:body'), 'office:text')
  if (!body)
    throw refuse('unsupported', name, 'is an OpenDocument file, but no text document. Copy its text and paste it.')
  const styles = odtStyles([...others, content])
  const changes = odtChanges(body)
  const walk = new OdtWalk(styles, changes, 'accepted')
  const text = walk.read(body)
  checkText(text, name)
  const { blocks, inlines, leftOut } = walk.builder
  const said = (tag: string) => (meta ? textOf(descendants(meta, tag)[0] ?? meta).trim() : '')
  const written = meta
    ? tidy({ title: has(meta, 'dc:title') ? said('dc:title') : undefined, byline: authorOf(meta) })
    : {}
  const metadata = { ...plainMetadata(text, blocks), ...written }
  const notes = notesOf(text, walk.notes)
  const tracked = [...changes.values()].filter(({ kind }) => kind !== 'other')
  return {
    ...metadata,
    title: metadata.title ?? nameWithoutExtension(name),
    language: metadata.language ?? detectLanguage(text),
    text,
    blocks,
    inlines,
    markup: hintsOfLinks(blocks, inlines),
    mediaType: TYPE,
    report: accountFor(text, leftOut, notices(walk, tracked, notes), walk.visible),
    ...(notes && { notes }),
    ...(tracked.length && { earlier: earlierOf(new OdtWalk(styles, changes, 'earlier'), body) }),
  }
}

function partsOf(bytes: Uint8Array, name: string): Parts {
  const read = (part: string, content: Uint8Array) =>
    readXml(content, { fileName: name, part, namespaces: ODF_NAMESPACES })
  if (bytes[0] !== 0x50) {
    const root = read('the document', bytes)
    return { content: root, others: [], meta: childElement(root, 'office:meta') }
  }
  const zip = openZip(bytes, name)
  const optional = (part: string) => {
    const content = zip.read(part)
    return content && read(part, content)
  }
  const manifest = optional('META-INF/manifest.xml')
  if (manifest && descendants(manifest, 'manifest:encryption-data').length)
    throw refuse('unsupported', name, 'is protected with a password. Take the password off, and import it again.')
  const content = optional('content.xml')
  if (!content) throw refuse('damaged', name, 'is damaged: its text is missing. Ask for the file again.')
  const styles = optional('styles.xml')
  return { content, others: styles ? [styles] : [], meta: optional('meta.xml') }
}

const has = (element: XmlElement, name: string) => descendants(element, name).length > 0

function authorOf(meta: XmlElement): string | undefined {
  const [first = undefined] = [...descendants(meta, 'meta:initial-creator'), ...descendants(meta, 'dc:creator')]
  return first && textOf(first)
}

function earlierOf(walk: OdtWalk, body: XmlElement) {
  const text = walk.read(body)
  return { text, blocks: walk.builder.blocks, inlines: walk.builder.inlines }
}

function notesOf(text: string, found: readonly OdtNote[]): ImportedNotes | undefined {
  const annotations: Comment[] = []
  const replies: Reply[] = []
  const byName = new Map<string, Comment>()
  for (const note of found) {
    const { attributes } = note.element
    const word = (name: string) => textOf(childElement(note.element, name) ?? { name, attributes: {}, children: [] })
    const author = personNamed(word('dc:creator'), word('meta:creator-initials') || word('loext:sender-initials'))
    const time = noteTime(word('dc:date'))
    const body = bodyOf(note.element)
    const parent = byName.get(attributes['loext:parent-name'] ?? attributes['office:parent-name'] ?? '')
    if (parent) {
      const id = noteId('reply', parent.id, author.name, time, body)
      replies.push({ id, annotation: parent.id, body: body || '…', author, createdAt: time, updatedAt: time })
      if (note.name) byName.set(note.name, parent)
      continue
    }
    const resolved = (attributes['loext:resolved'] ?? attributes['office:resolved']) === 'true'
    const comment = commentOf(text, { start: note.start, end: note.end, author, time, body, resolved })
    if (!comment) continue
    annotations.push(comment)
    if (note.name) byName.set(note.name, comment)
  }
  return annotations.length ? { annotations, replies, sources: [] } : undefined
}

/** The paragraphs of a comment, a line each. */
function bodyOf(annotation: XmlElement): string {
  const lines = childElements(annotation).flatMap((child) =>
    child.name === 'text:p'
      ? [textOf(child)]
      : child.name === 'text:list'
        ? descendants(child, 'text:p').map(textOf)
        : [],
  )
  return lines.join('\n').trim()
}

function notices(walk: OdtWalk, tracked: readonly OdtChange[], notes: ImportedNotes | undefined): string[] {
  const said = []
  if (tracked.length) {
    const insertions = tracked.filter(({ kind }) => kind === 'insertion').length
    const who = [...new Set(tracked.map(({ author }) => author).filter(Boolean))]
    said.push(
      `The file has tracked changes${who.length ? ` by ${who.join(', ')}` : ''} ` +
        `(${countOf(insertions, 'insertion')}, ${countOf(tracked.length - insertions, 'deletion')}). ` +
        'The text is as with all of them accepted; the earlier reading is kept as the first revision.',
    )
  }
  if (notes) said.push(`${countOf(notes.annotations.length + notes.replies.length, 'comment')} came with the file.`)
  if (walk.pictures) said.push(`${countOf(walk.pictures, 'picture')} of the file cannot be shown and were left out.`)
  if (walk.objects) said.push(`${countOf(walk.objects, 'embedded object')} of the file were never opened.`)
  return said
}
