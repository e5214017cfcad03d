import type { Block, ImportReport, Inline, MarkupHint } from '../../contract/entities'

export interface SourceFile {
  /** As the person sees it; never used as a path. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** What an importer makes of a file: everything a document has but its id and its origin. Offsets are UTF-16. */
export interface ImportedText {
  readonly title: string
  readonly byline?: string
  readonly date?: string
  readonly source?: string
  /** BCP 47, "und" where it could not be told. */
  readonly language: string
  readonly text: string
  readonly blocks: readonly Block[]
  readonly inlines: readonly Inline[]
  readonly markup: readonly MarkupHint[]
  readonly mediaType: string
  readonly encoding?: string
  readonly report: ImportReport
}

/** Bytes of one format to a text with its parts. Throws AppError with a sentence for people when it cannot. */
export interface Importer {
  readonly mediaType: string
  /** Lower case, with the dot. */
  readonly extensions: readonly string[]
  /** Told by the bytes, not the name: 0 not this format, 1 certain. */
  recognises(file: SourceFile): number
  read(file: SourceFile): ImportedText
}
