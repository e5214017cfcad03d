import { attribute, isElement, isText, type PageElement, type PageNode } from './html-parse'
import { readDate } from './date'
import type { Metadata } from './plain-metadata'
import { tidyTitle } from './title'

interface Found {
  readonly meta: Map<string, string>
  readonly articles: Record<string, unknown>[]
  title?: string
  language?: string
  time?: string
  byline?: string
}

/** What a page says of itself: JSON-LD first, then meta tags, then what is marked in the text. Nothing is guessed. */
export function pageMetadata(root: PageNode): Metadata {
  const found = collect(root)
  const get = (...names: string[]) => names.map((name) => found.meta.get(name)).find(Boolean)
  const [article = {}] = found.articles
  const site = nameOf(article.publisher) ?? get('og:site_name', 'application-name')
  const date =
    textOf(article.datePublished) ??
    get(
      'article:published_time',
      'date',
      'dc.date',
      'dc.date.issued',
      'dcterms.date',
      'pubdate',
      'publishdate',
      'datepublished',
      'sailthru.date',
      'parsely-pub-date',
    ) ??
    found.time
  const author = get('author', 'byl', 'dc.creator', 'parsely-author', 'sailthru.author', 'article:author')
  const byline = nameOf(article.author) ?? (author && !/^https?:/i.test(author) ? author : undefined) ?? found.byline
  return {
    title: tidyTitle(
      textOf(article.headline) ?? get('og:title', 'twitter:title', 'dc.title') ?? withoutSite(found.title, site),
    ),
    byline: tidyTitle(byline?.replace(/^by[:\s]\s*/i, '')),
    date: date && readDate(date),
    source: tidyTitle(site),
    language: textOf(article.inLanguage) ?? found.language ?? get('og:locale', 'content-language'),
  }
}

/** "Wall shut | The Weir Courier" without what names the site. */
function withoutSite(title: string | undefined, site: string | undefined): string | undefined {
  const parts = title?.split(/\s+[|·•»–—-]\s+/u) ?? []
  if (parts.length < 2) return title
  const rest = parts.filter((part) => part.trim().toLowerCase() !== site?.toLowerCase())
  return rest.length < parts.length ? rest.join(' – ') : title
}

function collect(root: PageNode): Found {
  const found: Found = { meta: new Map(), articles: [] }
  const stack: PageNode[] = [root]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (isElement(node)) take(node, found)
    if ('childNodes' in node)
      for (let at = node.childNodes.length - 1; at >= 0; at--) stack.push(node.childNodes[at] as PageNode)
  }
  return found
}

function take(element: PageElement, found: Found): void {
  switch (element.tagName) {
    case 'html':
      found.language = attribute(element, 'lang') ?? attribute(element, 'xml:lang')
      return
    case 'title':
      // A drawing has titles, too, and comes later.
      found.title ??= ownText(element)
      return
    case 'meta': {
      const name =
        attribute(element, 'property') ??
        attribute(element, 'name') ??
        attribute(element, 'itemprop') ??
        attribute(element, 'http-equiv')
      const content = attribute(element, 'content')?.trim()
      if (name && content && !found.meta.has(name.toLowerCase())) found.meta.set(name.toLowerCase(), content)
      return
    }
    case 'script':
      if (/^application\/ld\+json/i.test(attribute(element, 'type') ?? ''))
        found.articles.push(...articlesIn(ownText(element)))
      return
    case 'time':
      found.time ??= attribute(element, 'datetime')
      return
    default:
      if (/\bauthor\b/.test(attribute(element, 'rel') ?? '') || /^author$/.test(attribute(element, 'itemprop') ?? '')) {
        const name = ownText(element).trim()
        if (name && name.length < 100) found.byline ??= name
      }
  }
}

/** Text directly in an element and its first level of children. */
function ownText(element: PageElement): string {
  const direct = (nodes: readonly PageNode[]) => nodes.filter(isText).map((node) => node.value)
  return [
    ...direct(element.childNodes),
    ...element.childNodes.filter(isElement).flatMap((child) => direct(child.childNodes)),
  ].join(' ')
}

/** Characters. Larger blocks hold a site's data, and are costly to read. */
const LARGEST_JSON = 2_000_000

/** The articles that a block of JSON-LD describes; a block that is no JSON describes none. */
function articlesIn(json: string): Record<string, unknown>[] {
  if (json.length > LARGEST_JSON) return []
  let data: unknown
  try {
    data = JSON.parse(json)
  } catch {
    return []
  }
  const list = Array.isArray(data) ? data : [data]
  const graph = list.flatMap((item) =>
    isObject(item) && Array.isArray(item['@graph']) ? [item, ...(item['@graph'] as unknown[])] : [item],
  )
  return graph.filter(isObject).filter((item) => /(?:Article|BlogPosting|Report)"?/.test(String(item['@type'])))
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() ? value : undefined
}

/** A person's or a publisher's name, of one or of several. */
function nameOf(value: unknown): string | undefined {
  if (Array.isArray(value)) return value.map(nameOf).filter(Boolean).join(', ') || undefined
  if (isObject(value)) return nameOf(value.name)
  return textOf(value)
}
