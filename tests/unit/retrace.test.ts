import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Command, SingleCommand } from '../../src-main/contract/commands'
import type { Author, Review } from '../../src-main/contract/entities'
import { emptyHistory, recorded, redoing, undoing, type History } from '../../src-main/core/review/history'
import { mergeReviews } from '../../src-main/core/review/merge'
import { planCommand } from '../../src-main/core/review/plan'
import { retrace } from '../../src-main/core/review/retrace'
import { tellHistory } from '../../src-main/core/review/tell-history'
import { applyChange, emptyReview, reviewState, toReview } from '../../src-main/core/review/state'
import { documentVerdict } from '../../src-main/core/review/verdict'

const TEXT = 'The harbour wall was closed on Monday. Nobody asked why.'
const INES: Author = { id: 'ines', name: 'Ines Roth', initials: 'IR' }

/** A review with its history and a clock that runs, or stands still. */
class Desk {
  readonly state = reviewState(emptyReview('d1'))
  history: History = emptyHistory()
  private ids = 0
  private minute = 0
  constructor(private readonly tick = 1) {}
  private making() {
    this.minute += this.tick
    const now = new Date(Date.UTC(2026, 2, 1, 10, this.minute)).toISOString()
    return { author: INES, now, newId: () => `id${this.ids++}` }
  }
  do(command: Command): string {
    const change = planCommand(this.state, { text: TEXT, revision: 1 }, command, this.making())
    applyChange(this.state, change)
    this.history = recorded(this.history, change)
    return change.patches[0]?.id ?? ''
  }
  undo(): boolean {
    return this.go(undoing(this.history), 1)
  }
  redo(): boolean {
    return this.go(redoing(this.history), -1)
  }
  private go(change: ReturnType<typeof undoing>, by: number): boolean {
    if (!change) return false
    applyChange(this.state, retrace(change, this.state, this.making()))
    this.history = { ...this.history, undone: this.history.undone + by }
    return true
  }
  /** A copy as somebody else gets it. */
  copy(): Review {
    return JSON.parse(JSON.stringify(toReview(this.state))) as Review
  }
  /** What it says, but for when, and for what is gone. */
  said(review: Review = this.copy()) {
    const { verdicts, removals: _, ...rest } = review
    const lists = Object.values(rest).map((list) =>
      Array.isArray(list)
        ? list.map((one) => ({ ...one, updatedAt: '' })).sort((a, b) => (a.id < b.id ? -1 : 1))
        : list,
    )
    return [lists, documentVerdict(verdicts, review.annotations.length + review.decisions.length > 0)]
  }
}

const start = 4
const first = (desk: Desk, note: string): string => desk.do({ op: 'comment', start, end: 16, note })

describe.each([
  ['a clock that runs', 1],
  ['a clock that stands still', 0],
])('what was taken back, by %s', (_, tick) => {
  const edits: readonly [string, (desk: Desk, id: string) => void][] = [
    ['an edit', (desk, id) => void desk.do({ op: 'edit', id, note: 'two' })],
    ['a new annotation', (desk) => void desk.do({ op: 'claim', start, end: 16 })],
    ['a removal', (desk, id) => void desk.do({ op: 'remove', id })],
    ['a move', (desk, id) => void desk.do({ op: 'move', id, start, end: 37 })],
    ['a reply', (desk, id) => void desk.do({ op: 'reply', id, body: 'Because.' })],
    ['a verdict', (desk) => void desk.do({ op: 'verdict', value: 'cleared' })],
  ]
  test.each(edits)('does not come again from a copy made before: %s', (_, edit) => {
    const desk = new Desk(tick)
    const id = first(desk, 'one')
    const before = desk.said()
    edit(desk, id)
    const theirs = desk.copy()
    desk.undo()
    expect(desk.said()).toEqual(before)
    expect(desk.said(mergeReviews(desk.copy(), theirs))).toEqual(before)
    expect(desk.said(mergeReviews(theirs, desk.copy()))).toEqual(before)
  })
  test.each(edits)('comes again when it is done again: %s', (_, edit) => {
    const desk = new Desk(tick)
    const id = first(desk, 'one')
    edit(desk, id)
    const after = desk.said()
    const copies = [desk.copy()]
    desk.undo()
    copies.push(desk.copy())
    desk.redo()
    expect(desk.said()).toEqual(after)
    for (const theirs of copies) expect(desk.said(mergeReviews(desk.copy(), theirs))).toEqual(after)
  })
})

