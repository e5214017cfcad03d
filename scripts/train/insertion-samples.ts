import { CIPHERS, ciphered } from './ciphered'
import { foldsOf } from './folds'
import { sampleOf, type Sample } from './insertion-sample'
import { evaluationBullets, type LabelledArticle, type LabelledLine } from './labelled-lines'
import { headlinesOf, leadingPhrase, withInsertions } from './synthetic'

/** How much the less carefully labelled pages count, and how many inserted lines of one of them count in full. */
const EXTRA_WEIGHT = 0.3
const EXTRA_INSERTED = 10
/** Of one article, this many inserted lines count in full: what stands in it a hundred times is no better known. */
const MOST_INSERTED = 25
const OTHER_LANGUAGE_WEIGHT = 0.7
/** Articles with blocks put in: how many of each, and how much each counts. */
const SYNTHETIC_WEIGHT = 0.35
const VARIANTS = 3
/** The same in letters of another script. */
const CIPHERED_WEIGHT = 0.2

export interface Samples {
  /** All, to learn from. */
  readonly all: Sample[]
  /** The carefully labelled articles as the evaluation writes them, to measure on. */
  readonly judged: Sample[]
}

/**
 * Every article with list markers and, where it has lists, without; and with blocks put in that come from articles of
 * the same fold, so that no fold learns from another's words.
 */
export function insertionSamples(
  news: readonly LabelledArticle[],
  extra: readonly LabelledArticle[],
  folds: number,
): Samples {
  const foldOf = foldsOf([...news, ...extra], folds)
  const fold = (article: LabelledArticle) => foldOf.get(article.publisher) as number
  const headlines = Array.from({ length: folds }, (_, k) =>
    headlinesOf(news.filter((article) => article.english && fold(article) === k)),
  )
  const all: Sample[] = []
  const judged: Sample[] = []
  news.forEach((article, index) => {
    const bullets = evaluationBullets(article.id)
    const hasLists = article.lines.some(({ listItem }) => listItem)
    const base = (article.english ? 1 : OTHER_LANGUAGE_WEIGHT) / (hasLists ? 2 : 1)
    const inserted = article.lines.filter(({ label }) => label === 1).length
    const most = Math.min(1, MOST_INSERTED / inserted)
    const weight = ({ label }: LabelledLine) => (label === 1 ? base * most : base)
    const own = sampleOf(article, bullets, weight, fold(article))
    all.push(own)
    judged.push(own)
    if (hasLists) all.push(sampleOf(article, !bullets, thinned(weight, 2), fold(article)))
    if (!article.english) return
    const language = CIPHERS[index % CIPHERS.length] as string
    const foreign = withInsertions(article, headlines[fold(article)] as string[], 5000 + 7 * index, language)
    all.push(
      sampleOf(
        ciphered(foreign, language, leadingPhrase(language)),
        index % 2 === 0,
        () => CIPHERED_WEIGHT,
        fold(article),
      ),
    )
    for (let variant = 0; variant < VARIANTS; variant++) {
      const synthetic = withInsertions(
        article,
        headlines[fold(article)] as string[],
        1000 + 7 * index + 10_000 * variant,
      )
      all.push(
        sampleOf(
          synthetic,
          variant % 2 === 0,
          thinned(() => SYNTHETIC_WEIGHT, 2),
          fold(article),
        ),
      )
    }
  })
  for (const article of extra) {
    const inserted = article.lines.filter(({ label }) => label === 1).length
    const weight = ({ label }: LabelledLine) =>
      label === 1 ? EXTRA_WEIGHT * Math.min(1, EXTRA_INSERTED / inserted) : EXTRA_WEIGHT
    all.push(sampleOf(article, evaluationBullets(article.id), thinned(weight, 4), fold(article)))
  }
  return { all, judged }
}

/** Paragraphs are easy to tell: of renderings beside the first, one in `every` is enough. */
function thinned(weight: (line: LabelledLine) => number, every: number) {
  return (line: LabelledLine, isProse: boolean, at: number) =>
    isProse && line.label === 0 && at % every ? 0 : weight(line)
}
