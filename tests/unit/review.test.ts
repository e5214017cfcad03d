import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Command } from '../../src-main/contract/commands'
import type { Author, Document, Suggestion } from '../../src-main/contract/entities'
import { AppError } from '../../src-main/contract/result'
import { historyState, redoing, undoing } from '../../src-main/core/review/history'
import { planCommand } from '../../src-main/core/review/plan'
import {
  applyEntry,
  newStoredDocument,
  toLive,
  toStored,
  type JournalEntry,
  type LiveDocument,
} from '../../src-main/core/review/replay'
import { toReview } from '../../src-main/core/review/state'

const TEXT = 'The harbour wall was closed on Monday. “It cannot wait,” said Ida Brandt. Nobody asked why 🌊.'
const NOW = '2026-03-01T10:00:00.000Z'
const AUTHOR: Author = { id: 'anna', name: 'Anna Berg', initials: 'AB' }
const SUGGESTION: Suggestion = {
  key: 'k1',
  detector: 'claims',
  kind: 'claim',
  claimType: 'fact',
  start: 0,
  end: 38,
  score: 0.8,
  signals: [],
}

function document(): Document {
  return {
    id: 'd1',
    title: 'Harbour',
    language: 'en',
    revision: 1,
    text: TEXT,
    blocks: [{ kind: 'paragraph', start: 0, end: TEXT.length }],
    inlines: [],
    markup: [],
    origin: { fileName: 'a.txt', mediaType: 'text/plain', sha256: '0'.repeat(64), bytes: 1, importedAt: NOW },
    report: { coverage: { total: 1, inText: 1, leftOut: 0 }, leftOut: [], notices: [] },
  }
}

/** A document with what is done to it, and the journal that doing it would have written. */
class Desk {
  readonly live: LiveDocument = toLive(newStoredDocument(document(), NOW))
  readonly journal: JournalEntry[] = []
  private ids = 0

  private write(kind: 'do' | 'undo' | 'redo', change: Extract<JournalEntry, { kind: 'do' }>['change']): void {
    const entry: JournalEntry = { kind, number: this.live.number + 1, at: NOW, change }
    // Through JSON, as the disk has it.
    this.journal.push(JSON.parse(JSON.stringify(entry)) as JournalEntry)
    applyEntry(this.live, entry)
  }
  do(command: Command): string {
    const making = { author: AUTHOR, now: NOW, newId: () => `id${this.ids++}` }
    const change = planCommand(this.live.state, { text: TEXT, revision: 1 }, command, making)
    this.write('do', change)
    return change.patches[0]?.id ?? ''
  }
  undo(): boolean {
    const back = undoing(this.live.history)
    if (back) this.write('undo', back)
    return back !== undefined
  }
  redo(): boolean {
    const again = redoing(this.live.history)
    if (again) this.write('redo', again)
    return again !== undefined
  }
  /** Without the order of things, which undo need not give back. */
  said() {
    const { document: _, ...collections } = toReview(this.live.state)
    const byId = (list: readonly { id: string }[]) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1))
    return JSON.parse(JSON.stringify(Object.values(collections).map(byId))) as unknown
  }
}

const range = fc
  .tuple(fc.nat(TEXT.length), fc.nat(TEXT.length))
  .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
