import type {
  Annotation,
  Author,
  Block,
  ImportReport,
  Inline,
  MarkupHint,
  Page,
  Reply,
  Source,
  Verdict,
} from '../../contract/entities'
import type { SavedReview } from '../exporters/save-file'

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
  readonly pages?: readonly Page[]
  readonly notes?: ImportedNotes
  /** The reading before tracked changes; it becomes revision 1, the text itself revision 2. */
  readonly earlier?: Reading
  /**
   * The session that an export of ours carries; `notes` then holds only what the file shows beyond it, and the notices
   * of `report` say what was done to the file since.
   */
  readonly save?: SavedReview
  /** Who saved an export of ours last, where the file says so. */
  readonly editor?: Author
}

/** One state of a text with its parts. */
export type Reading = Pick<ImportedText, 'text' | 'blocks' | 'inlines'>

/**
 * What people noted in a file with the program it came from. Authors, times and ids are made from the file's content, so
 * that the same file read twice gives the same; anchors are for `text`, their revision is set on import. Where a note
 * has the id of one in `save`, it is that one as somebody changed it.
 */
export interface ImportedNotes {
  readonly annotations: readonly Annotation[]
  readonly replies: readonly Reply[]
  readonly sources: readonly Source[]
  /** What reviewers say of the whole document, where the file asks for it. */
  readonly verdicts?: readonly Verdict[]
}

/** Bytes of one format to a text with its parts. Throws AppError with a sentence for people when it cannot. */
export interface Importer {
  readonly mediaType: string
  /** Lower case, with the dot. */
  readonly extensions: readonly string[]
  /** Told by the bytes, not the name: 0 not this format, 1 certain. */
  recognises(file: SourceFile): number
  read(file: SourceFile): ImportedText | Promise<ImportedText>
}
