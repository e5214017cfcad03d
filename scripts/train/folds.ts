import type { LabelledArticle } from './labelled-lines'

/** The fold of each publisher: the largest first, each into the fold with the least so far. */
export function foldsOf(articles: readonly LabelledArticle[], folds: number): Map<string, number> {
  const size = new Map<string, number>()
  for (const article of articles) {
    const inserted = article.lines.filter(({ label }) => label === 1).length
    size.set(article.publisher, (size.get(article.publisher) ?? 0) + (article.extra ? 0.2 : 1) * (5 + inserted))
  }
  const load = new Array<number>(folds).fill(0)
  const out = new Map<string, number>()
  for (const [publisher, weight] of [...size].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))) {
    const least = load.indexOf(Math.min(...load))
    load[least] = (load[least] as number) + weight
    out.set(publisher, least)
  }
  return out
}
