import type { Block } from '../../../contract/entities'
import type { Range } from '../../text/model'
import { SPACE, characterKind } from '../../text/characters'
import { familyAt, marksBetween, type Mark } from './marks'

/** A quotation as its marks show it. Offsets are UTF-16. */
export interface MarkedQuotation extends Range {
  /** The words without the marks. */
  readonly inner: Range
  /** Its share of each paragraph it runs through, marks included, parts that are not the story left out. */
  readonly pieces: readonly Range[]
  /** Its closing mark is missing. */
  readonly open: boolean
  readonly family: number
  /** A stretch that is not the story stands between two of its pieces. */
  readonly interruption?: Range
}

export interface PairedMarks {
  /** In order; a quotation inside a quotation counts with the outer one. */
  readonly quotations: readonly MarkedQuotation[]
  /** Offsets of closing marks that nothing opened. */
  readonly strays: readonly number[]
}

interface Pending {
  readonly start: number
  readonly family: number
  readonly pieces: Range[]
  /** Position among the block's marks of the first one of its own kind that opened inside it. */
  nested: number
  interruption?: Range
}

/**
 * Pairs quotation marks in one pass. A quotation left open at the end of a paragraph goes on in the next paragraph of
 * the story when that one opens with the same kind of mark or closes it; else its closing mark is missing.
 *
 * @param skipped parts that are not the story, in order; they neither open nor close anything
 */
export function pairMarks(text: string, blocks: readonly Block[], skipped: readonly Range[]): PairedMarks {
  const pairer = new Pairer(text)
  let skip = 0
  for (const block of blocks) {
    while (skip < skipped.length && (skipped[skip] as Range).end <= block.start) skip++
    const hidden = skipped[skip]
    if (hidden && hidden.start < block.end) pairer.pass(hidden)
    else pairer.read(block)
  }
  return pairer.done()
}

class Pairer {
  private readonly quotations: MarkedQuotation[] = []
  private readonly strays: number[] = []
  private carried: Pending | undefined
  private gap: Range | undefined

  constructor(private readonly text: string) {}

  pass(hidden: Range): void {
    this.gap = { start: this.gap?.start ?? hidden.start, end: hidden.end }
  }

  done(): PairedMarks {
    if (this.carried) this.abandon(this.carried)
    this.quotations.sort((a, b) => a.start - b.start)
    return { quotations: this.quotations, strays: this.strays }
  }

  read(block: Range): void {
    const marks = marksBetween(this.text, block.start, block.end)
    const stack: Pending[] = []
    let from = 0
    if (this.carried) {
      const reopens =
        familyAt(this.text, block.start) === this.carried.family && marks[0]?.at === block.start && marks[0].opens
      if (reopens || marks.find((mark) => mark.family === this.carried?.family && !mark.opens) === marks[0]) {
        if (marks.length || reopens) stack.push(this.resume(this.carried, block))
        else this.abandon(this.carried)
        if (reopens) from = 1
      } else this.abandon(this.carried)
      this.carried = undefined
    }
    this.gap = undefined
    const left = this.pair(block, marks, from, stack, false)
    // With quotations of its own kind closed inside it, it is the outer one that lost its closing mark.
    this.carried = left && left.nested >= 0 ? this.repair(block, marks, left) : left
  }

  /** @returns what is still open at the end of the block */
  private pair(
    block: Range,
    marks: readonly Mark[],
    from: number,
    stack: Pending[],
    flat: boolean,
  ): Pending | undefined {
    for (let index = from; index < marks.length; index++) {
      const mark = marks[index] as Mark
      let opened = stack.length - 1
      while (opened >= 0 && (stack[opened] as Pending).family !== mark.family) opened--
      const closes = mark.closes && (!mark.opens || opened >= 0)
      if (!closes) {
        const outer = stack[0]
        if (outer && flat && outer.family === mark.family) {
          this.abandon(outer, mark.at)
          stack.length = 0
        } else if (outer && outer.nested < 0 && outer.family === mark.family) outer.nested = index
        stack.push({ start: mark.at, family: mark.family, pieces: [{ start: mark.at, end: block.end }], nested: -1 })
      } else if (opened < 0) this.strays.push(mark.at)
      else {
        const pending = stack[opened] as Pending
        stack.length = opened
        if (opened === 0) this.close(pending, mark.at)
      }
    }
    return stack[0]
  }

  private repair(block: Range, marks: readonly Mark[], left: Pending): Pending | undefined {
    const nested = marks[left.nested] as Mark
    this.abandon(left, nested.at)
    return this.pair(block, marks, left.nested, [], true)
  }

  private resume(pending: Pending, block: Range): Pending {
    pending.pieces.push({ start: block.start, end: block.end })
    if (this.gap) pending.interruption = this.gap
    return { ...pending, nested: -1 }
  }

  private close(pending: Pending, at: number): void {
    const last = pending.pieces.length - 1
    pending.pieces[last] = { start: (pending.pieces[last] as Range).start, end: at + 1 }
    this.add(pending, at + 1, at, false)
  }

  /** Its closing mark never comes. @param end where it must have ended at the latest */
  private abandon(pending: Pending, end = (pending.pieces.at(-1) as Range).end): void {
    let last = end
    while (last > pending.start && characterKind(this.text.charCodeAt(last - 1)) === SPACE) last--
    const tail = pending.pieces.length - 1
    pending.pieces[tail] = { start: (pending.pieces[tail] as Range).start, end: last }
    this.add(pending, last, last, true)
  }

  private add(pending: Pending, end: number, innerEnd: number, open: boolean): void {
    if (innerEnd <= pending.start + 1) return
    const { start, family, pieces, interruption } = pending
    this.quotations.push({ start, end, inner: { start: start + 1, end: innerEnd }, pieces, open, family, interruption })
  }
}
