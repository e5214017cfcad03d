import { basename } from 'node:path'
import type { PlacedOutcome } from '../../contract/revisions'
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
    } else
      await print(
        `${id}  revision ${revision}: ${tally(outcomes)}\n${notices.map((one) => `  note: ${one}\n`).join('')}`,
      )
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

/** "14 same, 2 moved, 1 orphaned", or that there was nothing to carry over. */
function tally(outcomes: readonly PlacedOutcome[]): string {
  const said = (['same', 'moved', 'edited', 'orphaned'] as const).flatMap((kind) => {
    const number = outcomes.filter(({ outcome }) => outcome === kind).length
    return number > 0 ? [`${number} ${kind}`] : []
  })
  return said.join(', ') || 'no annotations'
}
