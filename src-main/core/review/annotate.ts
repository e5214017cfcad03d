import type { SingleCommand } from '../../contract/commands'
import type { Anchor, Annotation, Patch } from '../../contract/entities'
import { AppError } from '../../contract/result'
import { anchorAt } from '../text/selectors'
import { get, given, put, take, type Planning } from './context'
import { citationsOf } from './sources'

export type Op<K extends SingleCommand['op']> = Extract<SingleCommand, { op: K }>

/** The fields that every new annotation starts with. */
export function newBase(planning: Planning, start: number, end: number, note = '') {
  const { newId, subject, author, now } = planning
  return {
    id: newId(),
    anchor: anchor(planning, start, end),
    revision: subject.revision,
    note,
    author,
    createdAt: now,
    updatedAt: now,
  }
}

function anchor({ subject }: Planning, start: number, end: number): Anchor {
  if (start >= end || end > subject.text.length)
    throw new AppError(
      'bad-request',
      `There is no text from ${start} to ${end}; the document has ${subject.text.length} characters.`,
    )
  return anchorAt(subject.text, start, end)
}

export function planAnnotate(planning: Planning, command: Op<'highlight'> | Op<'claim'> | Op<'flag'>): Patch[] {
  const base = newBase(planning, command.start, command.end, command.note)
  switch (command.op) {
    case 'highlight':
      return [put(planning, 'annotations', { ...base, kind: 'highlight', colour: command.colour ?? 'yellow' })]
    case 'claim':
      return [
        put(planning, 'annotations', {
          ...base,
          kind: 'claim',
          type: command.type ?? 'fact',
          status: command.status ?? 'unchecked',
          citations: citationsOf(planning, command.citation),
          ...given({ speaker: command.speaker, attribution: command.attribution }),
        }),
      ]
    case 'flag':
      return [
        put(planning, 'annotations', {
          ...base,
          kind: 'flag',
          reason: command.reason ?? 'other',
          severity: command.severity ?? 'should-fix',
          resolution: 'open',
        }),
      ]
  }
}

export function planComment(planning: Planning, command: Op<'comment'>): Patch[] {
  return [
    put(planning, 'annotations', {
      ...newBase(planning, command.start, command.end, command.note),
      kind: 'comment',
      resolved: false,
    }),
  ]
}

const FIELDS: Record<Annotation['kind'], readonly string[]> = {
  highlight: ['note', 'colour'],
  claim: ['note', 'type', 'status', 'speaker', 'attribution'],
  flag: ['note', 'reason', 'severity'],
  comment: ['note', 'resolved'],
}

export function planEdit(planning: Planning, { op: _, id, ...fields }: Op<'edit'>): Patch[] {
  const annotation = get(planning, 'annotations', id)
  const changes = given(fields)
  const foreign = Object.keys(changes).find((field) => !FIELDS[annotation.kind].includes(field))
  if (foreign) throw new AppError('bad-request', `A ${annotation.kind} has no ${foreign}.`)
  return [put(planning, 'annotations', { ...annotation, ...changes, updatedAt: planning.now } as Annotation)]
}

export function planMove(planning: Planning, { id, start, end }: Op<'move'>): Patch[] {
  const annotation = get(planning, 'annotations', id)
  const moved = { ...annotation, anchor: anchor(planning, start, end), revision: planning.subject.revision }
  return [put(planning, 'annotations', { ...moved, updatedAt: planning.now })]
}

export function planResolve(planning: Planning, command: Op<'resolve'>): Patch[] {
  const flag = get(planning, 'annotations', command.id)
  if (flag.kind !== 'flag') throw new AppError('bad-request', `Only a flag has a resolution; this is a ${flag.kind}.`)
  if (command.resolution === 'stands' && !command.note?.trim())
    throw new AppError('bad-request', 'Say why the flagged text stands: the next reader will ask.')
  return [
    put(planning, 'annotations', {
      ...flag,
      resolution: command.resolution,
      ...given({ resolutionNote: command.note }),
      updatedAt: planning.now,
    }),
  ]
}

/** The annotation goes, and its thread with it. */
export function planRemove(planning: Planning, id: string): Patch[] {
  get(planning, 'annotations', id)
  const thread = [...planning.state.replies.values()].filter((reply) => reply.annotation === id)
  return [...thread.flatMap((reply) => take(planning, 'replies', reply.id)), ...take(planning, 'annotations', id)]
}
