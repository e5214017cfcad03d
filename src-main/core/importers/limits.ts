import { refuse } from './refuse'

/** Bytes. A larger file is refused before anything reads it. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024
/** UTF-16 code units. About thirty long novels; more than this is not an article. */
export const MAX_TEXT_LENGTH = 20_000_000
/** Elements, texts and comments of a web page. */
export const MAX_PAGE_NODES = 1_000_000
/** Open elements inside one another; browsers stop at 512. */
export const MAX_PAGE_DEPTH = 6_000

/** Bytes as people read them. */
export const megabytes = (bytes: number) => Math.round(bytes / (1024 * 1024))

/** @throws AppError `empty` or `too-large` when a text is no text to work on */
export function checkText(text: string, fileName: string): void {
  if (!/\S/u.test(text)) throw refuse('empty', fileName, 'is empty: there is no text in it.')
  if (text.length > MAX_TEXT_LENGTH)
    throw refuse(
      'too-large',
      fileName,
      `holds ${Math.round(text.length / 1e6)} million characters; the most is ${MAX_TEXT_LENGTH / 1e6} million. Split it, and import the parts.`,
    )
}
