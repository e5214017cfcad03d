import type { Annotation, Author, Review } from '../../contract/entities'
import { textDigest } from '../text/digest'
import { commentWords, replyWords, type CommentWords } from './docx-comment-words'
import { attributeXml, runContent, wordTime, WORD_NAMESPACES, XML_HEAD } from './docx-xml'
import { threads } from './placed'
import type { ShownSource } from './sources'

/** An annotation or a reply as Word knows it. */
export interface WordComment {
  /** Number in this file. */
  readonly number: number
  /** Id of the annotation or reply. */
  readonly of: string
  /** Id of its last paragraph, eight hexadecimal digits below 80000000: what threads and states refer to. */
  readonly para: string
  /** That of the comment that it answers; Word's threads have one level. */
  readonly parent?: string
  readonly words: CommentWords
  readonly author: Author
  readonly time: string
  readonly done: boolean
}

/** Every annotation with its replies as comments, numbered in the order given, those of a thread one after the other. */
export function wordComments(
  annotations: readonly Annotation[],
  review: Pick<Review, 'replies'>,
  sources: ReadonlyMap<string, ShownSource>,
): Map<string, WordComment[]> {
  const replies = threads(review)
  const taken = new Set<number>()
  const byAnnotation = new Map<string, WordComment[]>()
  let number = 0
  for (const annotation of annotations) {
    const { id, author, createdAt } = annotation
    const done = isDone(annotation)
    const para = paraId(id, taken)
    const words = commentWords(annotation, sources)
    const thread: WordComment[] = [{ number: number++, of: id, para, words, author, time: createdAt, done }]
    for (const reply of replies.get(id) ?? [])
      thread.push({
        number: number++,
        of: reply.id,
        para: paraId(reply.id, taken),
        parent: para,
        words: replyWords(reply),
        author: reply.author,
        time: reply.createdAt,
        done,
      })
    byAnnotation.set(id, thread)
  }
  return byAnnotation
}

/** Whether its thread is closed: Word's "resolved". Claims and highlights have no such state. */
export function isDone(annotation: Annotation): boolean {
  return annotation.kind === 'comment'
    ? annotation.resolved
    : annotation.kind === 'flag' && annotation.resolution !== 'open'
}

/** The same for the same id, whatever else is in the file, unless two meet. */
function paraId(id: string, taken: Set<number>): string {
  let value = Number.parseInt(textDigest(id).slice(0, 8), 16) & 0x7fffffff
  while (!value || taken.has(value)) value = (value + 1) & 0x7fffffff
  taken.add(value)
  return hex(value)
}

const hex = (value: number) => value.toString(16).toUpperCase().padStart(8, '0')

/** `word/comments.xml` */
export function commentsXml(comments: readonly WordComment[]): string {
  const body = comments.map((comment) => {
    const { number, author, time, words, para } = comment
    const lines = [...words.head, ...words.note, ...words.tail]
    const paragraphs = (lines.length ? lines : ['']).map((line, index) => {
      const last = index >= lines.length - 1
      const bold = index < words.head.length && index === 0 ? '<w:rPr><w:b/><w:bCs/></w:rPr>' : ''
      const mark = index === 0 ? '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>' : ''
      const run = line && `<w:r>${bold}${runContent(line)}</w:r>`
      return `<w:p${last ? ` w14:paraId="${para}" w14:textId="77777777"` : ''}><w:pPr><w:pStyle w:val="CommentText"/></w:pPr>${mark}${run}</w:p>`
    })
    return `<w:comment w:id="${number}" w:author="${attributeXml(author.name)}" w:date="${wordTime(time)}" w:initials="${attributeXml(author.initials)}">${paragraphs.join('')}</w:comment>`
  })
  return `${XML_HEAD}<w:comments ${WORD_NAMESPACES}>${body.join('')}</w:comments>`
}

/** `word/commentsExtended.xml`: threads and whether they are resolved ([MS-DOCX] 2.5.3.x). */
export function commentsExtendedXml(comments: readonly WordComment[]): string {
  const body = comments.map(
    ({ para, parent, done }) =>
      `<w15:commentEx w15:paraId="${para}"${parent ? ` w15:paraIdParent="${parent}"` : ''} w15:done="${done ? 1 : 0}"/>`,
  )
  return `${XML_HEAD}<w15:commentsEx ${WORD_NAMESPACES}>${body.join('')}</w15:commentsEx>`
}

/** `word/commentsIds.xml`: an id of each comment that stays when the file is saved again. */
export function commentsIdsXml(comments: readonly WordComment[]): string {
  const body = comments.map(({ para }) => `<w16cid:commentId w16cid:paraId="${para}" w16cid:durableId="${para}"/>`)
  return `${XML_HEAD}<w16cid:commentsIds ${WORD_NAMESPACES}>${body.join('')}</w16cid:commentsIds>`
}

/** `word/commentsExtensible.xml`: times in UTC, where `w:date` is taken for local time. */
export function commentsExtensibleXml(comments: readonly WordComment[]): string {
  const body = comments.map(
    ({ para, time }) => `<w16cex:commentExtensible w16cex:durableId="${para}" w16cex:dateUtc="${wordTime(time)}"/>`,
  )
  return `${XML_HEAD}<w16cex:commentsExtensible ${WORD_NAMESPACES}>${body.join('')}</w16cex:commentsExtensible>`
}

/** `word/people.xml`: everybody who commented. */
export function peopleXml(authors: Iterable<Author>): string {
  const names = new Set([...authors].map(({ name }) => attributeXml(name)))
  const body = [...names].map(
    (name) =>
      `<w15:person w15:author="${name}"><w15:presenceInfo w15:providerId="None" w15:userId="${name}"/></w15:person>`,
  )
  return `${XML_HEAD}<w15:people ${WORD_NAMESPACES}>${body.join('')}</w15:people>`
}
