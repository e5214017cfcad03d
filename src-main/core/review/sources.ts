import type { Claim, Patch } from '../../contract/entities'
import { AppError } from '../../contract/result'
import type { Op } from './annotate'
import { get, given, put, take, type Planning } from './context'

export function planSource(planning: Planning, { op: _, claim, stance, ...fields }: Op<'source'>): Patch[] {
  const { newId, author, now } = planning
  const source = {
    id: newId(),
    kind: 'primary-document' as const,
    note: '',
    confidential: false,
    author,
    createdAt: now,
    updatedAt: now,
    citation: fields.citation,
    ...given(fields),
  }
  const added = put(planning, 'sources', source)
  if (!claim) return [added]
  return [added, citing(planning, claim, { source: source.id, stance: stance ?? 'supports' })]
}

export function planEditSource(planning: Planning, { op: _, id, ...fields }: Op<'edit-source'>): Patch[] {
  return [put(planning, 'sources', { ...get(planning, 'sources', id), ...given(fields), updatedAt: planning.now })]
}

/** The source goes, and every citation of it. */
export function planRemoveSource(planning: Planning, { id }: Op<'remove-source'>): Patch[] {
  get(planning, 'sources', id)
  const citing = [...planning.state.annotations.values()].filter(
    (annotation): annotation is Claim =>
      annotation.kind === 'claim' && annotation.citations.some((c) => c.source === id),
  )
  return [...citing.map((claim) => uncited(planning, claim, id)), ...take(planning, 'sources', id)]
}

export function planCite(planning: Planning, { claim, source, stance, locator }: Op<'cite'>): Patch[] {
  get(planning, 'sources', source)
  return [citing(planning, claim, { source, stance: stance ?? 'supports', ...given({ locator }) })]
}

export function planUncite(planning: Planning, { claim, source }: Op<'uncite'>): Patch[] {
  return [uncited(planning, claimOf(planning, claim), source)]
}

/** What a new claim cites from the start. @throws AppError `not-found` where there is no such source */
export function citationsOf(planning: Planning, citation: Op<'accept'>['citation']): Claim['citations'] {
  if (!citation) return []
  get(planning, 'sources', citation.source)
  return [{ ...citation, stance: citation.stance ?? 'supports' }]
}

function claimOf(planning: Planning, id: string): Claim {
  const annotation = get(planning, 'annotations', id)
  if (annotation.kind !== 'claim')
    throw new AppError('bad-request', `Sources belong to claims; this is a ${annotation.kind}.`)
  return annotation
}

/** Citing a source again changes how it is cited. */
function citing(planning: Planning, id: string, citation: Claim['citations'][number]): Patch {
  const claim = claimOf(planning, id)
  const others = claim.citations.filter((c) => c.source !== citation.source)
  return put(planning, 'annotations', { ...claim, citations: [...others, citation], updatedAt: planning.now })
}

function uncited(planning: Planning, claim: Claim, source: string): Patch {
  const citations = claim.citations.filter((citation) => citation.source !== source)
  return put(planning, 'annotations', { ...claim, citations, updatedAt: planning.now })
}