/** What an editor might do next; `pick` chooses among the things that are there. */
const step = fc.record({
  kind: fc.constantFrom(
    ...(['highlight', 'claim', 'flag', 'comment', 'edit', 'move', 'resolve', 'remove', 'reply'] as const),
    ...([
      'source',
      'cite',
      'remove-source',
      'accept',
      'dismiss',
      'reopen',
      'verdict',
      'batch',
      'undo',
      'redo',
    ] as const),
  ),
  range,
  pick: fc.nat(50),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** Does a step; one that makes no sense here is refused, as it would be for an editor. */
function take(desk: Desk, { kind, range, pick }: Step): boolean {
  const { state } = desk.live
  const one = (map: ReadonlyMap<string, unknown>) => [...map.keys()][pick % Math.max(map.size, 1)] ?? 'none'
  const annotation = one(state.annotations)
  const commands: Record<Exclude<Step['kind'], 'undo' | 'redo'>, Command> = {
    highlight: { op: 'highlight', ...range },
    claim: { op: 'claim', ...range, type: 'statistic' },
    flag: { op: 'flag', ...range, reason: 'legal-risk' },
    comment: { op: 'comment', ...range, note: 'Why?' },
    edit: { op: 'edit', id: annotation, note: `note ${pick}` },
    move: { op: 'move', id: annotation, ...range },
    resolve: { op: 'resolve', id: annotation, resolution: 'removed' },
    remove: { op: 'remove', id: annotation },
    reply: { op: 'reply', id: annotation, body: 'Because.' },
    source: { op: 'source', citation: 'Council minutes', ...(pick % 2 ? { claim: annotation } : {}) },
    cite: { op: 'cite', claim: annotation, source: one(state.sources) },
    'remove-source': { op: 'remove-source', id: one(state.sources) },
    accept: { op: 'accept', suggestion: { ...SUGGESTION, key: `k${pick}` } },
    dismiss: { op: 'dismiss', suggestion: { ...SUGGESTION, key: `k${pick}` }, reason: 'not a claim' },
    reopen: { op: 'reopen', decision: one(state.decisions) },
    verdict: { op: 'verdict', value: 'cleared' },
    batch: {
      op: 'batch',
      label: 'two',
      commands: [
        { op: 'highlight', ...range },
        { op: 'remove', id: annotation },
      ],
    },
  }
  try {
    if (kind === 'undo') return desk.undo()
    if (kind === 'redo') return desk.redo()
    desk.do(commands[kind])
    return true
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown
    return false
  }
}

const steps = fc.array(step, { minLength: 1, maxLength: 60 })

describe('a review', () => {
  test('is after an undo what it was before the edit, and after a redo what it was after it', () => {
    fc.assert(
      fc.property(steps, step, (before, last) => {
        const desk = new Desk()
        for (const one of before) take(desk, one)
        const was = desk.said()
        if (last.kind === 'undo' || last.kind === 'redo' || !take(desk, last)) return
        const became = desk.said()
        desk.undo()
        expect(desk.said()).toEqual(was)
        desk.redo()
        expect(desk.said()).toEqual(became)
      }),
      { numRuns: 200 },
    )
  })

  test('decides on a suggestion once', () => {
    const desk = new Desk()
    desk.do({ op: 'accept', suggestion: SUGGESTION })
    expect(() => desk.do({ op: 'accept', suggestion: SUGGESTION })).toThrow(/decided on already/)
    expect(() => desk.do({ op: 'dismiss', suggestion: SUGGESTION })).toThrow(/decided on already/)
    desk.undo()
    desk.do({ op: 'dismiss', suggestion: SUGGESTION })
  })

  test('is undone to nothing and redone to all of it', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const desk = new Desk()
        for (const one of all) if (one.kind !== 'undo' && one.kind !== 'redo') take(desk, one)
        const became = desk.said()
        while (desk.undo());
        expect(desk.said()).toEqual(new Desk().said())
        while (desk.redo());
        expect(desk.said()).toEqual(became)
      }),
      { numRuns: 100 },
    )
  })

  test('replayed from any snapshot and the whole journal is what it is in memory', () => {
    fc.assert(
      fc.property(steps, fc.nat(60), (all, cut) => {
        const desk = new Desk()
        let snapshot = JSON.stringify(toStored(desk.live))
        all.forEach((one, index) => {
          take(desk, one)
          if (index === cut) snapshot = JSON.stringify(toStored(desk.live))
        })
        const replayed = toLive(JSON.parse(snapshot) as ReturnType<typeof toStored>)
        for (const entry of desk.journal) applyEntry(replayed, entry)
        for (const entry of desk.journal) applyEntry(replayed, entry)
        expect(JSON.parse(JSON.stringify(toStored(replayed)))).toEqual(JSON.parse(JSON.stringify(toStored(desk.live))))
      }),
      { numRuns: 150 },
    )
  })

  test('keeps every annotation on its words', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const desk = new Desk()
        for (const one of all) take(desk, one)
        for (const { anchor } of desk.live.state.annotations.values())
          expect(TEXT.slice(anchor.start, anchor.end)).toBe(anchor.exact)
      }),
    )
  })
})

describe('what cannot be done is said in a sentence', () => {
  const cases: [string, (desk: Desk) => Command, RegExp][] = [
    ['an empty range', () => ({ op: 'highlight', start: 5, end: 5 }), /no text/],
    ['a range past the end', () => ({ op: 'flag', start: 5, end: 5_000 }), /no text/],
    ['an annotation that is not there', () => ({ op: 'remove', id: 'gone' }), /no annotation/],
    [
      'a source for a flag',
      (desk) => ({ op: 'source', citation: 'x', claim: desk.do({ op: 'flag', start: 0, end: 3 }) }),
      /claims/,
    ],
    [
      'standing without a reason',
      (desk) => ({ op: 'resolve', id: desk.do({ op: 'flag', start: 0, end: 3 }), resolution: 'stands' }),
      /why/,
    ],
    [
      'a field of another kind',
      (desk) => ({ op: 'edit', id: desk.do({ op: 'highlight', start: 0, end: 3 }), status: 'wrong' }),
      /no status/,
    ],
  ]
  test.each(cases)('%s', (_, command, sentence) => {
    const desk = new Desk()
    const given = command(desk)
    const was = desk.said()
    expect(() => desk.do(given)).toThrow(sentence)
    expect(desk.said()).toEqual(was)
  })
})

describe('a batch', () => {
  test('is one change, and its later commands see what the earlier ones made', () => {
    const desk = new Desk()
    const claim = desk.do({ op: 'claim', start: 0, end: 10 })
    const source = desk.do({ op: 'source', citation: 'Minutes' })
    desk.do({
      op: 'batch',
      label: 'source and settle',
      commands: [
        { op: 'cite', claim, source },
        { op: 'edit', id: claim, status: 'confirmed' },
      ],
    })
    expect(desk.live.state.annotations.get(claim)).toMatchObject({ status: 'confirmed', citations: [{ source }] })
    expect(historyState(desk.live.history)).toEqual({ undo: 'batch', undoLabel: 'source and settle', redo: undefined })
    desk.undo()
    expect(desk.live.state.annotations.get(claim)).toMatchObject({ status: 'unchecked', citations: [] })
  })
})
