import { phrasesByPurpose } from '../../src-main/core/detectors/insertions/phrases/index'
import type { LabelledArticle, LabelledLine } from './labelled-lines'
import { seededRandom } from './random'

/** Most words of a line that is taken for a headline. */
const HEADLINE = /^(?=\S)(?:\S+\s+){3,19}\S+$/u

const SECTIONS = [
  'News',
  'Politics',
  'Business',
  'Culture',
  'Sport',
  'Science',
  'Gear',
  'Opinion',
  'World',
  'Health',
  'Travel',
  'Music',
  'Style',
  'Money',
  'Security',
]
const TIMES = [
  '# hours ago',
  '#d',
  'December #, 2023',
  '# min read',
  '# minute read',
  'Jan. #, 2022',
  'Monday #:45 PM',
  '# days ago',
  '#m',
  'Duration 1:#',
]
const FIRST_NAMES = [
  'Anna',
  'Piers',
  'Lucía',
  'Tom',
  'Meera',
  'Grace',
  'Hugo',
  'Sana',
  'Will',
  'Noor',
  'Clara',
  'Dev',
  'Ruth',
  'Ivan',
  'Beth',
  'Omar',
]
const LAST_NAMES = [
  'Calder',
  'Whitlow',
  'Sorensen',
  'Pike',
  'Okafor',
  'Lindqvist',
  'Marsh',
  'Vance',
  'Teller',
  'Brandt',
  'Quill',
  'Hadley',
  'Rao',
  'Stone',
]

/** Headlines that were put into articles, to be put into others. */
export function headlinesOf(articles: readonly LabelledArticle[]): string[] {
  const found = articles.flatMap((article) =>
    article.lines
      .filter(
        ({ label, kind, text }) => label === 1 && kind === 'related' && HEADLINE.test(text) && !/[.:!]$/.test(text),
      )
      .map(({ text }) => text),
  )
  return [...new Set(found)]
}

/**
 * The article with one to three blocks put between its paragraphs: headlines of other articles, with or without a
 * phrase before or after them, or a label alone. Half of the headlines are picked for words in common with the article, as
 * sites do. Phrases are those of `language`. What is put in is labelled as inserted; the article's own labels stay.
 */
export function withInsertions(
  article: LabelledArticle,
  headlines: readonly string[],
  seed: number,
  language = article.language,
): LabelledArticle {
  if (!headlines.length) return article
  const random = seededRandom(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const phrases = (purpose: keyof typeof phrasesByPurpose) =>
    phrasesByPurpose[purpose][language] ?? phrasesByPurpose[purpose]['en'] ?? []
  const storyWords = new Set(article.lines.flatMap(({ text }) => wordsOf(text)))
  const headline = () => {
    if (random() < 0.5) return pick(headlines)
    const drawn = Array.from({ length: 15 }, () => pick(headlines))
    const tie = (text: string) => wordsOf(text).filter((word) => storyWords.has(word)).length
    return drawn.reduce((best, text) => (tie(text) > tie(best) ? text : best))
  }
  const cased = (text: string) => (random() < 0.35 ? text.toUpperCase() : text)
  const label = () => cased(pick(phrases('related')).replace(/:$/, ''))
  const line = (text: string, listItem = false): LabelledLine => ({ text, kind: 'related', label: 1, listItem })
  const list = (count: number) => {
    const bullets = random() < 0.5
    return Array.from({ length: count }, () => line(headline(), bullets))
  }
  /** Teasers of several lines each, all made alike: section, headline, author, date or reading time. */
  const cards = (count: number): LabelledLine[] => {
    const section = random() < 0.5 ? pick(SECTIONS) : undefined
    const hasSection = random() < 0.5
    const hasAuthor = random() < 0.5
    const byline = random() < 0.3 ? 'By ' : ''
    const time = random() < 0.4 ? pick(TIMES) : undefined
    return Array.from({ length: count }, () => [
      ...(hasSection ? [line(section ?? pick(SECTIONS))] : []),
      line(headline()),
      ...(hasAuthor ? [line(`${byline}${pick(FIRST_NAMES)} ${pick(LAST_NAMES)}`)] : []),
      ...(time ? [line(time.replace('#', String(2 + Math.floor(random() * 27))))] : []),
    ]).flat()
  }
  const block = (): LabelledLine[] => {
    const kind = random()
    const count = 1 + Math.floor(random() * 5)
    if (kind < 0.12) return [line(label()), ...cards(count)]
    if (kind < 0.16) return cards(Math.max(2, count))
    if (kind < 0.25) return [line(label() + (random() < 0.3 ? ':' : '')), ...list(count)]
    if (kind < 0.4) return list(Math.max(2, count))
    if (kind < 0.55) return [...list(Math.max(2, count)), line(label())]
    if (kind < 0.85)
      return Array.from({ length: random() < 0.75 ? 1 : 2 }, () =>
        line(`${label()}${pick([': ', ': ', ': ', ' | ', ' – '])}${headline()}`),
      )
    if (kind < 0.93) return [{ ...line(cased(pick(phrases('advertisement')))), kind: 'ad' }]
    return Array.from({ length: 1 + Math.floor(random() * 3) }, () => ({
      ...line(pick(phrases(pick(['share', 'media', 'newsletter', 'access'] as const)))),
      kind: 'share',
    }))
  }
  const places = article.lines.flatMap(({ label: own, text }, at) =>
    at > 0 &&
    own === 0 &&
    text.length > 80 &&
    article.lines[at - 1]?.label === 0 &&
    (article.lines[at - 1]?.text.length ?? 0) > 80
      ? [at]
      : [],
  )
  const chosen = new Set(places.length ? Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(places)) : [])
  return { ...article, lines: article.lines.flatMap((own, at) => (chosen.has(at) ? [...block(), own] : [own])) }
}

const wordsOf = (text: string) => text.toLowerCase().match(/\p{L}{4,}/gu) ?? []

/** The beginning of a line that is a marker phrase of the language: such a phrase is not ciphered. */
export function leadingPhrase(language: string): (text: string) => string | undefined {
  const phrases = Object.values(phrasesByPurpose)
    .flatMap((table) => table[language] ?? [])
    .map((phrase) => phrase.replace(/:$/, '').toLowerCase())
    .sort((a, b) => b.length - a.length)
  return (text) => {
    const lower = text.toLowerCase()
    const found = phrases.find((phrase) => lower.startsWith(phrase))
    return found === undefined ? undefined : text.slice(0, found.length)
  }
}
