import type { Annotation, Decision, Patch, Suggestion } from '../../contract/entities'
import { AppError } from '../../contract/result'
import { newBase, planRemove, type Op } from './annotate'
import { get, given, put, take, type Planning } from './context'
import { citationsOf } from './sources'

/** Makes the annotation that the suggestion proposes, and remembers the decision. */
export function planAccept(planning: Planning, command: Op<'accept'>): Patch[] {
  const { suggestion } = command
  const base = { ...newBase(planning, suggestion.start, suggestion.end, command.note), suggestion: suggestion.key }
  const annotation: Annotation =
    suggestion.kind === 'claim'
      ? {
          ...base,
          kind: 'claim',
          type: command.type ?? suggestion.claimType ?? 'fact',
          status: 'unchecked',
          citations: citationsOf(planning, command.citation),
          ...given({ speaker: suggestion.speaker?.text, attribution: suggestion.attribution }),
        }
      : {
          ...base,
          kind: 'flag',
          reason: command.reason ?? suggestion.reason ?? 'other',
          severity: command.severity ?? suggestion.severity ?? 'should-fix',
          resolution: 'open',
        }
  return [
    put(planning, 'annotations', annotation),
    decision(planning, suggestion, { outcome: 'accepted', reason: '', annotation: annotation.id }),
  ]
}

export function planDismiss(planning: Planning, { suggestion, reason }: Op<'dismiss'>): Patch[] {
  return [decision(planning, suggestion, { outcome: 'dismissed', reason: reason ?? '' })]
}

function decision(
  planning: Planning,
  suggestion: Suggestion,
  made: Pick<Decision, 'outcome' | 'reason' | 'annotation'>,
): Patch {
  const { newId, author, now, subject, state } = planning
  // Two windows may show the same suggestion, and keys are quicker than disks.
  if ([...state.decisions.values()].some((made) => made.suggestion.key === suggestion.key))
    throw new AppError('duplicate', 'This suggestion has been decided on already; take that decision back first.')
  const exact = subject.text.slice(suggestion.start, suggestion.end)
  return put(planning, 'decisions', { id: newId(), suggestion, exact, ...made, author, createdAt: now, updatedAt: now })
}

export function planReopen(planning: Planning, command: Op<'reopen'>): Patch[] {
  const made = get(planning, 'decisions', command.decision)
  const annotation =
    made.annotation && planning.state.annotations.has(made.annotation) ? planRemove(planning, made.annotation) : []
  return [...annotation, ...take(planning, 'decisions', made.id)]
}

/** A reviewer has one verdict on a document; giving another changes it. */
export function planVerdict(planning: Planning, { value, note }: Op<'verdict'>): Patch[] {
  const { state, author, now, newId } = planning
  const mine = [...state.verdicts.values()].find((verdict) => verdict.author.id === author.id)
  const verdict = mine ?? { id: newId(), note: '', author, createdAt: now }
  return [put(planning, 'verdicts', { ...verdict, value, ...given({ note }), updatedAt: now })]
}
