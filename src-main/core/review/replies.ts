import type { Patch } from '../../contract/entities'
import type { Op } from './annotate'
import { get, put, take, type Planning } from './context'

export function planReply(planning: Planning, { id, body }: Op<'reply'>): Patch[] {
  get(planning, 'annotations', id)
  const { newId, author, now } = planning
  return [put(planning, 'replies', { id: newId(), annotation: id, body, author, createdAt: now, updatedAt: now })]
}

export function planEditReply(planning: Planning, { id, body }: Op<'edit-reply'>): Patch[] {
  return [put(planning, 'replies', { ...get(planning, 'replies', id), body, updatedAt: planning.now })]
}

export function planRemoveReply(planning: Planning, { id }: Op<'remove-reply'>): Patch[] {
  get(planning, 'replies', id)
  return take(planning, 'replies', id)
}
