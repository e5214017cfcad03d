import type { ExportFormat } from '../../contract/api'
import type { Detection, Document, Review } from '../../contract/entities'
import type { Revision } from '../../contract/revisions'

export interface ExportInput {
  readonly document: Document
  readonly review: Review
  readonly detection?: Detection
  /** The document's other texts, for a file that carries the session. */
  readonly earlier?: readonly Revision[]
}

export interface ExportOptions {
  /** Sources marked confidential are named only when this is true. */
  readonly confidential: boolean
  /** ISO 8601, UTC: the time that the file says it was made at. */
  readonly now: string
  /** "Blue Pencil 0.1.0". */
  readonly generator: string
  /** The bytes of the file that the document came from, where they are kept. */
  readonly original?: Uint8Array
  /** Where typefaces come from; without one, only formats that set no type can be made. */
  readonly fonts?: FontSource
}

/** Typefaces for formats that set type. */
export interface FontSource {
  /** Files of the typefaces that come with the program, by what they are for. */
  shipped(style: FontStyle): Promise<readonly Uint8Array[]>
  /**
   * Files of typefaces of this computer that may have these characters, the likeliest first.
   *
   * @param sample characters that no shipped typeface has
   */
  installed(sample: string): AsyncIterable<InstalledFont>
}
export type FontStyle = 'regular' | 'italic' | 'bold'
export interface InstalledFont {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface ExportedFile {
  readonly fileName: string
  /** What its name ends with, with the dots: “.tei.xml”. */
  readonly extension: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  /** What this format cannot carry, in sentences for people. */
  readonly losses: readonly string[]
}

/** A document with its review to the bytes of one format. Pure: the same input gives the same bytes. */
export interface Exporter {
  readonly format: ExportFormat
  readonly mediaType: string
  /** With the dot; what follows the document's name in the file name. */
  readonly extension: string
  write(input: ExportInput, options: ExportOptions): Written | Promise<Written>
}

/** Text is written as UTF-8 without a mark. */
export interface Written {
  readonly content: string | Uint8Array
  /** What this format cannot carry, in sentences for people. */
  readonly losses: readonly string[]
}
