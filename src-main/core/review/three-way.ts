import type { Annotation, Citation, Reply, Source } from '../../contract/entities'
import { canonical } from './canonical'

/** What people change apart from each other, field by field. */
export type Shared = Annotation | Reply | Source

/** Fields that say where, when and by whom something was made, not what is said. */
const UNSAID = new Set([
  'id',
  'anchor',
  'revision',
  'placing',
  'seenIn',
  'author',
  'createdAt',
  'updatedAt',
  'suggestion',
])

/** The fields in which something is said. */
export function said(entity: Shared): Record<string, unknown> {
  return Object.fromEntries(Object.entries(entity).filter(([name]) => !UNSAID.has(name)))
}

export interface Joined<T> {
  /** `ours` itself where there is nothing to take over. */
  readonly result: T
  /** Fields that both changed, and not to the same: they stay as ours has them. */
  readonly clashes: readonly string[]
}

/** The changes of `theirs` since `base` on `ours`. Citations join: what either added is there, what either took away is not. */
export function joinFields<T extends Shared>(ours: T, base: T, theirs: T): Joined<T> {
  const [our, was, their] = [said(ours), said(base), said(theirs)]
  // What a version leaves out it does not speak of.
  const changed = Object.keys(their).filter((name) => !equal(their[name], was[name]) && !equal(their[name], our[name]))
  const taken = changed.filter((name) => equal(our[name], was[name]))
  const lists = changed.filter((name) => name === 'citations' && !taken.includes(name))
  const fields: Record<string, unknown> = Object.fromEntries(taken.map((name) => [name, their[name]]))
  for (const name of lists) fields[name] = citations(our[name], was[name], their[name])
  const clashes = changed.filter((name) => !taken.includes(name) && !lists.includes(name))
  return { result: Object.keys(fields).length > 0 ? { ...ours, ...fields } : ours, clashes }
}

/** Fields in which two versions differ, where nobody knows what they both came from. */
export function differing(ours: Shared, theirs: Shared): string[] {
  const [our, their] = [said(ours), said(theirs)]
  return [...new Set([...Object.keys(our), ...Object.keys(their)])].filter((name) => !equal(our[name], their[name]))
}

function citations(ours: unknown, base: unknown, theirs: unknown): Citation[] {
  const [our, was, their] = [ours, base, theirs] as Citation[][]
  const has = (list: readonly Citation[] | undefined, { source }: Citation) =>
    list?.some((one) => one.source === source)
  const added = (their ?? []).filter((one) => !has(our, one) && !has(was, one))
  const removed = (was ?? []).filter((one) => !has(their, one))
  return [...(our ?? []).filter((one) => !has(removed, one)), ...added]
}

const equal = (a: unknown, b: unknown) => canonical(a ?? null) === canonical(b ?? null)
