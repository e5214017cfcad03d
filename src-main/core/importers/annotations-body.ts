import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5'
import { firstString, isJson, listOf, member, stringsOf, type Json } from './json-parts'

/** What the bodies of a W3C annotation say. */
export interface BodyWords {
  /** All of it, tags last. */
  readonly words: string
  /** Without tags: what our own export writes as the note. */
  readonly note: string
  readonly purposes: readonly string[]
}

/** UTF-16 code units of a note. */
const LONGEST = 100_000

/** The words of all bodies: text, tags, addresses of what is pointed to; of a choice the one that comes first. */
export function bodyOf(annotation: Json): BodyWords {
  const plain = firstString(annotation['bodyValue'])
  const bodies = listOf(annotation['body']).flatMap(chosen)
  const tags: string[] = []
  const lines: string[] = plain === undefined ? [] : [plain]
  const purposes: string[] = []
  for (const body of bodies) {
    const purpose = purposesOf(body)
    purposes.push(...purpose)
    const said = wordsOf(body)
    if (!said) continue
    if (isTag(body, purpose)) tags.push(said)
    else lines.push(purpose.includes('editing') ? `Suggested: ${said}` : said)
  }
  const note = lines.join('\n\n').slice(0, LONGEST)
  const words = [note, tags.length ? `Tags: ${tags.join(', ')}` : ''].filter(Boolean).join('\n\n')
  return { words: words.slice(0, LONGEST), note, purposes }
}

/** A choice offers one thing in several forms, the best first. */
function chosen(body: unknown): readonly unknown[] {
  const types = stringsOf(member(body, 'type') ?? member(body, '@type'))
  const items = listOf(member(body, 'items'))
  if (types.includes('Choice') && items.length) return items.slice(0, 1)
  return types.includes('Composite') || types.includes('List') ? items.slice(0, 100) : [body]
}

const purposesOf = (body: unknown) => stringsOf(member(body, 'purpose')).map((one) => one.replace(/^oa:/, ''))

const TAG_PURPOSES = new Set(['tagging', 'classifying', 'assessing', 'identifying'])
const isTag = (body: unknown, purposes: readonly string[]) =>
  purposes.some((purpose) => TAG_PURPOSES.has(purpose)) || stringsOf(member(body, 'type')).includes('oa:Tag')

function wordsOf(body: unknown): string | undefined {
  if (!isJson(body)) return firstString(body)?.trim()
  const value = firstString(body['value'], member(body['value'], '@value'), body['chars'], body['cnt:chars'])
  if (value !== undefined) {
    const isHtml = stringsOf(body['format'] ?? body['dc:format']).some((format) => /html/i.test(format))
    return isHtml ? htmlWords(value) : value.trim()
  }
  const source = body['source']
  return firstString(source, member(source, 'id'), body['id'], body['@id'])?.trim()
}

const BREAKING = /^(?:p|div|br|li|ul|ol|blockquote|h[1-6]|pre|tr)$/
const UNSEEN = /^(?:script|style|template|head|title)$/

/** The words of HTML that somebody wrote into a note. Nothing of it is ever shown as HTML. */
export function htmlWords(html: string): string {
  const parts: string[] = []
  // An explicit stack: notes made to harm are nested deep.
  const stack: (DefaultTreeAdapterTypes.Node | string)[] = [parseFragment(html.slice(0, LONGEST * 4))]
  while (stack.length) {
    const node = stack.pop()
    if (typeof node === 'string') parts.push(node)
    else if (node && 'value' in node) parts.push(node.value.replace(/\s+/g, ' '))
    else if (node && 'childNodes' in node && !UNSEEN.test(node.nodeName)) {
      const breaks = BREAKING.test(node.nodeName)
      if (breaks) stack.push('\n')
      stack.push(...[...node.childNodes].reverse())
      if (breaks) stack.push('\n')
    }
  }
  return parts
    .join('')
    .replace(/ *\n[ \n]*/g, '\n')
    .trim()
}
