import type { Author } from '../../contract/entities'
import { WORD_MEDIA_TYPE } from '../exporters/docx-package'
import type { SavedReview } from '../exporters/save-file'
import { detectLanguage } from '../text/language'
import { keepAddress } from './address'
import { editorNamed } from './carried-session'
import { accountFor, countVisible } from './coverage'
import { decodeText, looksBinary } from './decode'
import { changedNotes, newHighlights, ourDeletions, readCarried, type Carried } from './docx-changed'
import { readComments } from './docx-comments'
import { commentRanges, notesOfComments, notesOfHighlights, type NewNotes } from './docx-notes'
import { openWordFile, type WordFile } from './docx-parts'
import { leftOutOf, placeText, readParagraphs, type Choice, type PlacedText } from './docx-reading'
import { restore, type Restored } from './docx-restore'
import { noticesOf } from './docx-notices'
import type { TrackedChange, WordStory } from './docx-story'
import { readStyles } from './docx-styles'
import { WordWalk } from './docx-walk'
import type { ImportedText, Importer, SourceFile } from './importer'
import { checkText } from './limits'
import { hintsOfLinks } from './link-hints'
import { noteTime, personNamed, SOMEBODY } from './noted'
import { plainMetadata } from './plain-metadata'
import { readPlainText } from './plain-text'
import { refuse } from './refuse'
import { latin1 } from './sniff'
import { nameWithoutExtension, tidyTitle } from './title'
import { childElement, childElements, textOf, type XmlElement } from './xml'

/**
 * Word documents (ECMA-376, both editions): headings, lists, tables, notes, text boxes, links, emphasis; comments with
 * their ranges, threads, authors and states; highlights; both readings of tracked changes. An export of ours brings its
 * session back, with what somebody changed in Word since.
 */
export const docxImporter: Importer = {
  mediaType: WORD_MEDIA_TYPE,
  extensions: ['.docx', '.docm'],
  recognises: ({ bytes }) => (isWordFile(bytes) || isLocked(bytes) ? 1 : 0),
  read: readWord,
}

function isWordFile(bytes: Uint8Array): boolean {
  if (latin1(bytes.subarray(0, 2)) !== 'PK') return false
  // Names of entries stand in clear at the head of the file and in the directory at its end.
  const names = latin1(bytes.subarray(0, 4_096)) + latin1(bytes.subarray(Math.max(0, bytes.length - 65_536)))
  return names.includes('word/')
}

/** With a password, an office file of today is an old one that holds an encrypted stream. */
function isLocked(bytes: Uint8Array): boolean {
  if (latin1(bytes.subarray(0, 4)) !== '\xd0\xcf\x11\xe0') return false
  return latin1(bytes).includes([...'EncryptedPackage'].join('\0'))
}

function readWord({ name, bytes }: SourceFile): ImportedText {
  if (isLocked(bytes))
    throw refuse(
      'unsupported',
      name,
      'is protected with a password. Open it in Word, save it without the password, and import that.',
    )
  if (latin1(bytes.subarray(0, 2)) !== 'PK') return readMisnamed({ name, bytes })
  const file = openWordFile(name, bytes)
  const carried = readCarried(file)
  const story = walk(file)
  const ours = carried ? ourDeletions(carried.save) : () => false
  const accepted = acceptedReading(ours)
  const paragraphs = readParagraphs(story, accepted)
  const restored = carried && restore(carried.save, paragraphs)
  const placed = restored
    ? placeText(restored.items, restored.opening, restored.closing)
    : placeText(paragraphs.map((paragraph) => ({ paragraph })))
  const { text, blocks, inlines } = placed
  checkText(text, name)
  const notes = notesIn(file, story, placed, carried, restored)
  const earlier = carried || !isChanged(story) ? undefined : placeText(itemsOf(story))
  // Signs that Word files cannot hold come back as they were.
  const regained = (restored?.items ?? []).reduce(
    (sum, { known, paragraph }) => sum + (known ? countVisible(known.text) - countVisible(paragraph.text) : 0),
    0,
  )
  const report = accountFor(
    text,
    leftOutOf(story, accepted, placed),
    noticesOf({ file, story, notes, carried, ours }),
    story.visible + regained,
  )
  const editor = carried && editorNamed(carried.save, coreText(file, 'cp:lastModifiedBy'))
  const found = {
    ...(carried ? ofSession(carried.save) : ofFile(file, story, placed)),
    text,
    blocks: restored?.unchanged && carried ? carried.save.document.blocks : blocks,
    inlines: restored?.unchanged && carried ? carried.save.document.inlines : inlines,
    markup: hintsOfLinks(blocks, inlines),
    mediaType: WORD_MEDIA_TYPE,
    report,
    ...(carried && { save: carried.save, ...(editor && { editor }) }),
    ...(earlier && { earlier: { text: earlier.text, blocks: earlier.blocks, inlines: earlier.inlines } }),
  }
  const any = notes.annotations.length + notes.replies.length > 0
  return any ? { ...found, notes: { annotations: notes.annotations, replies: notes.replies, sources: [] } } : found
}

