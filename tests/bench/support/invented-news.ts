import { seededRandom } from './seeded-random'

const FIRST =
  'Ada Bruno Clara Dario Edda Felix Greta Henk Ines Jonas Karla Leon Mira Nils Oona Piet Quinn Rosa Sven Tilda'.split(
    ' ',
  )
const LAST =
  'Almqvist Brandt Colm Dove Ekker Falk Gorse Halloran Imber Jarl Kestrel Lund Marsh Nyberg Orrin Pell Quist Rook Stahl Thorne'.split(
    ' ',
  )
const PLACES = 'Weirmouth Sandhaven Lower Pell Kettering Moor Ostmark Fennby Alder Reach Grimstead'.split(' ')
const OFFICES = [
  'the harbour master',
  'the works director',
  'a council spokeswoman',
  'the head of the fire service',
  'the school’s governor',
]
const THINGS = [
  'the sea wall',
  'the north quay',
  'the ring road',
  'the new clinic',
  'the tram line',
  'the reservoir',
  'the market hall',
]
const DOINGS = ['close', 'repair', 'widen', 'sell', 'rebuild', 'survey', 'pay for']
const REASONS = [
  'the bill had doubled',
  'nobody had asked the residents',
  'the stone would not last',
  'the grant ran out in June',
]

/**
 * News that nobody printed: articles put together from templates, the same for the same seed, with names, figures,
 * quotations, vague sources and, here and there, a block of headlines that does not belong.
 *
 * @param words about how many the articles hold together
 */
export function inventedNews(words: number, seed = 1): string[] {
  const random = seededRandom(seed)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const name = () => `${pick(FIRST)} ${pick(LAST)}`
  const figure = () =>
    pick([
      `€${(1 + random() * 9).toFixed(1)} million`,
      `${10 + Math.floor(random() * 80)} percent`,
      `${100 + Math.floor(random() * 9000)} households`,
    ])
  const sentences = [
    () =>
      `${pick(PLACES)} council voted ${7 + Math.floor(random() * 9)} to ${Math.floor(random() * 7)} on Tuesday to ${pick(DOINGS)} ${pick(THINGS)}.`,
    () => `The work is expected to cost ${figure()}, more than ${figure()} was set aside for it last year.`,
    () =>
      `“We have looked at this for ${2 + Math.floor(random() * 9)} years, and ${pick(REASONS)},” said ${name()}, ${pick(OFFICES)}.`,
    () =>
      `According to ${name()}, ${pick(THINGS)} was last repaired in ${1960 + Math.floor(random() * 60)} because ${pick(REASONS)}.`,
    () => `Critics say that ${pick(REASONS)} and that the council should ${pick(DOINGS)} ${pick(THINGS)} first.`,
    () => `${name()} accused the former director, ${name()}, of hiding a survey that named ${figure()}.`,
    () =>
      `It was the largest sum that ${pick(PLACES)} has ever spent on ${pick(THINGS)}, and ${figure()} of it was borrowed.`,
    () =>
      `“${pick(['Nobody asked us', 'That is not what we were told', 'It cannot wait'])},” ${pick(['she', 'he'])} said. “If ${pick(THINGS)} goes, the road goes with it.”`,
    () => `A source close to the trust said the promise was never put in writing.`,
    () =>
      `Residents were told by a letter that reached them on ${pick(['Monday', 'Friday'])}, ${Math.floor(1 + random() * 27)} March.`,
  ]
  const articles: string[] = []
  for (let written = 0; written < words;) {
    const paragraphs: string[] = []
    for (let count = 8 + Math.floor(random() * 10); count > 0; count--) {
      paragraphs.push(Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(sentences)()).join(' '))
      if (random() < 0.03)
        paragraphs.push('School choir wins regional final', 'Five walks before the clocks change', 'Keep Reading')
    }
    const article = paragraphs.join('\n\n')
    articles.push(article)
    written += countWords(article)
  }
  return articles
}

export function countWords(text: string): number {
  return text.match(/\S+/g)?.length ?? 0
}
