import { noteTime } from './noted'
import { childElements, descendants, textOf, type XmlElement } from './xml'
import type { WordFile } from './docx-parts'

/** A comment as a Word file has it. */
export interface FileComment {
  readonly id: string
  readonly author: string
  readonly initials: string
  /** ISO 8601, UTC. */
  readonly time: string
  /** Its paragraphs. */
  readonly lines: readonly string[]
  /** Of its last paragraph. */
  readonly para?: string
  /** `para` of the one that it answers. */
  readonly parent?: string
  /** Whether its thread is resolved, where the file says so. */
  readonly done?: boolean
}

/** The comments of a file with their threads, states and times, by their ids. */
export function readComments(file: WordFile): Map<string, FileComment> {
  const part = file.part('comments')
  if (!part) return new Map()
  const extended = new Map<string, Record<string, string>>()
  for (const { attributes } of elementsOf(file.part('commentsExtended')))
    extended.set(attributes['w15:paraId'] ?? '', attributes)
  const durable = new Map<string, string>()
  for (const { attributes } of elementsOf(file.part('commentsIds')))
    durable.set(attributes['w16cid:paraId'] ?? '', attributes['w16cid:durableId'] ?? '')
  const times = new Map<string, string>()
  for (const { attributes } of elementsOf(file.part('commentsExtensible')))
    times.set(attributes['w16cex:durableId'] ?? '', attributes['w16cex:dateUtc'] ?? '')
  const comments = new Map<string, FileComment>()
  for (const element of childElements(part, 'w:comment')) {
    const { 'w:id': id = '', 'w:author': author = '', 'w:initials': initials = '', 'w:date': date } = element.attributes
    const paragraphs = descendants(element, 'w:p')
    const para = paragraphs[paragraphs.length - 1]?.attributes['w14:paraId']
    const more = para === undefined ? undefined : extended.get(para)
    const done = more?.['w15:done']
    comments.set(id, {
      id,
      author,
      initials,
      time: noteTime((para !== undefined && times.get(durable.get(para) ?? '')) || date),
      lines: paragraphs.map(lineOf),
      ...(para !== undefined && { para }),
      ...(more?.['w15:paraIdParent'] && { parent: more['w15:paraIdParent'] }),
      ...(done !== undefined && { done: done === '1' || done === 'true' }),
    })
  }
  return comments
}

const elementsOf = (part: XmlElement | undefined) =>
  part ? childElements(part).map(({ attributes }) => ({ attributes: attributes as Record<string, string> })) : []

/** The text of a paragraph of a comment, as with all changes accepted. */
function lineOf(paragraph: XmlElement): string {
  const read = (element: XmlElement): string =>
    childElements(element)
      .map((child) => {
        if (child.name === 'w:t') return textOf(child)
        if (child.name === 'w:tab') return '\t'
        if (child.name === 'w:br' || child.name === 'w:cr') return '\n'
        return /^w:(?:del|moveFrom|pPr|rPr)$/.test(child.name) ? '' : read(child)
      })
      .join('')
  return read(paragraph)
}
