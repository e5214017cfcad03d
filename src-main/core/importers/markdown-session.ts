import type { Annotation, Block } from '../../contract/entities'
import { textPieces } from '../exporters/docx-pieces'
import type { ExportInput, ExportOptions } from '../exporters/exporter'
import { MARKDOWN_ADRIFT, MARKDOWN_SESSION, markdownBody, markerLength } from '../exporters/markdown'
import { readSave, type SavedReview } from '../exporters/save-file'
import { unixLines } from '../text/lines'
import { carriedSession } from './carried-session'
import { countOf } from './count-of'
import { criticPieces, type CriticPiece } from './critic-marks'
import { notesOfHighlights } from './docx-notes'
import { readBack, squeezed, type ShownParagraph, type WrittenParagraph } from './edited-text'
import { frontMatter } from './front-matter'
import type { ImportedText } from './importer'
import { readRemarks, type ReadRemarks } from './markdown-remarks'
import { plainMarkdown, type Written } from './markdown-written'
import { commentOf, SOMEBODY } from './noted'

/**
 * The session in Markdown of ours, with what somebody changed of the file since: paragraphs, remarks, answers, comments
 * and highlights of their own.
 *
 * @param read the paragraphs of Markdown without front matter
 */
export function markdownSession(
  source: string,
  fileName: string,
  read: (body: string) => ShownParagraph[],
): ImportedText | undefined {
  const at = source.lastIndexOf(MARKDOWN_SESSION)
  const end = source.indexOf(' -->', at)
  const save = at >= 0 && end >= 0 && readSave(source.slice(at + MARKDOWN_SESSION.length, end), fileName)
  if (!save) return undefined
  const { document, review, savedAt, generator } = save
  const input: ExportInput = { document, review }
  // The session holds only what the file shows, so there is nothing to keep back.
  const options: ExportOptions = { confidential: true, now: savedAt, generator }
  const file = partsOf(source.slice(0, at))
  const exported = partsOf(unixLines(markdownBody(input, options)))
  if (file.whole === exported.whole) return carriedSession(save, 'text/markdown')

  const remarks = readRemarks(input, options, [...file.story, ...file.tail].flatMap(remarkIn))
  const then = plainMarkdown(exported.story, () => true)
  const marked = new Set(exported.story.flatMap((piece) => (piece.kind === 'mark' ? [piece.inside] : [])))
  const now = plainMarkdown(file.story, remarks.isOurs, marked)
  const written = writtenParagraphs(document, then.paragraphs(read))
  const found = readFrom(save, written, now, read)
  const notes = {
    annotations: [...remarks.annotations, ...found.annotations],
    replies: remarks.replies,
    sources: [],
  }
  return carriedSession(save, 'text/markdown', {
    notices: noticesOf(remarks, found, { ...file, exported }),
    ...(notes.annotations.length + notes.replies.length > 0 && { notes }),
    edited: found.edited,
  })
}

interface Parts {
  readonly whole: string
  readonly front: string
  readonly story: readonly CriticPiece[]
  /** What stands behind the story: notes without a place, footnotes. */
  readonly tail: readonly CriticPiece[]
}

function partsOf(body: string): Parts {
  const { raw, body: rest } = frontMatter(body)
  const behind = [rest.lastIndexOf(`\n${MARKDOWN_ADRIFT}\n`), rest.search(/\n\[\^1\]: /)].filter((at) => at >= 0)
  const cut = Math.min(...behind, rest.length)
  return {
    whole: body.trimEnd(),
    front: raw,
    story: criticPieces(rest.slice(0, cut)),
    tail: criticPieces(rest.slice(cut)),
  }
}

const remarkIn = (piece: CriticPiece) => (piece.kind === 'remark' ? [piece.inside] : [])

interface Found extends Pick<ReturnType<typeof readBack>, 'edited'> {
  readonly annotations: readonly Annotation[]
  /** Whether the paragraphs could not be told apart. */
  readonly lost: boolean
}

/** The story as the file has it, with the comments and highlights that somebody wrote into it. */
function readFrom(
  { document, savedAt: time }: SavedReview,
  written: readonly WrittenParagraph[] | undefined,
  now: Written,
  read: (body: string) => ShownParagraph[],
): Found {
  const paragraphs = now.paragraphs(read)
  const { edited, place } = readBack(document, written ?? [], written ? paragraphs : [])
  const { text } = edited ?? document
  const annotations = now.marks(read).flatMap(({ from, to, said }): Annotation[] => {
    const end = place(to.paragraph, to.at, 'end')
    const start = said !== undefined && from === to ? end : Math.min(end, place(from.paragraph, from.at, 'start'))
    if (said === undefined) return notesOfHighlights([{ start, end, colour: 'yellow' }], text, SOMEBODY, time)
    const comment = commentOf(text, { start, end, author: SOMEBODY, time, body: said })
    return comment ? [comment] : []
  })
  return { edited: written && edited, annotations, lost: !written }
}

/**
 * Which paragraph of the file each piece of the text became; a piece with line breaks is several.
 *
 * @param shown the file's paragraphs as it was exported
 * @returns nothing where the text has characters by which its Markdown reads as other words
 */
function writtenParagraphs(
  document: Parameters<typeof textPieces>[0],
  shown: readonly ShownParagraph[],
): WrittenParagraph[] | undefined {
  const written: WrittenParagraph[] = []
  let next = 0
  for (const [piece, block] of textPieces(document).entries()) {
    const content = document.text.slice(block.start, block.end)
    const marker = content.slice(0, markerLength(block as Block, content))
    const words = squeezed(content.slice(marker.length))
    let seen = ''
    for (let first = true; seen.length < words.length; first = false) {
      const { kind, text = '' } = shown[next++] ?? {}
      const line = squeezed(text)
      if (!line || !words.startsWith(line, seen.length)) return undefined
      seen += line
      written.push({ words: line, piece, kind, ...(first && marker && { prefix: marker }) })
    }
  }
  return next === shown.length ? written : undefined
}

function noticesOf(remarks: ReadRemarks, found: Found, file: Parts & { readonly exported: Parts }): string[] {
  const { gone, unread } = remarks
  const said = []
  const bare = (pieces: readonly CriticPiece[]) =>
    pieces
      .map((piece) => (piece.kind === 'text' ? piece.text : piece.kind === 'call' ? piece.inside : ''))
      .join('')
      .trim()
  if (found.lost)
    said.push('The file was changed after the export; its words could not be told apart and are as they were exported.')
  if (gone)
    said.push(
      `${countOf(gone, 'remark')} of the export ${gone === 1 ? 'was' : 'were'} taken out of the file; here they stay.`,
    )
  if (unread)
    said.push(
      `${countOf(unread, 'remark')} had other words in front or behind changed than the note itself; that is not taken over.`,
    )
  if (bare(file.tail) !== bare(file.exported.tail))
    said.push(
      'What stands behind the story (sources, notes without a place) was changed in the file; that is not taken over.',
    )
  if (file.front !== file.exported.front)
    said.push('Title, author or date were changed at the head of the file; that is not taken over.')
  return said
}
