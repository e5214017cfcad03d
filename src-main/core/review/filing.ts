import type { Label, Patch } from '../../contract/entities'
import { AppError } from '../../contract/result'
import { textDigest } from '../text/digest'
import type { Op } from './annotate'
import { put, take, type Planning } from './context'

/** A document is in one folder: there is one label for it, whatever it is called. */
const FOLDER = 'folder'

export interface Filing {
  /** Nothing where it is in none. */
  readonly folder: string | undefined
  /** In the order of their names. */
  readonly tags: readonly string[]
}

/** Where a document is filed. */
export function filingOf(labels: Iterable<Label>): Filing {
  const all = [...labels]
  const names = all.flatMap(({ kind, name }) => (kind === 'tag' ? [name] : []))
  return { folder: all.find(({ kind }) => kind === 'folder')?.name || undefined, tags: [...new Set(names)].sort() }
}

/** Names that differ in capitals and spaces alone are one tag. */
export const sameLabel = (one: string, other: string) => folded(one) === folded(other)

/** A name of a folder or tag as it is kept. */
export const labelName = (name: string) => name.normalize('NFC').replace(/\s+/gu, ' ').trim()

const folded = (name: string) => labelName(name).toLowerCase()
const tagId = (name: string) => `tag-${textDigest(folded(name)).slice(0, 32)}`

export function planFile(planning: Planning, { folder }: Op<'file'>): Patch[] {
  const name = labelName(folder)
  const known = planning.state.labels.get(FOLDER)
  if ((known?.name ?? '') === name) return []
  return [label(planning, { id: FOLDER, kind: 'folder', name })]
}

export function planTag(planning: Planning, command: Op<'tag'>): Patch[] {
  const name = labelName(command.name)
  if (name === '') throw new AppError('bad-request', 'A tag needs a name.')
  const id = tagId(name)
  if (planning.state.labels.get(id)?.name === name) return []
  return [label(planning, { id, kind: 'tag', name })]
}

export function planUntag(planning: Planning, { name }: Op<'untag'>): Patch[] {
  const id = tagId(name)
  return planning.state.labels.has(id) ? take(planning, 'labels', id) : []
}

/** Later than the removal of the same label, where there is one, so that a merge does not take it away again. */
function label(planning: Planning, made: Pick<Label, 'id' | 'kind' | 'name'>): Patch {
  const { state, author, now } = planning
  const known = state.labels.get(made.id)
  const before = [state.removals.get(made.id), known].flatMap((one) => (one ? [Date.parse(one.updatedAt) + 1] : []))
  const updatedAt = new Date(Math.max(Date.parse(now), ...before)).toISOString()
  return put(planning, 'labels', { ...made, author, createdAt: known?.createdAt ?? updatedAt, updatedAt })
}
