import type { Range } from '../text/model'
import { tokenise, type Tokens, type Vocabulary } from './tokens'

/** The words of a text as they are compared: marks, times and fillers are not among them. */
export interface Words extends Tokens {
  /** Same number for words that begin alike: "answer" and "answered". */
  readonly stems: Int32Array
}

/** Sounds that a transcript may write down and a paper never prints. */
const FILLERS = new Set('uh um er erm uhm umm mhm hm hmm ah äh ähm öhm hmm euh'.split(' '))
/** A transcript spells figures out where a paper prints them, and the other way round. */
const FIGURES: ReadonlyMap<string, string> = new Map([
  ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value): [string, string] => [word, String(value)]),
  ...'null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'
    .split(' ')
    .map((word, value): [string, string] => [word, String(value)]),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, tens): [string, string] => [word, String((tens + 2) * 10)]),
  ['%', 'percent'],
  ['okay', 'ok'],
])
/** Letters at its beginning by which a longer word is known in another form. */
const STEM = 5

/** A vocabulary for one comparison: words in any case, composed or not, figures or letters, become the same number. */
export class Lexicon {
  readonly #vocabulary: Vocabulary = new Map()
  /** For each number of the vocabulary that of the word as it is compared, or -1 for what is no word. */
  readonly #compared: number[] = []
  readonly #stems: number[] = []
  /** Values of figures that are spelled out, by the number of the word. */
  readonly #spelled = new Map<number, number>()
  #known = 0

  constructor() {
    // What spelled figures of two words become: "twenty-three" is 23.
    for (let figure = 21; figure < 100; figure++) this.#numberOf(String(figure))
  }

  /** How many numbers there are by now; all are smaller. */
  get size(): number {
    return this.#vocabulary.size
  }

  /**
   * Divides texts into words. All that are compared with one another are best given at once.
   *
   * @param asides parts that are passed over, in order
   */
  words(texts: readonly { text: string; asides?: readonly Range[] }[]): Words[] {
    const divided = texts.map(({ text }) => tokenise(lowerCase(text), this.#vocabulary))
    this.#learn()
    return texts.map(({ text, asides = [] }, index) => this.#pick(divided[index] as Tokens, text, asides))
  }

  #pick(all: Tokens, text: string, asides: readonly Range[]): Words {
    const starts = new Int32Array(all.count)
    const ends = new Int32Array(all.count)
    const ids = new Int32Array(all.count)
    const stems = new Int32Array(all.count)
    let count = 0
    let next = 0
    let tens: number | undefined
    for (let index = 0; index < all.count; index++) {
      const start = all.starts[index] as number
      while (next < asides.length && (asides[next] as Range).end <= start) next++
      if (next < asides.length && (asides[next] as Range).start <= start) continue
      const id = this.#compared[all.ids[index] as number] as number
      if (id < 0) continue
      const figure =
        tens === undefined
          ? undefined
          : this.#figure(tens, all.ids[index] as number, text.slice(ends[count - 1], start))
      tens = this.#spelled.get(all.ids[index] as number)
      if (figure !== undefined) {
        ends[count - 1] = all.ends[index] as number
        ids[count - 1] = stems[count - 1] = figure
        continue
      }
      starts[count] = start
      ends[count] = all.ends[index] as number
      ids[count] = id
      stems[count++] = this.#stems[id] as number
    }
    const cut = (list: Int32Array) => list.slice(0, count)
    return { text, count, starts: cut(starts), ends: cut(ends), ids: cut(ids), stems: cut(stems) }
  }

  /** The number of a figure that two words make, such as twenty and three. */
  #figure(tens: number, word: number, between: string): number | undefined {
    const ones = this.#spelled.get(word)
    if (ones === undefined || tens < 20 || ones < 1 || ones > 9) return undefined
    return /^[\s-]$/u.test(between) ? this.#vocabulary.get(String(tens + ones)) : undefined
  }

  /** What the words that are new since the last time are compared as. */
  #learn(): void {
    if (this.#vocabulary.size === this.#known) return
    const fresh = [...this.#vocabulary].slice(this.#known)
    for (const [word, id] of fresh) {
      const plain = FIGURES.get(word) ?? word.normalize('NFC')
      if (FIGURES.has(word) && /^\d+$/.test(plain)) this.#spelled.set(id, Number(plain))
      const isWord = /[\p{L}\p{N}]/u.test(plain) && !FILLERS.has(plain)
      this.#compared[id] = isWord ? this.#numberOf(plain) : -1
    }
    // Canonical forms and stems were added on the way; they stand for themselves.
    for (const [word, id] of [...this.#vocabulary].slice(this.#known)) {
      this.#compared[id] ??= id
      const stemmed = word.length > STEM && /^\p{L}/u.test(word)
      this.#stems[id] = stemmed ? this.#numberOf(`${word.slice(0, STEM)}…`) : id
    }
    this.#known = this.#vocabulary.size
  }

  #numberOf(word: string): number {
    const known = this.#vocabulary.get(word)
    if (known !== undefined) return known
    const id = this.#vocabulary.size
    this.#vocabulary.set(word, id)
    return id
  }
}

/** Every offset stays what it was: the few letters that get longer in lower case are left as they are. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase()
  if (lower.length === text.length) return lower
  return Array.from(text, (letter) => {
    const small = letter.toLowerCase()
    return small.length === letter.length ? small : letter
  }).join('')
}
