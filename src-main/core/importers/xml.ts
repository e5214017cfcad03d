import { SaxesParser } from 'saxes'
import { refuse } from './refuse'

/** An element: its names have the prefixes that the reader of the file gave to namespaces, whatever the file uses. */
export interface XmlElement {
  /** `w:p`; `{namespace}local` where the namespace was given no prefix; without colon where there is no namespace. */
  readonly name: string
  /** By name, as above; most attributes of most formats have no namespace and so no prefix. */
  readonly attributes: Readonly<Record<string, string>>
  /** Elements and pieces of text, in order. Character references are resolved. */
  readonly children: readonly XmlNode[]
}
export type XmlNode = XmlElement | string

export interface XmlOptions {
  readonly fileName: string
  /** Name of the part, for an error: `word/document.xml`. */
  readonly part: string
  /** The prefix for each namespace that is of interest. */
  readonly namespaces: Readonly<Record<string, string>>
  /** Elements; a part with more is refused. */
  readonly most?: number
}

const DEEPEST = 400
const MOST = 1_500_000
/** Always bound, by the standard. */
const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace'

interface Building {
  readonly name: string
  readonly attributes: Record<string, string>
  readonly children: (Building | string)[]
}

/**
 * Reads XML strictly into a tree. A document type is passed over where it is only a name; with declarations of its own
 * it is refused, so that no entity is ever expanded and nothing outside of the bytes is read.
 *
 * @throws AppError `damaged` when it is not well-formed, `too-large` beyond the bounds, `unsupported` with declarations
 */
export function readXml(bytes: Uint8Array, { fileName, part, namespaces, most = MOST }: XmlOptions): XmlElement {
  const parser = new SaxesParser({ xmlns: true, position: false })
  const names = new Map<string, string>()
  const nameOf = (uri: string, local: string): string => {
    if (!uri) return local
    const key = `${uri} ${local}`
    let name = names.get(key)
    if (name === undefined) {
      const prefix = uri === XML_NAMESPACE ? 'xml' : Object.hasOwn(namespaces, uri) ? namespaces[uri] : undefined
      names.set(key, (name = prefix === undefined ? `{${uri}}${local}` : prefix ? `${prefix}:${local}` : local))
    }
    return name
  }
  const open: Building[] = []
  let root: Building | undefined
  let count = 0
  const unsafe = () =>
    refuse('unsupported', fileName, `declares entities in its part ${part}, as an attack would, and was not read.`)
  parser.on('error', (problem) => {
    throw refuse('damaged', fileName, `is damaged: its part ${part} cannot be read (${tidy(problem.message)}).`)
  })
  parser.on('doctype', (doctype) => {
    if (/\[|<!/.test(doctype)) throw unsafe()
  })
  parser.on('opentag', (tag) => {
    if (++count > most || open.length >= DEEPEST)
      throw refuse('too-large', fileName, `is too large or too deeply nested to be read (in its part ${part}).`)
    const attributes: Record<string, string> = {}
    for (const { uri, local, prefix, value } of Object.values(tag.attributes))
      if (prefix !== 'xmlns' && local !== 'xmlns') attributes[nameOf(uri, local)] = value
    const element: Building = { name: nameOf(tag.uri, tag.local), attributes, children: [] }
    open[open.length - 1]?.children.push(element)
    root ??= element
    open.push(element)
  })
  parser.on('closetag', () => void open.pop())
  const text = (piece: string) => void open[open.length - 1]?.children.push(piece)
  parser.on('text', text)
  parser.on('cdata', text)
  parser.write(decodeXml(bytes)).close()
  if (!root) throw refuse('damaged', fileName, `is damaged: its part ${part} is empty.`)
  return root
}

/** The elements among the children, of one name where one is given. */
export function childElements(element: XmlElement, name?: string): XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  )
}

/** The first child element of this name. */
export function childElement(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child): child is XmlElement => typeof child !== 'string' && child.name === name)
}

/** Every element of this name below this one, in the order of the text. */
export function descendants(element: XmlElement, name: string): XmlElement[] {
  const found: XmlElement[] = []
  const visit = (parent: XmlElement) => {
    for (const child of parent.children) {
      if (typeof child === 'string') continue
      if (child.name === name) found.push(child)
      visit(child)
    }
  }
  visit(element)
  return found
}

/** All text below an element. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
}

/** UTF-16 by its mark or its first bytes, else what the declaration says, else UTF-8. A mark is no character. */
function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes
  const wide =
    (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)
      ? 'utf-16le'
      : (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)
        ? 'utf-16be'
        : undefined
  if (wide) return new TextDecoder(wide).decode(bytes)
  const head = String.fromCharCode(...bytes.subarray(0, 200))
  const declared = /^(?:\xef\xbb\xbf)?<\?xml[^>]*\sencoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(head)?.[1]
  try {
    return new TextDecoder(declared ?? 'utf-8').decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes)
  }
}

const tidy = (message: string) => message.replace(/\s+/g, ' ').replace(/\.$/, '').slice(0, 120)
