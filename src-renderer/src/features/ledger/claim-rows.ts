import type { Block, Claim, Source } from '@contract/entities'
import { CLAIM_STATUSES } from '@contract/taxonomies'
import { lowerBound } from '@core/text/offsets'

export type ClaimColumn = 'place' | 'words' | 'type' | 'status' | 'speaker' | 'sources'
export type ClaimGroup = 'none' | 'speaker' | 'status' | 'source'

export interface ClaimOrder {
  readonly column: ClaimColumn
  readonly descending: boolean
}

export interface ClaimRow {
  readonly claim: Claim
  /** Number of its block in the text, from 1. */
  readonly block: number
  readonly sources: readonly Source[]
}

/** Claims as rows, in the order of the text. */
export function claimRows(
  claims: readonly Claim[],
  blocks: readonly Block[],
  sourceOf: (id: string) => Source | undefined,
): ClaimRow[] {
  return claims.map((claim) => ({
    claim,
    block: lowerBound(blocks.length, (index) => (blocks[index] as Block).end > claim.anchor.start) + 1,
    sources: claim.citations.flatMap(({ source }) => sourceOf(source) ?? []),
  }))
}

/** The rows that have all words of a query somewhere, ordered. `labelOf` gives what a cell of choices shows. */
export function orderedRows(
  rows: readonly ClaimRow[],
  query: string,
  { column, descending }: ClaimOrder,
  labelOf: (row: ClaimRow) => { type: string; status: string },
): ClaimRow[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const said = (row: ClaimRow) => {
    const { claim, sources } = row
    const { type, status } = labelOf(row)
    const citations = sources.map(({ citation }) => citation)
    return [claim.anchor.exact, claim.speaker, claim.note, type, status, ...citations].join(' ').toLowerCase()
  }
  const fitting = words.length === 0 ? [...rows] : rows.filter((row) => words.every((word) => said(row).includes(word)))
  const sign = descending ? -1 : 1
  return fitting.sort((a, b) => sign * compare(column, a, b, labelOf) || a.claim.anchor.start - b.claim.anchor.start)
}

function compare(column: ClaimColumn, a: ClaimRow, b: ClaimRow, labelOf: (row: ClaimRow) => { type: string }): number {
  switch (column) {
    case 'place':
      return a.claim.anchor.start - b.claim.anchor.start
    case 'words':
      return a.claim.anchor.exact.localeCompare(b.claim.anchor.exact)
    case 'type':
      return labelOf(a).type.localeCompare(labelOf(b).type)
    case 'status':
      return CLAIM_STATUSES.indexOf(a.claim.status) - CLAIM_STATUSES.indexOf(b.claim.status)
    case 'speaker':
      return (a.claim.speaker ?? '').localeCompare(b.claim.speaker ?? '')
    case 'sources':
      return a.sources.length - b.sources.length
  }
}

/** Rows by what they share, in the order in which it first comes; a claim with several sources stands under each. */
export function groupedRows(
  rows: readonly ClaimRow[],
  group: ClaimGroup,
  nameOf: { none: string; status: (row: ClaimRow) => string; speaker: string; source: string },
): { name: string; rows: ClaimRow[] }[] {
  if (group === 'none') return [{ name: nameOf.none, rows: [...rows] }]
  const groups = new Map<string, ClaimRow[]>()
  for (const row of rows) {
    const names =
      group === 'status'
        ? [nameOf.status(row)]
        : group === 'speaker'
          ? [row.claim.speaker || nameOf.speaker]
          : row.sources.length > 0
            ? row.sources.map(({ citation }) => citation)
            : [nameOf.source]
    for (const name of new Set(names)) groups.set(name, [...(groups.get(name) ?? []), row])
  }
  return [...groups].map(([name, rows]) => ({ name, rows }))
}
