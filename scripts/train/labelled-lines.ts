import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** One labelled article; fields that come from the markup are left out on purpose. */
export interface LabelledArticle {
  readonly id: string
  readonly english: boolean
  /** BCP 47 primary subtag, as the labelling has it. */
  readonly language: string
  /** Publisher: articles of one publisher stay in one fold. */
  readonly publisher: string
  readonly lines: readonly LabelledLine[]
  /** From the file of less carefully labelled pages. */
  readonly extra: boolean
  readonly sha256: string
}

export interface LabelledLine {
  readonly text: string
  /** 1 inserted, 0 story, undefined where it is not scored. */
  readonly label: 0 | 1 | undefined
  readonly kind: string | undefined
  /** A list item, which is written with or without a marker. */
  readonly listItem: boolean
}

/** Kinds that are labelled too weakly to be learnt from or scored. */
const WEAK = new Set(['other', 'commerce'])

interface Row {
  id: string
  english: boolean
  lang: string
  site: string
  lines: { text: string; label: string; kind?: string; tag?: string }[]
}

export function readArticles(path: string, extra: boolean): LabelledArticle[] {
  const content = readFileSync(path, 'utf8')
  const sha256 = createHash('sha256').update(content).digest('hex')
  return content
    .trim()
    .split('\n')
    .map((line) => {
      const row = JSON.parse(line) as Row
      return {
        id: row.id,
        english: row.english,
        language: row.lang,
        publisher: publisherOf(row.site),
        extra,
        sha256,
        lines: row.lines.map(({ text, label, kind, tag }) => ({
          text,
          kind,
          label: label === 'body' ? 0 : label === 'insertion' && !WEAK.has(kind ?? '') ? 1 : undefined,
          // Only to write the list as a scraper would; no feature sees it.
          listItem: tag === 'li',
        })),
      }
    })
}

/** "us-Wired" and "wired.com" are one. */
function publisherOf(site: string): string {
  const bare = site.toLowerCase().replace(/^[a-z]{2}-/, '')
  const parts = bare.split('.').filter((part) => part !== 'www')
  while (parts.length > 1 && /^(?:[a-z]{2,3}|info|news|online)$/.test(parts[parts.length - 1] as string)) parts.pop()
  return (parts[parts.length - 1] as string).replace(/[^a-z0-9]/g, '')
}

/** The text of an article and where its lines are, with or without "- " before list items. */
export function layOut(article: LabelledArticle, bullets: boolean): string {
  return article.lines.map((line) => (bullets && line.listItem ? '- ' : '') + line.text).join('\n')
}

/** As the evaluation writes it: markers in every second article, by its id. */
export function evaluationBullets(id: string): boolean {
  return parseInt(createHash('sha1').update(id).digest('hex').slice(0, 1), 16) % 4 < 2
}