test('any number of undos and redos leads where the changes led, whoever has an older copy', () => {
  const step = fc.record({ kind: fc.constantFrom('comment', 'edit', 'remove', 'reply', 'tag'), pick: fc.nat(5) })
  const run = (desk: Desk, { kind, pick }: { kind: string; pick: number }) => {
    const id = [...desk.state.annotations.keys()][pick % Math.max(1, desk.state.annotations.size)]
    if (kind === 'comment' || id === undefined) first(desk, `note ${pick}`)
    else if (kind === 'edit') desk.do({ op: 'edit', id, note: `other ${pick}` })
    else if (kind === 'remove') desk.do({ op: 'remove', id })
    else if (kind === 'reply') desk.do({ op: 'reply', id, body: 'Yes.' })
    else desk.do({ op: 'tag', name: `t${pick}` })
  }
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), fc.nat(12), (steps, back) => {
      const desk = new Desk()
      const states = [desk.said()]
      const copies = [desk.copy()]
      for (const one of steps) {
        run(desk, one)
        states.push(desk.said())
        copies.push(desk.copy())
      }
      const times = Math.min(back, steps.length)
      for (let at = 0; at < times; at++) desk.undo()
      expect(desk.said()).toEqual(states[steps.length - times])
      for (const theirs of copies) expect(desk.said(mergeReviews(desk.copy(), theirs))).toEqual(desk.said())
      while (desk.redo());
      expect(desk.said()).toEqual(states.at(-1))
    }),
    { numRuns: 150 },
  )
})

test('an edit that changed nothing, taken back after a removal was, leaves what was removed in its place', () => {
  const desk = new Desk()
  const id = first(desk, 'one')
  desk.do({ op: 'edit', id, note: 'two' })
  desk.do({ op: 'edit', id, note: 'two' })
  desk.do({ op: 'remove', id })
  const theirs = desk.copy()
  desk.undo()
  desk.undo()
  expect(desk.said(mergeReviews(desk.copy(), theirs))).toEqual(desk.said())
  expect(desk.copy().annotations.map(({ note }) => note)).toEqual(['two'])
})

test('a merge and a later text are taken back as they came', () => {
  const desk = new Desk()
  first(desk, 'one')
  const change = undoing(desk.history)
  if (!change) throw new Error('Nothing was done.')
  const merge = { ...change, op: 'merge' }
  expect(retrace(merge, desk.state, { author: INES, now: '2026-03-02T00:00:00.000Z' })).toBe(merge)
})

test('what was done is told, newest first, with what was taken back, and what a change changed', () => {
  const desk = new Desk()
  const id = first(desk, 'one')
  desk.do({ op: 'edit', id, note: 'two' })
  const commands: SingleCommand[] = [
    { op: 'edit', id, resolved: true },
    { op: 'reply', id, body: 'Done.' },
  ]
  desk.do({ op: 'batch', label: 'settle and say so', commands })
  desk.undo()
  const told = tellHistory(desk.history, desk.state)
  expect(told.map(({ op, undone }) => [op, undone])).toEqual([
    ['batch', true],
    ['edit', undefined],
    ['comment', undefined],
  ])
  expect(told[0]).toMatchObject({ label: 'settle and say so', things: 2, author: INES })
  expect(told[1]).toMatchObject({
    annotation: id,
    kind: 'comment',
    words: 'harbour wall',
    fields: [{ name: 'note', before: 'one', after: 'two' }],
  })
})
