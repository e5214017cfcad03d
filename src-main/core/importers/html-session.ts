import type { Annotation, Reply } from '../../contract/entities'
import { noteTitle, SAID } from '../exporters/html-notes'
import type { SavedReview } from '../exporters/save-file'
import { carriedSession } from './carried-session'
import { countOf } from './count-of'
import { readBack, squeezed, writtenPieces, type ShownParagraph } from './edited-text'
import { outlinePage } from './html-outline'
import {
  attribute,
  isElement,
  isText,
  parsePage,
  type PageDocument,
  type PageElement,
  type PageNode,
} from './html-parse'
import { writeArticle } from './html-text'
import type { ImportedText } from './importer'
import { sessionIn } from './jsonld-session'
import { noteId, SOMEBODY } from './noted'
import { shownParagraphs } from './shown-paragraphs'

/** The session that a page of ours carries in its JSON-LD, with what somebody changed of the page since. */
export function htmlSession(html: string, fileName: string): ImportedText | undefined {
  if (!html.includes('bluepencil-review') || !html.includes('application/ld+json')) return undefined
  // Line endings stay as they are: within the session they are characters of the text.
  const page = parsePage(html, fileName)
  const save = scriptsOf(page).reduce<SavedReview | undefined>(
    (found, script) => found ?? sessionIn(wordsOf(script), fileName),
    undefined,
  )
  if (!save) return undefined
  const { annotations, replies, gone, retitled } = changedNotes(page, save)
  const { edited } = readBack(save.document, writtenPieces(save.document), articleOf(page))
  const notices = []
  if (gone)
    notices.push(
      `${countOf(gone, 'note')} of the export ${gone === 1 ? 'was' : 'were'} taken off the page; here they stay.`,
    )
  if (retitled)
    notices.push(
      `The headings of ${countOf(retitled, 'note')} were changed on the page. What a page says of kind and status is not taken over.`,
    )
  const any = annotations.length + replies.length > 0
  return carriedSession(save, 'text/html', {
    notices,
    ...(any && { notes: { annotations, replies, sources: [] } }),
    edited,
  })
}

/** Every element of a page, in its order, that a test holds for; those inside one are not looked at. */
function find(root: PageNode, test: (element: PageElement) => boolean): PageElement[] {
  const found: PageElement[] = []
  const stack: PageNode[] = [root]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (isElement(node) && test(node)) found.push(node)
    else if ('childNodes' in node)
      for (let at = node.childNodes.length; at > 0; at--) stack.push(node.childNodes[at - 1] as PageNode)
  }
  return found
}

const scriptsOf = (page: PageDocument) =>
  find(page, (one) => one.tagName === 'script' && attribute(one, 'type') === 'application/ld+json')
const hasClass = (element: PageElement, name: string) => (attribute(element, 'class') ?? '').split(/\s+/).includes(name)

function wordsOf(root: PageNode): string {
  let words = ''
  const stack: PageNode[] = [root]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (isText(node)) words += node.value
    else if ('childNodes' in node)
      for (let at = node.childNodes.length; at > 0; at--) stack.push(node.childNodes[at - 1] as PageNode)
  }
  return words
}

/** The article as the page shows it now: the page without its notes, its lists and what is around it. */
function articleOf(page: PageDocument): ShownParagraph[] {
  const ours = (element: PageElement) =>
    ['notes', 'over', 'ref'].some((name) => hasClass(element, name)) ||
    ['section', 'header', 'footer'].includes(element.tagName)
  for (const main of find(page, ({ tagName }) => tagName === 'main'))
    for (const element of find(main, ours)) {
      const { parentNode } = element
      if (parentNode) parentNode.childNodes = parentNode.childNodes.filter((child) => child !== element)
    }
  return find(page, ({ tagName }) => tagName === 'main').flatMap((main) => {
    const outline = outlinePage(main)
    if (!outline.runs.length) return []
    const { builder, text } = writeArticle(outline, { first: 0, last: outline.runs.length - 1 }, new Set())
    return shownParagraphs({ text, blocks: builder.blocks, inlines: builder.inlines })
  })
}

interface ChangedNotes {
  readonly annotations: Annotation[]
  readonly replies: Reply[]
  /** How many notes the page no longer has. */
  readonly gone: number
  /** How many have another heading. */
  readonly retitled: number
}

/** The notes whose words are others than were exported, and answers that somebody wrote under them. */
function changedNotes(page: PageDocument, { review, savedAt }: SavedReview): ChangedNotes {
  const items = new Map(
    find(page, (element) => element.tagName === 'li' && hasClass(element, 'note')).map((item) => [
      attribute(item, 'data-id'),
      item,
    ]),
  )
  const replies = new Map(review.replies.map((reply) => [reply.id, reply]))
  const changed: Annotation[] = []
  const answers: Reply[] = []
  let gone = 0
  let retitled = 0
  for (const annotation of review.annotations) {
    const item = items.get(annotation.id)
    if (!item) {
      gone++
      continue
    }
    const threads = find(item, (element) => hasClass(element, 'thread'))
    const own = find(item, (element) => hasClass(element, 'thread') || hasClass(element, SAID)).filter((element) =>
      hasClass(element, SAID),
    )
    const said = own.map(wordsOf).join('\n').trim()
    if (squeezed(said) !== squeezed(annotation.note)) changed.push({ ...annotation, note: said })
    const title = find(item, ({ tagName }) => tagName === 'b').map(wordsOf)[0] ?? ''
    if (!squeezed(title).endsWith(squeezed(noteTitle(annotation)))) retitled++
    for (const thread of threads) {
      const reply = replies.get(attribute(thread, 'data-id') ?? '')
      const body = find(thread, ({ tagName }) => tagName === 'p')
        .filter((paragraph, index) => hasClass(paragraph, SAID) || (!reply && index === 0))
        .map(wordsOf)
        .join('\n')
        .trim()
      if (reply && squeezed(body) !== squeezed(reply.body)) answers.push({ ...reply, body })
      else if (!reply && body) answers.push(answer(annotation, body, savedAt))
    }
  }
  return { annotations: changed, replies: answers, gone, retitled }
}

function answer(annotation: Annotation, body: string, time: string): Reply {
  const id = noteId('answer', annotation.id, body)
  return { id, annotation: annotation.id, body, author: SOMEBODY, createdAt: time, updatedAt: time }
}