/** A file that is a Word file by its name alone: what its bytes show counts, and text is read as text. */
function readMisnamed(file: SourceFile): ImportedText {
  if (looksBinary(decodeText(file.bytes).text))
    throw refuse(
      'unreadable',
      file.name,
      'is not a Word file, whatever its name says, or its beginning is missing. Ask for it again.',
    )
  const read = readPlainText(file)
  const notices = [
    ...read.report.notices,
    'By its name it is a Word file, but it holds plain text and was read as that.',
  ]
  return { ...read, report: { ...read.report, notices } }
}

function walk(file: WordFile): WordStory {
  const styles = readStyles(file.part('styles'), file.part('numbering'))
  const byId = new Map(file.relations.map((relation) => [relation.id, relation]))
  const noteLists = { footnote: notesById(file, 'footnote'), endnote: notesById(file, 'endnote') }
  const walk = new WordWalk({
    styles,
    address: (id) => {
      const relation = byId.get(id ?? '')
      return relation?.kind === 'hyperlink' ? keepAddress(relation.target) : undefined
    },
    isOutside: (id) => byId.get(id ?? '')?.outside ?? false,
    note: (kind, id) => noteLists[kind].get(id),
  })
  for (const header of file.all('header')) walk.part(header, 'page header')
  const body = childElement(file.main, 'w:body')
  if (body) walk.part(body)
  walk.notesAtEnd()
  for (const footer of file.all('footer')) walk.part(footer, 'page footer')
  return walk.finish()
}

/** Footnotes or endnotes; not the lines that part them from the text. */
function notesById(file: WordFile, kind: 'footnote' | 'endnote'): Map<string, XmlElement> {
  const part = file.part(`${kind}s`)
  const notes = (part ? childElements(part, `w:${kind}`) : []).filter(
    ({ attributes }) => (attributes['w:type'] ?? 'normal') === 'normal',
  )
  return new Map(notes.map((note) => [note.attributes['w:id'] ?? '', note]))
}

/** The text with all changes accepted, but for the deletions that our own export wrote. */
function acceptedReading(ours: (change: TrackedChange) => boolean): Choice {
  const stays = (change: TrackedChange | undefined) => change?.kind !== 'deleted' || ours(change)
  return { keeps: ({ leftOut, change }) => !leftOut && stays(change), ends: ({ mark }) => stays(mark) }
}

const originalReading: Choice = {
  keeps: ({ leftOut, change }) => !leftOut && change?.kind !== 'inserted',
  ends: ({ mark }) => mark?.kind !== 'inserted',
}

const itemsOf = (story: WordStory) => readParagraphs(story, originalReading).map((paragraph) => ({ paragraph }))

