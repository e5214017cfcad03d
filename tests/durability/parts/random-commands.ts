import assert from 'node:assert/strict'
import fc from 'fast-check'
import * as v from 'valibot'
import type { Command } from '../../../src-main/contract/commands'
import {
  ATTRIBUTIONS,
  CLAIM_STATUSES,
  FLAG_REASONS,
  FLAG_RESOLUTIONS,
  HIGHLIGHT_COLOURS,
  SEVERITIES,
  SOURCE_KINDS,
  STANCES,
  VERDICTS,
} from '../../../src-main/contract/taxonomies'
import { AppError } from '../../../src-main/contract/result'
import { redoing, undoing } from '../../../src-main/core/review/history'
import { planCommand } from '../../../src-main/core/review/plan'
import { applyEntry, JournalEntry, toLive, toStored } from '../../../src-main/core/review/replay'
import type { LiveDocument, NewEntry, StoredDocument } from '../../../src-main/core/review/replay'

/** One thing that happens to a document; the numbers choose among what there is then. */
interface Happening {
  readonly what: number
  readonly a: number
  readonly b: number
  readonly words: string
}

const happening = fc.record<Happening>({
  what: fc.nat(99),
  a: fc.nat(10_000),
  b: fc.nat(10_000),
  words: fc.string({ unit: 'grapheme', maxLength: 12 }),
})

/** Lists of happenings that together are about `count`. */
export const happenings = (length: number) =>
  fc.array(happening, { minLength: Math.ceil(length / 2), maxLength: length, size: 'max' })

const AUTHOR = { id: 'anna', name: 'Anna Berg', initials: 'AB' }
const AT = '2026-03-01T10:00:00.000Z'

/** What is checked of one list of happenings, for figures. */
export interface Replayed {
  readonly done: number
  readonly refused: number
  readonly snapshots: number
}

/**
 * Does everything in memory, through the planners, and writes each entry as the journal would. At odd moments a
 * snapshot is taken. At the end every snapshot, read back and with the journal replayed over it, is what memory holds;
 * so is a journal that is replayed twice.
 *
 * @throws Error when replay and memory differ
 */
export function replayEqualsMemory(first: StoredDocument, list: readonly Happening[]): Replayed {
  const live = toLive(structuredClone(first))
  const lines: string[] = []
  const snapshots = [JSON.stringify(toStored(live))]
  let refused = 0
  let ids = 0
  for (const one of list) {
    if (one.what >= 97) snapshots.push(JSON.stringify(toStored(live)))
    try {
      const planned = plan(live, one, () => `n${++ids}`)
      if (!planned) continue
      const entry = { ...planned, number: live.number + 1 } as JournalEntry
      lines.push(JSON.stringify(entry))
      applyEntry(live, entry)
    } catch (thrown) {
      if (!(thrown instanceof AppError)) throw thrown
      refused++
    }
  }
  const memory = asStored(live)
  for (const snapshot of snapshots) {
    const replayed = toLive(JSON.parse(snapshot) as StoredDocument)
    for (const line of [...lines, ...lines]) applyEntry(replayed, v.parse(JournalEntry, JSON.parse(line)))
    assert.deepStrictEqual(asStored(replayed), memory)
  }
  return { done: lines.length, refused, snapshots: snapshots.length }
}

/** As it is read back: what is not there is left out, and the order of an object's keys says nothing. */
const asStored = (live: LiveDocument): unknown => JSON.parse(JSON.stringify(toStored(live)))

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)]

function plan(live: LiveDocument, one: Happening, newId: () => string): NewEntry | undefined {
  const { what, a, b, words } = one
  if (what < 8) {
    const change = undoing(live.history)
    return change && { kind: 'undo', at: AT, change }
  }
  if (what < 13) {
    const change = redoing(live.history)
    return change && { kind: 'redo', at: AT, change }
  }
  if (what < 15) return { kind: 'describe', at: AT, description: a % 2 ? { title: words } : { byline: words } }
  if (what < 16) return { kind: 'trash', at: AT, trashed: a % 2 === 0 }
  const command = commandOf(live, what, a, b, words)
  if (!command) return undefined
  const { text, revision } = live.document
  const change = planCommand(live.state, { text, revision }, command, { author: AUTHOR, now: AT, newId })
  return { kind: 'do', at: AT, change }
}

function commandOf({ state, document }: LiveDocument, what: number, a: number, b: number, words: string) {
  const annotations = [...state.annotations.values()]
  const some = pick(annotations, b)?.id ?? 'none'
  const claim =
    pick(
      annotations.filter(({ kind }) => kind === 'claim'),
      b,
    )?.id ?? 'none'
  const source = pick([...state.sources.keys()], a) ?? 'none'
  const reply = pick([...state.replies.keys()], a) ?? 'none'
  const start = a % document.text.length
  const range = { start, end: Math.min(document.text.length, start + 1 + (b % 60)) }
  const suggestion = {
    key: `k${a % 40}`,
    detector: 'claims',
    kind: 'claim' as const,
    ...range,
    score: 0.5,
    signals: [],
  }
  const choices: Command[] = [
    { op: 'highlight', ...range, note: words, colour: pick(HIGHLIGHT_COLOURS, b) },
    { op: 'claim', ...range, speaker: words, attribution: pick(ATTRIBUTIONS, a), status: pick(CLAIM_STATUSES, b) },
    { op: 'flag', ...range, reason: pick(FLAG_REASONS, a), severity: pick(SEVERITIES, b) },
    { op: 'comment', ...range, note: words },
    { op: 'edit', id: some, note: words },
    { op: 'edit', id: some, colour: pick(HIGHLIGHT_COLOURS, a) },
    { op: 'move', id: some, ...range },
    { op: 'resolve', id: some, resolution: pick(FLAG_RESOLUTIONS, a) ?? 'open', note: words },
    { op: 'remove', id: some },
    { op: 'reply', id: some, body: words || '?' },
    { op: 'edit-reply', id: reply, body: words || '?' },
    { op: 'remove-reply', id: reply },
    { op: 'source', citation: words || '?', kind: pick(SOURCE_KINDS, a), ...(a % 2 ? { claim } : {}) },
    { op: 'edit-source', id: source, note: words, confidential: b % 2 === 0 },
    { op: 'remove-source', id: source },
    { op: 'cite', claim, source, stance: pick(STANCES, b) },
    { op: 'uncite', claim, source },
    { op: 'accept', suggestion, note: words },
    { op: 'dismiss', suggestion, reason: words },
    { op: 'reopen', decision: pick([...state.decisions.keys()], a) ?? 'none' },
    { op: 'verdict', value: pick(VERDICTS, a) ?? 'cleared', note: words },
    {
      op: 'batch',
      label: words,
      commands: [
        { op: 'highlight', ...range },
        { op: 'remove', id: some },
      ],
    },
  ]
  return pick(choices, what + a)
}
