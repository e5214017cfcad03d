import type { Exporter, ExportInput, ExportOptions, Written } from './exporter'
import { redactionNotice } from './sources'

/**
 * PDF: the pages that a document came from with native annotations over them; for other documents the article set in
 * type, with its notes in the margin. Either carries the session as an embedded file.
 */
export const pdfExporter: Exporter = {
  format: 'pdf',
  mediaType: 'application/pdf',
  extension: '.pdf',
  async write(input, options) {
    const { content, losses } = await writePdf(input, options)
    return { content, losses: [...losses, ...generalLosses(input, options)] }
  },
}

async function writePdf(input: ExportInput, options: ExportOptions): Promise<Written> {
  const { document } = input
  if (document.origin.mediaType === 'application/pdf' && options.original) {
    // The libraries are large, and no other format waits for them.
    const { annotateOriginal } = await import('./pdf-original')
    const written = await annotateOriginal(input, options, options.original)
    if (written) return written
    const { typesetArticle } = await import('./pdf-typeset')
    const set = await typesetArticle(input, options)
    const why = 'The original pages are locked or damaged, so the article was set anew.'
    return { ...set, losses: [why, ...set.losses] }
  }
  const { typesetArticle } = await import('./pdf-typeset')
  return typesetArticle(input, options)
}

function generalLosses({ review }: ExportInput, options: ExportOptions): string[] {
  const said: string[] = []
  const hidden = redactionNotice(review, options.confidential)
  if (hidden) said.push(hidden)
  if (review.sources.some((source) => source.attachment)) said.push('Attached files are named, not included.')
  return said
}
