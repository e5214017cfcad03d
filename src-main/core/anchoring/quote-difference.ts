import type { QuoteDifference } from '../../contract/records'
import type { LostPassage, Passage } from './quote-passages'
import type { Words } from './quote-words'

/** A quotation's words beside those of the passages it comes from, in order: what both have, and what only one has. */
export function quoteDifference(passages: readonly (Passage | LostPassage)[], record: Words): QuoteDifference[] {
  const parts: QuoteDifference[] = []
  const add = (kind: QuoteDifference['kind'], words: Words, from: number, to: number) => {
    if (to > from) parts.push({ kind, text: said(words, from, to) })
  }
  for (const [at, passage] of passages.entries()) {
    const { words, pairs } = passage
    if (at > 0) parts.push({ kind: 'same', text: '…' })
    if (!('first' in passage)) {
      add('quoted', words, 0, words.count)
      continue
    }
    let quoted = 0
    let recorded = passage.first
    let run = 0
    for (const [word, place, same] of pairs) {
      const carriesOn = same && run > 0 && word === quoted && place === recorded
      if (!carriesOn) {
        add('same', words, quoted - run, quoted)
        run = 0
        add('quoted', words, quoted, word + (same ? 0 : 1))
        add('recorded', record, recorded, place + (same ? 0 : 1))
      }
      if (same) run++
      quoted = word + 1
      recorded = place + 1
    }
    add('same', words, quoted - run, quoted)
    add('quoted', words, quoted, words.count)
    add('recorded', record, recorded, passage.last + 1)
  }
  return joinedParts(parts)
}

/** Two changes beside each other are one: what was quoted, then what was said. */
function joinedParts(parts: readonly QuoteDifference[]): QuoteDifference[] {
  const joined: QuoteDifference[] = []
  for (const part of parts) {
    const [earlier, last] = [joined.at(-2), joined.at(-1)]
    if (last && last.kind === part.kind) joined[joined.length - 1] = { ...last, text: `${last.text} ${part.text}` }
    else if (last?.kind === 'recorded' && part.kind === 'quoted' && earlier?.kind === 'quoted')
      joined[joined.length - 2] = { ...earlier, text: `${earlier.text} ${part.text}` }
    else joined.push(part)
  }
  return joined
}

/** Words as they are written, on one line; what stands between them and was not said is left out. */
function said({ text, starts, ends }: Words, from: number, to: number): string {
  let line = ''
  for (let index = from; index < to; index++) {
    const between = index > from ? text.slice(ends[index - 1], starts[index]) : ''
    line += between.length <= 6 && !/[\p{L}\p{N}]/u.test(between) ? between : ' '
    line += text.slice(starts[index], ends[index])
  }
  return line.replace(/\s+/g, ' ').trim()
}
