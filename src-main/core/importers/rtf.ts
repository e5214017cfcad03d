import type { Comment, Reply } from '../../contract/entities'
import { detectLanguage } from '../text/language'
import { countOf } from './count-of'
import { accountFor } from './coverage'
import type { ImportedNotes, ImportedText, Importer, SourceFile } from './importer'
import { checkText } from './limits'
import { hintsOfLinks } from './link-hints'
import { commentOf, NO_TIME, noteId, personNamed } from './noted'
import { plainMetadata, tidy } from './plain-metadata'
import { RtfReader } from './rtf-reader'
import type { RtfNote } from './rtf-state'
import { latin1 } from './sniff'
import { nameWithoutExtension } from './title'

/**
 * Rich text (RTF 1.9.1), by a reader of our own: text in any code page and Unicode, headings, lists, tables, links,
 * emphasis, footnotes, comments with their ranges, and both readings of tracked changes.
 */
export const rtfImporter: Importer = {
  mediaType: 'application/rtf',
  extensions: ['.rtf'],
  recognises: ({ bytes }) => (latin1(bytes.subarray(0, 5)) === '{\\rtf' ? 1 : 0),
  read: readRtf,
}

function readRtf({ name, bytes }: SourceFile): ImportedText {
  const source = latin1(bytes)
  const reader = new RtfReader(source, 'accepted', name)
  const text = reader.read()
  checkText(text, name)
  const { blocks, inlines, leftOut } = reader.story.builder
  const written = tidy({ title: reader.info.get('title'), byline: reader.info.get('author') })
  const metadata = { ...plainMetadata(text, blocks), ...written }
  const notes = notesOf(text, reader)
  const changed = reader.story.insertions + reader.story.deletions > 0
  return {
    ...metadata,
    title: metadata.title ?? nameWithoutExtension(name),
    language: metadata.language ?? detectLanguage(text),
    text,
    blocks,
    inlines,
    markup: hintsOfLinks(blocks, inlines),
    mediaType: 'application/rtf',
    report: accountFor(text, leftOut, notices(reader, notes), reader.story.visible),
    ...(notes && { notes }),
    ...(changed && { earlier: earlierOf(source, name) }),
  }
}

function earlierOf(source: string, name: string) {
  const reader = new RtfReader(source, 'earlier', name)
  const text = reader.read()
  return { text, blocks: reader.story.builder.blocks, inlines: reader.story.builder.inlines }
}

function notices(reader: RtfReader, notes: ImportedNotes | undefined): string[] {
  const { pictures, objects, whole } = reader
  const { insertions, deletions } = reader.story
  const said = []
  if (!whole) said.push('The file ends in the middle; what was there of it was read.')
  if (insertions || deletions)
    said.push(
      `The file has tracked changes (${countOf(insertions, 'insertion')}, ${countOf(deletions, 'deletion')}). ` +
        'The text is as with all of them accepted; the earlier reading is kept as the first revision.',
    )
  if (notes) said.push(`${countOf(notes.annotations.length + notes.replies.length, 'comment')} came with the file.`)
  const lost = reader.notes.length - (notes ? notes.annotations.length + notes.replies.length : 0)
  if (lost) said.push(`${countOf(lost, 'comment')} had no words to stand on and could not be kept.`)
  if (pictures) said.push(`${countOf(pictures, 'picture')} of the file cannot be shown and were left out.`)
  if (objects) said.push(`${countOf(objects, 'embedded object')} of the file were never opened; their text was read.`)
  return said
}

function notesOf(text: string, { notes, ranges }: RtfReader): ImportedNotes | undefined {
  const annotations: Comment[] = []
  const replies: Reply[] = []
  const made: (Comment | undefined)[] = []
  for (const note of notes) {
    const author = personNamed(note.author || note.initials, note.initials)
    const time = timeOf(note.date)
    const range = note.ref === undefined ? undefined : ranges.get(note.ref)
    const parent = parentOf(note, made)
    if (parent) {
      const id = noteId('reply', parent.id, author.name, time, note.body)
      replies.push({ id, annotation: parent.id, body: note.body || '…', author, createdAt: time, updatedAt: time })
      made.push(parent)
      continue
    }
    const start = range?.start ?? note.at
    const comment = commentOf(text, { start, end: range?.end ?? note.at, author, time, body: note.body })
    made.push(comment)
    if (comment) annotations.push(comment)
  }
  return annotations.length ? { annotations, replies, sources: [] } : undefined
}

/** A reply names the note it answers by how far before it that one stands. */
function parentOf(note: RtfNote, made: readonly (Comment | undefined)[]): Comment | undefined {
  const offset = Number(note.parent)
  if (note.parent === undefined || !Number.isInteger(offset) || offset >= 0) return undefined
  return made[made.length + offset]
}

/** A date packed into 32 bits (DTTM: minutes, hours, day, month, years since 1900), without a zone. */
function timeOf(packed: number | undefined): string {
  if (packed === undefined || !Number.isInteger(packed)) return NO_TIME
  const part = (from: number, bits: number) => (packed >>> from) & ((1 << bits) - 1)
  const time = Date.UTC(1900 + part(20, 9), part(16, 4) - 1, part(11, 5), part(6, 5), part(0, 6))
  return part(16, 4) && part(11, 5) ? new Date(time).toISOString() : NO_TIME
}
