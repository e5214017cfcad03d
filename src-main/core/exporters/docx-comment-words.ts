import type { Annotation, Reply } from '../../contract/entities'
import { wordText } from './docx-xml'
import { shownCitations, sourceLine, type ShownSource } from './sources'
import { ATTRIBUTION_WORDS, describe } from './words'

/** The paragraphs of a comment. Only the middle is the editor's own text, and may come back changed. */
export interface CommentWords {
  readonly head: readonly string[]
  readonly note: readonly string[]
  readonly tail: readonly string[]
}

/** What a comment says of an annotation: what it is and how it stands, the note, the sources. A comment says its words. */
export function commentWords(annotation: Annotation, sources: ReadonlyMap<string, ShownSource>): CommentWords {
  return { head: headOf(annotation), note: noteLines(annotation.note), tail: tailOf(annotation, sources) }
}

export function replyWords({ body }: Reply): CommentWords {
  return { head: [], note: noteLines(body), tail: [] }
}

/** A note as the paragraphs that Word makes of it. */
export function noteLines(note: string): string[] {
  return note ? wordText(note).split('\n') : []
}

function headOf(annotation: Annotation): string[] {
  if (annotation.kind === 'comment') return []
  const words = describe(annotation).split(', ').join(' · ')
  const lines = [words.charAt(0).toUpperCase() + words.slice(1)]
  if (annotation.kind === 'claim') {
    if (annotation.speaker) lines.push(`Speaker: ${oneLine(annotation.speaker)}`)
    if (annotation.attribution) lines.push(`Attribution: ${ATTRIBUTION_WORDS[annotation.attribution]}`)
  }
  if (annotation.kind === 'flag' && annotation.resolutionNote)
    lines.push(`Because: ${oneLine(annotation.resolutionNote)}`)
  return lines
}

function tailOf(annotation: Annotation, sources: ReadonlyMap<string, ShownSource>): string[] {
  if (annotation.kind !== 'claim') return []
  return shownCitations(annotation, sources).map(
    (citation) =>
      `${citation.stance.charAt(0).toUpperCase()}${citation.stance.slice(1)}: ${oneLine(sourceLine(citation))}`,
  )
}

const oneLine = (text: string) => wordText(text).replace(/\s+/gu, ' ').trim()
