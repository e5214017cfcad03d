import type { SavedReview } from '../exporters/save-file'
import type { ImportedNotes, ImportedText } from './importer'

/** A file that carries its session, read as that session's text. @param notes what the file shows beyond it */
export function carriedSession(
  save: SavedReview,
  mediaType: string,
  notices: readonly string[] = [],
  notes?: ImportedNotes,
): ImportedText {
  const { title, byline, date, source, language, text, blocks, inlines, markup, pages, report } = save.document
  return {
    title,
    ...(byline && { byline }),
    ...(date && { date }),
    ...(source && { source }),
    language,
    text,
    blocks,
    inlines,
    markup,
    ...(pages && { pages }),
    mediaType,
    report: { ...report, notices: [...report.notices, ...notices] },
    save,
    ...(notes && { notes }),
  }
}
