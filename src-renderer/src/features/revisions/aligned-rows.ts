import type { Block } from '@contract/entities'
import type { Hunk } from '@contract/revisions'
import type { Range } from '@core/text/model'
import { blocksIn } from '../../text/sections'
import { crossing } from './crossing'

/** Blocks of two texts that stand beside each other; indices, ends exclusive, either side may have none. */
export interface Row {
  readonly from: Span
  readonly to: Span
  /** Whether a word differs. */
  readonly changed: boolean
}
interface Span {
  readonly first: number
  readonly end: number
}

/** A side of a comparison: its text and where its blocks are. */
export interface Side {
  readonly text: string
  readonly blocks: readonly Block[]
}

/** Blocks with at least this share of the shorter one in common stand side by side. */
const KIN = 0.35

/**
 * The blocks of two texts, beside each other where they say the same; what was split or joined shares a row, and what
 * was taken out stands beside what was put in there. In the order of both texts; linear in their length.
 */
export function alignedRows(from: Side, to: Side, hunks: readonly Hunk[]): Row[] {
  const rows: Row[] = []
  let [i, j] = [0, 0]
  for (const link of links(from, to, hunks)) {
    const row = rows[rows.length - 1]
    if (row && (link.from < i || link.to < j)) {
      // Shares a block with the row before: a paragraph that was split, or two that became one.
      i = Math.max(i, link.from + 1)
      j = Math.max(j, link.to + 1)
      rows[rows.length - 1] = {
        ...row,
        from: { first: row.from.first, end: i },
        to: { first: row.to.first, end: j },
      }
      continue
    }
    rows.push(...unlike(i, link.from, j, link.to))
    rows.push({ from: one(link.from), to: one(link.to), changed: false })
    i = link.from + 1
    j = link.to + 1
  }
  rows.push(...unlike(i, from.blocks.length, j, to.blocks.length))
  return withChanges(rows, from, to, hunks)
}

const one = (index: number): Span => ({ first: index, end: index + 1 })
const none = (index: number): Span => ({ first: index, end: index })

/** Blocks that have no like on the other side, one beside the other as far as they go. */
function unlike(i: number, iEnd: number, j: number, jEnd: number): Row[] {
  return Array.from({ length: Math.max(iEnd - i, jEnd - j) }, (_, at) => ({
    from: i + at < iEnd ? one(i + at) : none(iEnd),
    to: j + at < jEnd ? one(j + at) : none(jEnd),
    changed: false,
  }))
}

interface Link {
  readonly from: number
  readonly to: number
}

/** Pairs of blocks that have enough in common, in the order of both texts. */
function links(from: Side, to: Side, hunks: readonly Hunk[]): Link[] {
  const shared = new Map<string, { from: number; to: number; length: number }>()
  for (const hunk of hunks) {
    if (hunk.kind !== 'same') continue
    const across = crossing(hunk, from.text, to.text)
    const span = blocksIn(from.blocks, hunk.fromStart, hunk.fromEnd)
    for (let i = span.from; i < span.to; i++) {
      const block = from.blocks[i] as Block
      const start = across(Math.max(block.start, hunk.fromStart))
      const end = across(Math.min(block.end, hunk.fromEnd))
      const others = blocksIn(to.blocks, start, end)
      for (let j = others.from; j < others.to; j++) {
        const other = to.blocks[j] as Block
        const length = Math.min(end, other.end) - Math.max(start, other.start)
        const key = `${i} ${j}`
        shared.set(key, { from: i, to: j, length: (shared.get(key)?.length ?? 0) + length })
      }
    }
  }
  const size = ({ start, end }: Range) => Math.max(1, end - start)
  return [...shared.values()]
    .filter((pair) => {
      const shorter = Math.min(size(from.blocks[pair.from] as Block), size(to.blocks[pair.to] as Block))
      return pair.length / shorter >= KIN
    })
    .sort((a, b) => a.from - b.from || a.to - b.to)
}

/** Marks the rows in which words were removed or added. */
function withChanges(rows: readonly Row[], from: Side, to: Side, hunks: readonly Hunk[]): Row[] {
  const [lost, gained] = [new Set<number>(), new Set<number>()]
  for (const { kind, fromStart, fromEnd, toStart, toEnd } of hunks) {
    if (kind === 'removed' && from.text.slice(fromStart, fromEnd).trim() !== '') mark(lost, from, fromStart, fromEnd)
    if (kind === 'added' && to.text.slice(toStart, toEnd).trim() !== '') mark(gained, to, toStart, toEnd)
  }
  const has = (set: ReadonlySet<number>, { first, end }: Span) => {
    for (let index = first; index < end; index++) if (set.has(index)) return true
    return false
  }
  return rows.map((row) => ({ ...row, changed: has(lost, row.from) || has(gained, row.to) }))
}

function mark(changed: Set<number>, { text, blocks }: Side, start: number, end: number): void {
  const { from, to } = blocksIn(blocks, start, end)
  for (let index = from; index < to; index++) {
    const block = blocks[index] as Block
    // The white space between two blocks belongs to a hunk of one of them.
    if (text.slice(Math.max(start, block.start), Math.min(end, block.end)).trim() !== '') changed.add(index)
  }
}
