import type { Signal } from '../../../contract/entities'
import type { LineFacts } from './base-features'
import type { LineBlock } from './blocks'
import { LINE } from './line-table'
import { TOKEN } from './tokens'

/** How far the block's words are those of the story. */
export function tieSignal({ table, ties }: LineFacts, block: LineBlock): Signal | undefined {
  let words = 0
  let known = 0
  for (let line = block.first; line < block.end; line++) {
    if ((table.flags[line] as number) & LINE.markerWhole) continue
    const count = ties.contentWords[line] as number
    words += count
    known += count * (ties.story[line] as number)
  }
  if (words < 2) return undefined
  const share = known / words
  const place = { start: table.start[block.first], end: table.end[block.end - 1] }
  if (share < 0.01) return { name: 'no-tie', detail: 'Shares no name or noun with the story', weight: 1.6, ...place }
  if (share < 0.34) return { name: 'weak-tie', detail: 'Shares few of its words with the story', weight: 0.8, ...place }
  if (share > 0.75)
    return { name: 'strong-tie', detail: 'Most of its words are those of the story', weight: -0.8, ...place }
  return undefined
}

const MOST_NAMES = 40

/** Names that stand nowhere else, and a name that the story knows. */
export function nameSignals(facts: LineFacts, block: LineBlock): Signal[] {
  const { table, ties } = facts
  const { tokens, vocabulary } = table
  const names = new Map<number, { token: number; known: boolean }>()
  for (let line = block.first; line < block.end && names.size < MOST_NAMES; line++) {
    // The words of a paragraph inside the block are in the count of paragraphs themselves.
    const least = (table.flags[line] as number) & LINE.prose ? 1 : 0
    if ((table.flags[line] as number) & LINE.markerWhole) continue
    // The first word has its capital from its place.
    for (let token = (table.firstToken[line] as number) + 1; token < (table.firstToken[line + 1] as number); token++) {
      if (!ties.isContent[token] || !((tokens.flags[token] as number) & TOKEN.capital)) continue
      const word = vocabulary.wordOf[token] as number
      if (!names.has(word)) names.set(word, { token, known: (ties.paragraphs[word] as number) > least })
    }
  }
  const found = [...names.values()]
  const signals: Signal[] = []
  const unknown = found.filter((name) => !name.known)
  const first = unknown[0]
  if (first && unknown.length >= 2) {
    const said = unknown.slice(0, 3).map(({ token }) => `“${table.text.slice(tokens.start[token], tokens.end[token])}”`)
    signals.push({
      name: 'new-names',
      detail: `${said.join(', ')}: nowhere else in the story`,
      weight: 0.7,
      start: tokens.start[first.token],
      end: tokens.end[first.token],
    })
  }
  const shared = found.find((name) => name.known)
  if (shared) {
    const said = table.text.slice(tokens.start[shared.token], tokens.end[shared.token])
    signals.push({
      name: 'shared-name',
      detail: `“${said}” is also in the story`,
      weight: -0.5,
      start: tokens.start[shared.token],
      end: tokens.end[shared.token],
    })
  }
  return signals
}
