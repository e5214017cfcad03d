import type { Author } from '../../contract/entities'
import type { SavedReview } from '../exporters/save-file'
import { accountFor } from './coverage'
import type { ImportedNotes, ImportedText, Reading } from './importer'
import { hintsOfLinks } from './link-hints'
import { personNamed } from './noted'

/** What somebody made of an exported file since. */
export interface SinceExport {
  readonly notices?: readonly string[]
  /** What the file shows beyond its session. Anchors are for the edited text where there is one. */
  readonly notes?: ImportedNotes
  /** The text as the file shows it, where it is another than the session's. */
  readonly edited?: Reading
  /** Who saved the file last, where it says so. */
  readonly editor?: Author
}

/** What programs write where nobody gave a name. */
const NO_NAME = /^(?:un-?named|user|admin(?:istrator)?|microsoft office user|author|windows user|unknown)$/i

/**
 * Who saved an exported file last: the reviewer of that name where there is one.
 *
 * @param name as the file says it
 * @returns nothing where nobody is named but the program that exported it
 */
export function editorNamed({ review, generator }: SavedReview, name: string): Author | undefined {
  const shown = name.trim()
  if (!shown || shown === generator || NO_NAME.test(shown)) return undefined
  const known = [...review.annotations, ...review.replies].find(({ author }) => author.name === shown)
  return known?.author ?? personNamed(shown)
}

/** A file that carries its session, read as that session's text or as what somebody made of that text. */
export function carriedSession(
  save: SavedReview,
  mediaType: string,
  { notices = [], notes, edited, editor }: SinceExport = {},
): ImportedText {
  const { title, byline, date, source, language, text, blocks, inlines, markup, pages, report } = save.document
  const about = {
    title,
    ...(byline && { byline }),
    ...(date && { date }),
    ...(source && { source }),
    language,
    mediaType,
    save,
    ...(notes && { notes }),
    ...(editor && { editor }),
  }
  if (!edited)
    return {
      ...about,
      text,
      blocks,
      inlines,
      markup,
      ...(pages && { pages }),
      report: { ...report, notices: [...notices] },
    }
  return {
    ...about,
    text: edited.text,
    blocks: edited.blocks,
    inlines: edited.inlines,
    markup: hintsOfLinks(edited.blocks, edited.inlines),
    report: accountFor(edited.text, [], [...notices]),
  }
}
