import type { Annotation } from '../../contract/entities'
import type { WordComment } from './docx-comments'
import { rangeEnds } from './docx-runs'
import { runContent } from './docx-xml'
import { linkable } from './html-escape'
import { sourceLine, type ShownSource } from './sources'

/** Names of the styles of what is added after the story; by them a reader of the file knows that it is not the story. */
export const APPENDIX_STYLES = { heading: 'Blue Pencil heading', item: 'Blue Pencil item' } as const

/**
 * What follows the story: annotations that have no place in it, each with its comments on its words, and the sources.
 *
 * @param adrift annotations without a place in this text
 */
export function appendixXml(
  adrift: readonly Annotation[],
  comments: ReadonlyMap<string, readonly WordComment[]>,
  sources: readonly ShownSource[],
  linkId: (href: string | undefined) => string | undefined,
): string {
  const paragraphs = [
    ...(adrift.length ? [headingXml('Notes without a place in this text')] : []),
    ...adrift.map(({ id, anchor }) => {
      const thread = comments.get(id) ?? []
      const starts = thread.map(({ number }) => `<w:commentRangeStart w:id="${number}"/>`).join('')
      return itemXml(`${starts}<w:r>${runContent(`“${shorten(anchor.exact)}”`)}</w:r>${rangeEnds(thread)}`)
    }),
    ...(sources.length ? [headingXml('Sources')] : []),
    ...sources.map((source, index) => {
      const url = linkable(source.url)
      const link = linkId(url)
      const line = `${index + 1}. ${sourceLine({ source: link ? { ...source, url: undefined } : source })}`
      const linked = link
        ? `<w:r>${runContent(', ')}</w:r><w:hyperlink r:id="${link}" w:history="1"><w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr>${runContent(url ?? '')}</w:r></w:hyperlink>`
        : ''
      const note = source.note ? `<w:r><w:br/>${runContent(source.note)}</w:r>` : ''
      return itemXml(`<w:r>${runContent(line)}</w:r>${linked}${note}`)
    }),
  ]
  return paragraphs.join('')
}

const headingXml = (words: string) =>
  `<w:p><w:pPr><w:pStyle w:val="BluePencilHeading"/></w:pPr><w:r>${runContent(words)}</w:r></w:p>`

const itemXml = (runs: string) => `<w:p><w:pPr><w:pStyle w:val="BluePencilItem"/></w:pPr>${runs}</w:p>`

/** A long passage by its beginning and its end. */
function shorten(words: string): string {
  const characters = [...words.replace(/\s+/gu, ' ').trim()]
  if (characters.length <= 300) return characters.join('')
  return `${characters.slice(0, 200).join('')} … ${characters.slice(-80).join('')}`
}
