/** Namespaces of WordprocessingML and of the later parts that Word reads comments from. */
export const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
export const W14 = 'http://schemas.microsoft.com/office/word/2010/wordml'
export const W15 = 'http://schemas.microsoft.com/office/word/2012/wordml'
export const W16CID = 'http://schemas.microsoft.com/office/word/2016/wordml/cid'
export const W16CEX = 'http://schemas.microsoft.com/office/word/2018/wordml/cex'
export const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** Attributes of a root element for namespaces that only newer programs know. */
export const WORD_NAMESPACES = [
  `xmlns:w="${W}" xmlns:r="${RELATIONS}" xmlns:w14="${W14}" xmlns:w15="${W15}"`,
  `xmlns:w16cid="${W16CID}" xmlns:w16cex="${W16CEX}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14 w15 w16cid w16cex"',
].join(' ')

// eslint-disable-next-line no-control-regex
const NO_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

/**
 * Text as a Word file can hold it: what XML 1.0 has no place for becomes �, a carriage return a line feed. As long as
 * before, in UTF-16.
 */
export function wordText(text: string): string {
  return text.replace(NO_XML, '\ufffd').replaceAll('\r', '\n')
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text that is text in XML, also inside a quoted attribute. */
export function escapeXml(text: string): string {
  return wordText(text).replace(/[&<>"]/g, (sign) => ENTITIES[sign] as string)
}

/** The same on one line, for attributes. */
export function attributeXml(text: string): string {
  return escapeXml(text.replace(/\s+/gu, ' ').trim())
}

/** The content of a run: text, tabs, line breaks. @param tag `w:t`, or `w:delText` in a deletion */
export function runContent(text: string, tag: 'w:t' | 'w:delText' = 'w:t'): string {
  return wordText(text)
    .split(/([\t\n])/)
    .map((piece) => {
      if (piece === '\t') return '<w:tab/>'
      if (piece === '\n') return '<w:br/>'
      return piece && `<${tag} xml:space="preserve">${escapeXml(piece)}</${tag}>`
    })
    .join('')
}

/** A time as Word writes it: whole seconds. @param time ISO 8601, UTC */
export const wordTime = (time: string): string => `${time.slice(0, 19)}Z`
