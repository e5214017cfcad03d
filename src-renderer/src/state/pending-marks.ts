import type { Command } from '@contract/commands'
import type { Annotation } from '@contract/entities'
import { planAnnotate, planComment } from '@core/review/annotate'
import type { Planning, Subject } from '@core/review/context'
import { emptyReview, reviewState } from '@core/review/state'
import { annotationMark, type Mark } from '../text/marks'

/**
 * Marks of commands that are on their way to the disk: drawn at once, as pending, and of nobody's review. What counts is
 * the annotation that comes back.
 */
export class PendingMarks {
  readonly #marks = new Map<string, Mark>()
  #count = 0

  /** The mark that the command is about to make, if it makes one. */
  add(command: Command, subject: Subject): Mark | undefined {
    const mark = markOf(command, subject, `pending-${++this.#count}`)
    if (mark) this.#marks.set(mark.id, mark)
    return mark
  }

  /** @returns whether it was still waiting */
  settle(mark: Mark): boolean {
    return this.#marks.delete(mark.id)
  }

  /** The mark that was drawn for this annotation, if it is still waiting. */
  of({ kind, anchor }: Annotation): Mark | undefined {
    return [...this.#marks.values()].find(
      (mark) => mark.kind === kind && mark.start === anchor.start && mark.end === anchor.end,
    )
  }

  clear(): void {
    this.#marks.clear()
  }
}

function markOf(command: Command, subject: Subject, id: string): Mark | undefined {
  const planning: Planning = {
    state: reviewState(emptyReview('')),
    subject,
    author: { id, name: id, initials: '' },
    now: '',
    newId: () => id,
  }
  try {
    const patches = planned(planning, command)
    const made = patches?.find((patch) => patch.collection === 'annotations')?.after
    if (!made) return undefined
    const mark = annotationMark(made)
    return { ...mark, look: `${mark.look} pending` }
  } catch {
    // A command that makes no sense is refused where it is done, and said there.
    return undefined
  }
}

function planned(planning: Planning, command: Command) {
  switch (command.op) {
    case 'highlight':
    case 'claim':
    case 'flag':
      return planAnnotate(planning, command)
    case 'comment':
      return planComment(planning, command)
    default:
      return undefined
  }
}