/** Whether the two readings differ in their words. */
function isChanged({ paragraphs }: WordStory): boolean {
  return paragraphs.some(
    ({ leftOut, pieces, mark }) => !leftOut && (mark || pieces.some((piece) => piece.change && !piece.leftOut)),
  )
}

interface FoundNotes extends NewNotes {
  /** How many exported comments the file no longer has. */
  readonly gone: number
}

function notesIn(
  file: WordFile,
  story: WordStory,
  placed: PlacedText,
  carried: Carried | undefined,
  restored: Restored | undefined,
): FoundNotes {
  const { text, highlights } = placed
  const comments = [...readComments(file).values()]
  const ranges = commentRanges(story.points, placed)
  const time = noteTime(coreText(file, 'dcterms:modified'))
  if (!carried) {
    const made = notesOfComments(comments, ranges, text)
    const marked = notesOfHighlights(highlights, text, editorOf(file), time)
    return { ...made, annotations: [...made.annotations, ...marked], gone: 0 }
  }
  const people = new Map(
    [...carried.save.review.annotations, ...carried.save.review.replies].map(({ author }) => [author.name, author]),
  )
  // Programs that edit files without a user leave the name of the one that wrote it: that is not who edited it.
  const author = editorNamed(carried.save, coreText(file, 'cp:lastModifiedBy')) ?? SOMEBODY
  const editor = { author, time }
  const person = (name: string, initials: string) =>
    people.get(name) ?? (name.trim() ? personNamed(name, initials) : author)
  const changed = changedNotes(carried, comments, editor, ({ anchor }) => text.includes(anchor.exact))
  const made = notesOfComments(changed.fresh, ranges, text, person, changed.known)
  // On a text that somebody edited, old highlights cannot be told from new ones.
  const marked = restored?.unchanged ? newHighlights(carried.save, highlights) : []
  return {
    annotations: [
      ...changed.annotations,
      ...made.annotations,
      ...notesOfHighlights(marked, text, editor.author, editor.time),
    ],
    replies: [...changed.replies, ...made.replies],
    sources: [],
    lost: made.lost,
    gone: changed.gone,
  }
}

/** Who saved the file last, else who made it. */
function editorOf(file: WordFile): Author {
  return personNamed(coreText(file, 'cp:lastModifiedBy') || coreText(file, 'dc:creator'))
}

function coreText({ core }: WordFile, name: string): string {
  const element = childElement(core, name)
  return element ? textOf(element).trim() : ''
}

function ofSession({ document }: SavedReview) {
  const { title, byline, date, source, language } = document
  return { title, byline, date, source, language }
}

/** What programs write where nobody gave a title or a name. */
const NO_TITLE = /^(?:microsoft word\b.*|document ?\d*|dokument ?\d*|untitled|word document)$/i
const NO_NAME =
  /^(?:python-docx|un-?named|user|admin(?:istrator)?|microsoft office user|author|windows user|unknown|docx4j|apache poi)$/i

function ofFile(file: WordFile, { paragraphs }: WordStory, { text, blocks }: PlacedText) {
  const read = plainMetadata(text, blocks)
  const named = paragraphs.find(({ title, leftOut }) => title && !leftOut)
  const heading = blocks.slice(0, 5).find(({ kind, level }) => kind === 'heading' && (level ?? 1) <= 2)
  const title =
    tidyTitle(named?.pieces.map((piece) => piece.text).join('')) ??
    read.title ??
    tidyTitle(heading && text.slice(heading.start, heading.end)) ??
    known(coreText(file, 'dc:title'), NO_TITLE) ??
    nameWithoutExtension(file.name)
  const byline = read.byline ?? known(coreText(file, 'dc:creator'), NO_NAME)
  return {
    title,
    ...(byline && { byline }),
    ...(read.date && { date: read.date }),
    ...(read.source && { source: read.source }),
    language: read.language ?? detectLanguage(text),
  }
}

const known = (written: string, empty: RegExp) => (empty.test(written) ? undefined : tidyTitle(written))
