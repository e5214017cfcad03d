import * as v from 'valibot'
import { escapeXml, XML_HEAD } from './docx-xml'
import type { WordComment } from './docx-comments'

/** Namespace of the custom XML part that carries the session. */
export const CARRIED_NAMESPACE = 'urn:bluepencil:review'
/** Of the part in the file's store; the same for every file, it only has to be the only one in a file. */
export const CARRIED_ITEM = '{6B1C7C1E-5B0F-4C38-9B7A-0B1E9E2C1A01}'

/** How a comment was written, so that what somebody changed of it later can be told. */
const CarriedComment = v.object({
  of: v.string(),
  para: v.string(),
  head: v.array(v.string()),
  tail: v.array(v.string()),
  done: v.boolean(),
})
export type CarriedComment = v.InferOutput<typeof CarriedComment>
const CarriedComments = v.array(CarriedComment)

/** The custom XML part: the session, and how its comments were written. @param save of `writeSave` */
export function carriedXml(save: string, comments: readonly WordComment[]): string {
  const carried = comments.map(({ of, para, words: { head, tail }, done }): CarriedComment => ({
    of,
    para,
    head: [...head],
    tail: [...tail],
    done,
  }))
  return `${XML_HEAD}<review xmlns="${CARRIED_NAMESPACE}"><session>${json(save)}</session><comments>${json(JSON.stringify(carried))}</comments></review>`
}

/** Reads how the comments were written; none where that is not what it is. */
export function readCarriedComments(text: string): CarriedComment[] {
  try {
    return v.parse(CarriedComments, JSON.parse(text))
  } catch {
    return []
  }
}

/** JSON has escapes for the two characters of its strings that XML has no place for; the others it escapes itself. */
const json = (text: string) =>
  escapeXml(text.replace(/[\ufffe\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`))
