import type { Block } from '../../../contract/entities'
import { TRANSCRIPT } from './marks'
import type { MarkedQuotation } from './pair-marks'

/** "Ada Brandt:", "Q:", "MODERATOR:" at the start of a line: at most four words, no figures. */
const LABEL = /^(\p{Lu}[\p{L}.’'-]*(?:[ \u00a0]\p{L}[\p{L}.’'-]*){0,3})[ \u00a0]?:[ \u00a0\t]+(?=\S)/u
/** Fewer lines with a label are no conversation. */
const TURNS = 4
/** A turn has this many words on the whole; "Booked: Roe, Doe" has not. */
const WORDS = 5
const LONGEST_LABEL = 60

/**
 * The turns of a conversation that is printed as "Name: what they say" without marks. Lines count where few names take
 * turns: at least four lines, two names or more, and each name coming back. Lists of particulars name each once.
 */
export function transcriptTurns(text: string, blocks: readonly Block[]): MarkedQuotation[] {
  const turns = blocks.flatMap((block) => {
    const label = LABEL.exec(text.slice(block.start, Math.min(block.end, block.start + LONGEST_LABEL)))
    return label ? [{ block, name: label[1] as string, start: block.start + label[0].length }] : []
  })
  if (turns.length < TURNS) return []
  const times = new Map<string, number>()
  for (const { name } of turns) times.set(name, (times.get(name) ?? 0) + 1)
  const spoken = turns.filter(({ name }) => (times.get(name) as number) > 1)
  const names = new Set(spoken.map(({ name }) => name))
  const words = spoken.reduce((sum, { start, block }) => sum + text.slice(start, block.end).split(/\s+/).length, 0)
  const changes = spoken.filter(({ name }, at) => name !== spoken[at - 1]?.name).length
  if (spoken.length < TURNS || names.size < 2 || words < WORDS * spoken.length) return []
  if (changes < spoken.length / 2 || names.size > spoken.length / 2) return []
  return spoken.map(({ start, block }) => {
    const range = { start, end: block.end }
    return { ...range, inner: range, pieces: [range], open: false, family: TRANSCRIPT }
  })
}
