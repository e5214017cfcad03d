import { basename } from 'node:path'
import type { Annotation } from '../../contract/entities'
import type { PlacedOutcome } from '../../contract/revisions'
import { fateOf, wantsLook, wentBack } from '../../core/review/later-text'
import { offsetMap, type OffsetMap } from '../../core/text/offsets'
import { findAuthor } from './author'
import { print, progressLine, STATUS } from './terminal'
import { withApp, type LibraryOption } from './with-app'

interface ReviseOptions extends LibraryOption {
  author?: string
  json?: boolean
}

/** `revise`: a later text of a document; what became of each annotation is printed. */
export async function revise(id: string, path: string, options: ReviseOptions): Promise<number> {
  const author = await findAuthor(options.author)
  return withApp({ ...options, readOnly: false, author }, async (call) => {
    const progress = progressLine()
    progress.show(0, 1, path)
    const file = { name: basename(path), path }
    const { revision, outcomes, notices } = await call('document.revise', { id, file })
    progress.clear()
    const { text } = await call('document.revision', { id, number: revision })
    if (options.json) {
      const map = offsetMap(text)
      const answer = { id, revision, outcomes: outcomes.map((one) => inCodePoints(one, map)), notices }
      await print(`${JSON.stringify(answer)}\n`)
    } else {
      const { annotations } = (await call('document.open', { id })).review
      const told = [...toLookAt(outcomes, annotations, { text, revision }), ...notices.map((one) => `note: ${one}`)]
      await print(`${id}  revision ${revision}: ${tally(outcomes)}\n${told.map((one) => `  ${one}\n`).join('')}`)
    }
    return STATUS.done
  })
}

function inCodePoints({ id, outcome, start, end, score, proposal }: PlacedOutcome, { toCodePoints }: OffsetMap) {
  const range = (from: number, to: number) => ({ start: toCodePoints(from), end: toCodePoints(to) })
  return {
    id,
    outcome,
    ...(start !== undefined && end !== undefined && range(start, end)),
    score,
    ...(proposal && { proposal: { ...range(proposal.start, proposal.end), score: proposal.score } }),
  }
}

/** What somebody has to look at, a line each: what lost its status, and what has no place. */
function toLookAt(
  outcomes: readonly PlacedOutcome[],
  annotations: readonly Annotation[],
  { text, revision }: { text: string; revision: number },
): string[] {
  const byId = new Map(annotations.map((one) => [one.id, one]))
  return outcomes.flatMap(({ id, proposal }) => {
    const annotation = byId.get(id)
    if (!annotation || !wantsLook(annotation, revision)) return []
    const { kind, anchor, placing } = annotation
    if (wentBack(annotation, revision) && placing)
      return [`unchecked again: ${quoted(placing.from.exact)} is ${quoted(anchor.exact)} now`]
    if (fateOf(annotation, revision) !== 'orphaned') return []
    const perhaps = proposal ? `, perhaps ${quoted(text.slice(proposal.start, proposal.end))}` : ''
    return [`no place: ${kind} on ${quoted(anchor.exact)}${perhaps}`]
  })
}

const quoted = (words: string) => {
  const line = words.replace(/\s+/gu, ' ').trim()
  return `“${line.length > 90 ? `${line.slice(0, 89).trimEnd()}…` : line}”`
}

/** "14 same, 2 moved, 1 orphaned", or that there was nothing to carry over. */
function tally(outcomes: readonly PlacedOutcome[]): string {
  const said = (['same', 'moved', 'edited', 'orphaned'] as const).flatMap((kind) => {
    const number = outcomes.filter(({ outcome }) => outcome === kind).length
    return number > 0 ? [`${number} ${kind}`] : []
  })
  return said.join(', ') || 'no annotations'
}
