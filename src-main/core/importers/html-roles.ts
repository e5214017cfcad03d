import type { OutlineNode } from './html-outline'
import { attribute, isElement, type PageElement } from './html-parse'

/** What class words, ids and element names say of a part of a page, in words that detectors and editors know. */
const WORDS: readonly (readonly [role: string, words: string])[] = [
  [
    'related',
    'related recirc recirculation readmore more-on morelike recommended recommendations recommend similar seealso also outbrain taboola zergnet next-article upnext',
  ],
  ['popular', 'popular trending mostread most-read mostpopular toplist headlines latest'],
  ['promo', 'promo promos promotion promobox teaser teasers banner cta callout upsell marketing'],
  [
    'ad',
    'ad ads advert adverts advertisement advertising advertorial adslot adbox adunit sponsor sponsored sponsors dfp gpt',
  ],
  ['newsletter', 'newsletter newsletters signup subscribe subscription mailinglist optin mailchimp'],
  ['share', 'share sharing sharebar sharetools social socials addthis sharethis follow'],
  ['comment', 'comment comments disqus respond replies discussion'],
  ['cookie', 'cookie cookies consent gdpr privacy'],
  ['paywall', 'paywall regwall piano meter'],
  ['author', 'author authors byline bio contributor writer'],
  ['tags', 'tag tags topics keywords categories category taxonomy'],
  ['navigation', 'nav navbar navigation menu breadcrumb breadcrumbs pagination pager sitemap toc skip masthead'],
  ['caption', 'caption captions credit credits photocredit'],
  ['gallery', 'gallery slideshow carousel slider'],
  ['video', 'video videos player audio podcast embed'],
  ['poll', 'poll quiz survey'],
  ['sidebar', 'sidebar rail widget widgets infobox factbox'],
  ['pull-quote', 'pullquote pull-quote'],
  ['footer', 'footer copyright colophon legal'],
  ['button', 'btn button'],
]

const BY_WORD: ReadonlyMap<string, string> = new Map(
  WORDS.flatMap(([role, words]) => words.split(' ').map((word) => [word, role] as const)),
)

const BY_ELEMENT: ReadonlyMap<string, string> = new Map([
  ['aside', 'aside'],
  ['nav', 'navigation'],
  ['footer', 'footer'],
  ['header', 'header'],
  ['form', 'form'],
  ['button', 'button'],
  ['select', 'form'],
  ['option', 'form'],
  ['textarea', 'form'],
  ['label', 'form'],
  ['figure', 'figure'],
  ['figcaption', 'caption'],
  ['address', 'author'],
  ['dialog', 'dialog'],
  ['svg', 'graphic'],
])

const BY_ARIA: ReadonlyMap<string, string> = new Map([
  ['navigation', 'navigation'],
  ['complementary', 'aside'],
  ['contentinfo', 'footer'],
  ['banner', 'header'],
  ['search', 'form'],
  ['form', 'form'],
  ['dialog', 'dialog'],
  ['alertdialog', 'dialog'],
])

const known = new Map<string, readonly string[]>()

/** Roles of one element by itself, without its ancestors. */
export function rolesOf(element: PageElement): readonly string[] {
  const words = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`.slice(0, 400)
  const key = `${element.tagName}|${attribute(element, 'role') ?? ''}|${words}`
  const before = known.get(key)
  if (before) return before
  const roles = [...new Set(findRoles(element, words))]
  // Pages repeat their class words many times, but a hostile page need not: what is remembered stays bounded.
  if (known.size > 20_000) known.clear()
  known.set(key, roles)
  return roles
}

function findRoles(element: PageElement, words: string): string[] {
  const found = [BY_ELEMENT.get(element.tagName), BY_ARIA.get(attribute(element, 'role') ?? '')]
  for (const name of words.split(/\s+/)) {
    found.push(BY_WORD.get(name.toLowerCase()))
    const parts = name
      .replace(/([a-z])([A-Z])/g, '$1-$2')
      .toLowerCase()
      .split(/[^a-z]+/)
    // Words such as "has-ads" or "no-sidebar" on the body say nothing about what is in it.
    if (element.tagName === 'body' || element.tagName === 'html' || element.tagName === 'article') continue
    for (let at = 0; at < parts.length; at++) {
      const part = parts[at] as string
      found.push(
        BY_WORD.get(part),
        BY_WORD.get(`${part}${parts[at + 1] ?? ''}`),
        BY_WORD.get(`${part}-${parts[at + 1] ?? ''}`),
      )
    }
  }
  return found.filter((role) => role !== undefined)
}

const NONE: ReadonlySet<string> = new Set()

/**
 * For each node, the roles of itself and its ancestors.
 *
 * @param passed elements whose own roles do not count, because they hold the story itself
 */
export function inheritedRoles(
  nodes: readonly OutlineNode[],
  passed: (index: number) => boolean,
): ReadonlySet<string>[] {
  const roles: ReadonlySet<string>[] = []
  nodes.forEach(({ node, parent }, index) => {
    const inherited = roles[parent] ?? NONE
    const own = isElement(node) && !passed(index) ? rolesOf(node) : []
    roles.push(own.every((role) => inherited.has(role)) ? inherited : new Set([...inherited, ...own]))
  })
  return roles
}
