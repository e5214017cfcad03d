import type { Annotation, Reply } from '../../contract/entities'
import { escapeComment } from './markdown-escape'
import { shownCitations, type ShownSource } from './sources'
import { describe } from './words'

/** What the remarks of one document share. */
export interface RemarkContext {
  readonly sources: ReadonlyMap<string, ShownSource>
  readonly replies: ReadonlyMap<string, readonly Reply[]>
  /** 1, 2, 3 … in the order of the text. */
  readonly numbers: ReadonlyMap<string, number>
  /** Footnotes in the order they are first called. */
  readonly footnotes: Map<string, number>
}

/** What stands in the comment on an annotation: the words of its note, and what Blue Pencil writes around them. */
export interface Remark {
  readonly before: string
  readonly note: string
  readonly after: string
  /** Numbers of the footnotes that are called behind it. */
  readonly calls: readonly number[]
}

const BETWEEN = ' · '

/** What was said: number, kind and state, note, who and when, then the thread. Calls footnotes in the order of the text. */
export function remarkOf(annotation: Annotation, { sources, replies, numbers, footnotes }: RemarkContext): Remark {
  const speaker = annotation.kind === 'claim' && annotation.speaker ? `speaker ${annotation.speaker}` : ''
  const because = annotation.kind === 'flag' ? annotation.resolutionNote : ''
  const after = [
    because && `resolution: ${because}`,
    signed(annotation),
    ...(replies.get(annotation.id) ?? []).map((reply) => `reply: ${reply.body} ${signed(reply)}`),
  ]
  const calls = (annotation.kind === 'claim' ? shownCitations(annotation, sources) : []).map(
    ({ source, stance, locator }) => {
      const number = footnotes.get(source.id) ?? footnotes.size + 1
      footnotes.set(source.id, number)
      after.push(`${stance}: note ${number}${locator ? `, ${locator}` : ''}`)
      return number
    },
  )
  const joined = (parts: readonly (string | undefined)[]) => escapeComment(parts.filter(Boolean).join(BETWEEN))
  return {
    before: joined([`${numbers.get(annotation.id)}. ${describe(annotation)}`, speaker]),
    note: escapeComment(annotation.note),
    after: joined(after),
    calls,
  }
}

/** The inside of the comment. */
export const remarkText = ({ before, note, after }: Remark) => [before, note, after].filter(Boolean).join(BETWEEN)

const signed = ({ author, updatedAt }: Pick<Annotation, 'author' | 'updatedAt'>) =>
  `(${author.name}, ${updatedAt.slice(0, 16).replace('T', ' ')} UTC)`
