import { attribute, isElement, type PageElement } from './html-parse'
import type { Outline, Run } from './html-outline'
import { inheritedRoles } from './html-roles'

/** Where the article is: indexes of its first and last run, inclusive. */
export interface ArticleSpan {
  readonly first: number
  readonly last: number
}

/** Parts of a page that are never its story. */
const FURNITURE = ['navigation', 'footer', 'form', 'dialog', 'cookie', 'comment', 'graphic']
/** Parts that seldom are. */
const BESIDE = [
  'aside',
  'sidebar',
  'related',
  'popular',
  'newsletter',
  'share',
  'ad',
  'promo',
  'tags',
  'author',
  'paywall',
  'poll',
]

/** Share of a page's prose from which an element is a wrapper around the story. */
const WRAPPER = 0.5
/** Characters without white space: the least a sentence of a story has. */
const SENTENCE = 25
/** Ends a sentence, in any of the scripts we meet. */
const FINAL = /[.!?…。！？।؟:]["”’»“'«)\]]*\s*$/u
/** What a run that is no sentence costs, besides its length: headings and captions come cheap inside a story. */
const STEP = 8

/**
 * The stretch of a page that is its story: the runs of text between two points that hold the most prose and the least
 * of everything else. Each run gets a value, prose above zero and furniture below, and the span is the one with the
 * greatest sum (maximum subsequence segmentation: Pasternack and Roth, "Extracting Article Text from the Web with
 * Maximum Subsequence Segmentation", WWW 2009). Linear in the page.
 *
 * @returns undefined when there is no prose at all
 */
export function findArticle(outline: Outline): ArticleSpan | undefined {
  const { nodes, runs, runFrom } = outline
  const prose = sums(runs.map((run) => (isProse(run) ? run.chars : 0)))
  const total = prose[runs.length] as number
  const proseIn = (index: number) =>
    (prose[runFrom[nodes[index]?.end ?? 0] ?? 0] as number) - (prose[runFrom[index] ?? 0] as number)
  // Class words of an element that holds much of the page's prose speak of the page, not of a part beside the story.
  const roles = inheritedRoles(nodes, (index) => proseIn(index) > total * WRAPPER)
  const values = runs.map((run) => valueOf(run, outline, roles[run.first] as ReadonlySet<string>))
  const span = best(insideBody(outline, values))
  const found = span && holdsStory(runs.slice(span.first, span.last + 1)) ? span : plainParagraphs(outline, roles)
  return found && withNotes(outline, found)
}

/** Runs between a story and its notes. */
const NEAR = 3

/** The notes at the end of a story, where the page names them so, belong to it; many of them are no sentences. */
function withNotes({ nodes, runFrom }: Outline, { first, last }: ArticleSpan): ArticleSpan {
  for (const [index, { node, end }] of nodes.entries()) {
    const [from, to] = [runFrom[index] as number, runFrom[end] as number]
    if (from <= last || from > last + NEAR || to <= from || !isElement(node)) continue
    const classes = (attribute(node, 'class') ?? '').split(/\s+/)
    if (attribute(node, 'role') === 'doc-endnotes' || classes.includes('footnotes')) return { first, last: to - 1 }
  }
  return { first, last }
}

/** A sentence or two of a login page or an error are no story. */
function holdsStory(runs: readonly Run[]): boolean {
  const prose = runs.filter(isProse)
  const chars = prose.reduce((sum, run) => sum + run.chars, 0)
  return chars >= 140 || (prose.length >= 2 && chars >= 60)
}

/** A very simple page has no long sentences but paragraphs all the same: two at least, outside of all furniture. */
function plainParagraphs({ nodes, runs }: Outline, roles: readonly ReadonlySet<string>[]): ArticleSpan | undefined {
  const found = runs.flatMap((run, index) => {
    const element = nodes[run.element]?.node
    const plain =
      element && isElement(element) && element.tagName === 'p' && run.chars >= 8 && run.linkChars < run.chars / 3
    return plain && !FURNITURE.some((role) => roles[run.first]?.has(role)) ? [index] : []
  })
  return found.length >= 2 ? { first: found[0] as number, last: found[found.length - 1] as number } : undefined
}

/** 0, then the sum of all values up to each. */
function sums(values: readonly number[]): number[] {
  let sum = 0
  return [0, ...values.map((value) => (sum += value))]
}

function valueOf(run: Run, { nodes }: Outline, around: ReadonlySet<string>): number {
  const element = nodes[run.element]?.node
  const tag = element && isElement(element) ? element.tagName : ''
  const linkShare = run.linkChars / run.chars
  if (FURNITURE.some((role) => around.has(role))) return -STEP - run.chars
  const prose = isProse(run) && tag !== 'button'
  if (BESIDE.some((role) => around.has(role))) return -STEP - (prose ? run.chars / 2 : run.chars / 4)
  if (linkShare > 0.5) return -STEP - run.chars / 2
  if (/^h[1-6]$/.test(tag) || around.has('caption')) return -2
  return prose ? run.chars * (1 - 1.5 * linkShare) : -STEP
}

/** Reads like a sentence or more of running text. */
export function isProse(run: Run): boolean {
  if (run.chars < SENTENCE || run.linkChars > run.chars * 0.5) return false
  return run.chars > 140 || FINAL.test(run.text)
}

/** An element that the page itself names as the place of its story. */
interface NamedBody {
  readonly rank: number
  readonly name: string
  readonly from: number
  readonly to: number
  readonly prose: number
}

/**
 * Where the page itself says which element holds the story, and much of the prose is in there, what is outside counts
 * against: comments and teasers after the story read like prose, too. A story may come in several such elements of one
 * name. Inside, what is no sentence costs little.
 */
function insideBody(outline: Outline, values: readonly number[]): readonly number[] {
  const bodies = namedBodies(outline, values)
  const total = values.reduce((sum, value) => sum + Math.max(0, value), 0)
  const chosen = [3, 2, 1].map((rank) => chooseBodies(bodies, rank, total)).find((found) => found.length)
  if (!chosen) return values
  const inside = new Uint8Array(values.length)
  for (const body of chosen) inside.fill(1, body.from, body.to)
  const step = (chosen[0]?.rank ?? 0) > 1 ? 1 : STEP
  return values.map((value, index) => {
    if (!inside[index]) return -STEP - Math.abs(value)
    return value === -STEP ? -step : value < 0 ? value / 2 : value
  })
}

function chooseBodies(bodies: readonly NamedBody[], rank: number, total: number): NamedBody[] {
  const ofRank = bodies.filter((body) => body.rank === rank)
  const first = ofRank.find((body) => body.prose >= total * 0.3)
  if (rank === 2) {
    const names = new Map<string, number>()
    for (const { name, prose } of ofRank) names.set(name, (names.get(name) ?? 0) + prose)
    const shared = [...names].find(([, prose]) => prose >= total * 0.4)
    if (shared) return ofRank.filter(({ name }) => name === shared[0])
  }
  return first ? [first] : []
}

function namedBodies({ nodes, runFrom }: Outline, values: readonly number[]): NamedBody[] {
  const before = sums(values.map((value) => Math.max(0, value)))
  return nodes.flatMap(({ node, end }, index) => {
    const rank = isElement(node) ? bodyRank(node) : 0
    if (!rank || !isElement(node)) return []
    const from = runFrom[index] as number
    const to = runFrom[end] as number
    const prose = (before[to] as number) - (before[from] as number)
    return [{ rank, name: attribute(node, 'class') ?? '', from, to, prose }]
  })
}

/** 3 and 2 for an element that says it is the story's text, 1 for one that says it holds the story, 0 otherwise. */
function bodyRank({ tagName, attrs }: PageElement): number {
  let rank = tagName === 'article' || tagName === 'main' ? 1 : 0
  for (const { name, value } of attrs) {
    if (name === 'itemprop' && /^(?:articleBody|text)$/i.test(value)) return 3
    if (
      (name === 'class' || name === 'id') &&
      /(?:^|[\s_-])(?:article|story|entry|post)[_-]*(?:body|content|text)/i.test(value)
    )
      rank = 2
  }
  return rank
}

/** The contiguous stretch with the greatest sum (Kadane); edges of value zero or less fall away by themselves. */
function best(values: readonly number[]): ArticleSpan | undefined {
  let found: ArticleSpan | undefined
  let greatest = 0
  let sum = 0
  let first = 0
  for (let at = 0; at < values.length; at++) {
    if (sum <= 0) {
      sum = 0
      first = at
    }
    sum += values[at] as number
    if (sum > greatest) {
      greatest = sum
      found = { first, last: at }
    }
  }
  return found
}
