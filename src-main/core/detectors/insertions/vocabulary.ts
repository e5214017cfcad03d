import type { Tokens } from './tokens'

/** The distinct stems of a document, numbered from 0 in order of appearance, and for each token its number. */
export interface Vocabulary {
  readonly size: number
  readonly wordOf: Int32Array
}

/** Open addressing over a table of twice the tokens or more: linear whatever the text. */
export function vocabularyOf(tokens: Tokens): Vocabulary {
  let capacity = 64
  while (capacity < tokens.count * 2) capacity *= 2
  const table = new Int32Array(capacity).fill(-1)
  const wordOf = new Int32Array(tokens.count)
  const stems = new Uint32Array(tokens.count)
  let size = 0
  for (let token = 0; token < tokens.count; token++) {
    const stem = tokens.stem[token] as number
    let at = (Math.imul(stem, 0x9e3779b1) >>> 0) & (capacity - 1)
    for (;;) {
      const word = table[at] as number
      if (word === -1) {
        table[at] = size
        stems[size] = stem
        wordOf[token] = size++
        break
      }
      if (stems[word] === stem) {
        wordOf[token] = word
        break
      }
      at = (at + 1) & (capacity - 1)
    }
  }
  return { size, wordOf }
}
