import type { ArticleSpan } from './html-article'
import type { Outline, Run } from './html-outline'
import { attribute, isElement } from './html-parse'

export interface Headline {
  /** Runs outside the span that belong to the story: headline and standfirst. */
  readonly also: ReadonlySet<number>
  /** The headline's words, where one was found on the page. */
  readonly text?: string
}

/** Runs that are looked at above the story. */
const REACH = 80
const STANDFIRST = /standfirst|(?:^|[\s_-])(?:dek|lede|summary|deck)(?:$|[\s_-])|sub-?(?:title|head|headline)/i

/**
 * The headline above the story (an h1, or a heading with the words of the page's title) and a standfirst under it, which
 * often stand outside the element that holds the story.
 */
export function findHeadline({ nodes, runs }: Outline, span: ArticleSpan, title: string | undefined): Headline {
  const tagOf = (run: Run) => {
    const element = nodes[run.element]?.node
    return element && isElement(element) ? element.tagName : ''
  }
  const also = new Set<number>()
  const from = Math.max(0, span.first - REACH)
  let found = -1
  for (let index = Math.min(span.last, span.first + 2); index >= from && found < 0; index--) {
    const run = runs[index] as Run
    if (/^h[1-3]$/.test(tagOf(run)) && title && sameWords(run.text, title)) found = index
  }
  for (let index = span.first - 1; index >= from && found < 0; index--)
    if (tagOf(runs[index] as Run) === 'h1') found = index
  if (found < 0) return { also }
  if (found < span.first) {
    also.add(found)
    for (let index = found + 1; index < span.first; index++) {
      const run = runs[index] as Run
      if (run.chars >= 25 && run.linkChars < run.chars * 0.3 && STANDFIRST.test(classesAround(nodes, run)))
        also.add(index)
    }
  }
  return { also, text: runs[found]?.text }
}

/** Class words of the block a run stands in and of the element around it. */
function classesAround(nodes: Outline['nodes'], run: Run): string {
  const block = nodes[run.element]
  const around = block && nodes[block.parent]
  return [block, around]
    .map((each) =>
      each && isElement(each.node)
        ? `${attribute(each.node, 'class') ?? ''} ${attribute(each.node, 'itemprop') ?? ''}`
        : '',
    )
    .join(' ')
}

/** Whether two titles say the same, give or take the name of a site. */
function sameWords(one: string, other: string): boolean {
  const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
  const [a, b] = [words(one), words(other)]
  const shared = [...a].filter((word) => b.has(word)).length
  return shared > 0 && shared >= Math.min(a.size, b.size) * 0.8 && shared >= Math.max(a.size, b.size) * 0.4
}
