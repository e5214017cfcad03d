const QUOTATION_MARKS = new Set([...'"“”„‟«»‹›「」『』＂❝❞'].map((mark) => mark.charCodeAt(0)))

/** A mark that opens or closes a quotation and is nothing else: single marks, which may be apostrophes, are not here. */
export function isQuotationMark(mark: number): boolean {
  return mark !== 0 && QUOTATION_MARKS.has(mark)
}
