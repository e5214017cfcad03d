import type { Block } from '../../contract/entities'

/** What somebody did to words with changes tracked. */
export interface TrackedChange {
  readonly kind: 'inserted' | 'deleted'
  readonly moved: boolean
  readonly author: string
  readonly time: string
}

/** A stretch of a paragraph that is all of one sort. */
export interface WordPiece {
  readonly text: string
  readonly change?: TrackedChange
  readonly strong: boolean
  readonly emphasis: boolean
  readonly code: boolean
  readonly href?: string
  /** Word's name of the highlighter. */
  readonly highlight?: string
  /** Why it is not in the text. */
  readonly leftOut?: string
}

/** A paragraph as the file has it, both readings in one. Offsets into it count all of its pieces, in UTF-16. */
export interface WordParagraph {
  readonly kind: Block['kind']
  readonly level?: number
  readonly row?: number
  readonly column?: number
  /** Tables and what stands between them have different numbers. */
  readonly place: number
  readonly pieces: WordPiece[]
  /** Of the mark at its end: without it, it runs on into the next one. */
  readonly mark?: TrackedChange
  /** Why none of it is in the text. */
  readonly leftOut?: string
  readonly title: boolean
}

/** Where the range of a comment begins or ends, or where the comment hangs. */
export interface CommentPoint {
  readonly comment: string
  readonly edge: 'start' | 'end' | 'reference'
  readonly paragraph: number
  readonly at: number
}

/** What was met that is no text; numbers for the sentences of the report. */
export interface StoryCounts {
  formatChanges: number
  pictures: number
  remotePictures: number
  objects: number
  formulas: number
  symbols: number
  foreignParts: number
  footnotes: number
  numbered: number
}

/** All that a walk through a file finds. */
export interface WordStory {
  readonly paragraphs: readonly WordParagraph[]
  readonly points: readonly CommentPoint[]
  readonly counts: Readonly<StoryCounts>
  /** Characters that are not white space, of all texts that were met, in the story or left out. Code points. */
  readonly visible: number
}
