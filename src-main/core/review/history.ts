import * as v from 'valibot'
import type { HistoryState } from '../../contract/api'
import { Change } from '../../contract/entities'
import { invert } from './state'

/** How many changes can be taken back. Older ones stay done. */
const DEPTH = 1_000

/** Everything that was done, in order; the last `undone` of them are taken back. Stored with the review. */
export const History = v.object({ changes: v.array(Change), undone: v.number() })
export type History = v.InferOutput<typeof History>

export const emptyHistory = (): History => ({ changes: [], undone: 0 })

/** After a new change: what had been taken back can no longer be redone. */
export function recorded(history: History, change: Change): History {
  const done = history.changes.slice(0, history.changes.length - history.undone)
  return { changes: [...done, change].slice(-DEPTH), undone: 0 }
}

/** The change that undo would make, or nothing. Its id is that of the change it takes back. */
export function undoing(history: History): Change | undefined {
  const last = history.changes[history.changes.length - 1 - history.undone]
  if (!last) return undefined
  const { revision } = last
  return {
    ...last,
    patches: invert(last.patches),
    ...(revision && { revision: { from: revision.to, to: revision.from } }),
  }
}

export function redoing(history: History): Change | undefined {
  return history.undone > 0 ? history.changes[history.changes.length - history.undone] : undefined
}

export function historyState(history: History): HistoryState {
  const [undo, redo] = [undoing(history), redoing(history)]
  return {
    undo: undo?.op,
    redo: redo?.op,
    ...(undo?.label && { undoLabel: undo.label }),
    ...(redo?.label && { redoLabel: redo.label }),
  }
}
