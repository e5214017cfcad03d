import { classesOfWord, WORD } from './lexicon'
import { LINE, type LineTable } from './line-table'
import { TOKEN } from './tokens'

/** How far a line's words and names are those of the story around it; flat arrays, index = line. Shares are 0 to 1. */
export interface Ties {
  /** For each token 1 where it is a word that can tie a line to the story. */
  readonly isContent: Uint8Array
  /** For each word of the vocabulary the number of paragraphs it stands in. */
  readonly paragraphs: Int32Array
  /** Words that carry meaning: no function words, no numbers, nothing very short. */
  readonly contentWords: Uint16Array
  /** Share of them that stand in running text elsewhere in the document. */
  readonly story: Float32Array
  /** The same, in the three paragraphs before, after, and in the next one alone. */
  readonly before: Float32Array
  readonly after: Float32Array
  readonly next: Float32Array
  /** Share of the rarity-weighted words found in the story: a rare word in common says more than a frequent one. */
  readonly rare: Float32Array
  /** Capitalised words: how many stand in the running text, how many do not. */
  readonly knownNames: Uint8Array
  readonly newNames: Uint8Array
}

const NEAR = 3
/** Words of one line that are looked at. */
const MOST_WORDS = 400

/** Three passes over the words. */
export function tiesOf(table: LineTable): Ties {
  const { count, tokens, vocabulary, firstToken, flags } = table
  const kind = contentKinds(table)
  const paragraphs = new Int32Array(vocabulary.size)
  const ties: Ties = {
    isContent: kind,
    paragraphs,
    contentWords: new Uint16Array(count),
    story: new Float32Array(count),
    before: new Float32Array(count),
    after: new Float32Array(count),
    next: new Float32Array(count),
    rare: new Float32Array(count),
    knownNames: new Uint8Array(count),
    newNames: new Uint8Array(count),
  }
  const lastIn = new Int32Array(vocabulary.size).fill(-1)
  const lastParagraph = new Int32Array(vocabulary.size).fill(-NEAR - 1)
  const isProse = (line: number) => ((flags[line] as number) & LINE.prose) !== 0
  const wordsEnd = (line: number) => Math.min(firstToken[line + 1] as number, (firstToken[line] as number) + MOST_WORDS)

  let paragraph = 0
  for (let line = 0; line < count; line++) {
    let near = 0
    let content = 0
    const prose = isProse(line)
    for (let token = firstToken[line] as number; token < wordsEnd(line); token++) {
      if (!kind[token]) continue
      const word = vocabulary.wordOf[token] as number
      content++
      if (paragraph - (lastParagraph[word] as number) <= NEAR) near++
    }
    ties.contentWords[line] = content
    ties.before[line] = content ? near / content : 0
    if (!prose) continue
    paragraph++
    for (let token = firstToken[line] as number; token < wordsEnd(line); token++) {
      if (!kind[token]) continue
      const word = vocabulary.wordOf[token] as number
      lastParagraph[word] = paragraph
      if (lastIn[word] === line) continue
      lastIn[word] = line
      paragraphs[word] = (paragraphs[word] as number) + 1
    }
  }
  const total = paragraph
  lastParagraph.fill(total + NEAR + 2)
  paragraph = total + 1
  for (let line = count - 1; line >= 0; line--) {
    const prose = isProse(line)
    let near = 0
    let next = 0
    let known = 0
    let weight = 0
    let knownWeight = 0
    let knownNames = 0
    let newNames = 0
    for (let token = firstToken[line] as number; token < wordsEnd(line); token++) {
      if (!kind[token]) continue
      const word = vocabulary.wordOf[token] as number
      const distance = (lastParagraph[word] as number) - paragraph
      if (distance < NEAR) near++
      if (distance < 1) next++
      const elsewhere = (paragraphs[word] as number) - (prose && lastIn[word] !== -1 ? 1 : 0)
      const rarity = Math.log2(1 + (total + 1) / (1 + Math.max(0, elsewhere)))
      weight += rarity
      if (elsewhere > 0) {
        known++
        knownWeight += rarity
      }
      if (!((tokens.flags[token] as number) & TOKEN.capital)) continue
      if (elsewhere > 0) knownNames++
      else newNames++
    }
    const content = ties.contentWords[line] as number
    if (content) {
      ties.after[line] = near / content
      ties.next[line] = next / content
      ties.story[line] = known / content
      ties.rare[line] = knownWeight / weight
    }
    ties.knownNames[line] = Math.min(255, knownNames)
    ties.newNames[line] = Math.min(255, newNames)
    if (!prose) continue
    paragraph--
    for (let token = firstToken[line] as number; token < wordsEnd(line); token++)
      if (kind[token]) lastParagraph[vocabulary.wordOf[token] as number] = paragraph
  }
  return ties
}

function contentKinds(table: LineTable): Uint8Array {
  const { tokens, vocabulary } = table
  const kinds = new Uint8Array(tokens.count)
  // Per distinct stem: 0 not looked up yet, 1 function word, 2 not.
  const known = new Uint8Array(vocabulary.size)
  for (let token = 0; token < tokens.count; token++) {
    const flags = tokens.flags[token] as number
    if (flags & TOKEN.number) continue
    if (flags & TOKEN.short && !(flags & TOKEN.allCapitals)) continue
    const word = vocabulary.wordOf[token] as number
    if (!known[word]) known[word] = classesOfWord(tokens.hash[token] as number) & WORD.function ? 1 : 2
    if (known[word] === 2) kinds[token] = 1
  }
  return kinds
}
