import type { Author, Citation, Claim, Source } from '../../contract/entities'
import type { Stance } from '../../contract/taxonomies'
import { shownCitations, shownSources, sourceLine } from '../exporters/sources'
import { writableXml } from '../exporters/xml-escape'
import { squeezed } from './edited-text'
import { noteId } from './noted'

/** The sources of a review while its ledger is read: those it has, and those that were added or changed in the sheet. */
export interface LedgerSources {
  readonly known: ReadonlyMap<string, Source>
  readonly changed: Map<string, Source>
  readonly author: Author
  readonly time: string
}

const STANCES: Readonly<Record<string, Stance>> = { 'Sources for': 'supports', 'Sources against': 'contradicts' }
const linesOf = (cell: string) => cell.split(/\r\n?|\n/).map((line) => line.trim())

/**
 * A claim with the sources that its cell names now, a line each: a line that was taken out is a citation taken out, a new
 * one cites a new source, or the one of the review that it names.
 */
export function changedCitations(
  claim: Claim,
  column: string,
  now: string,
  was: string,
  sources: LedgerSources,
): Claim {
  const stance = STANCES[column] ?? 'supports'
  const written = linesOf(was).map((line) => squeezed(writableXml(line)))
  const left = linesOf(now).map(squeezed)
  const shown = shownSources({ sources: [...sources.known.values()] }, true)
  const citations = claim.citations.filter((citation) => {
    if (citation.stance !== stance) return true
    const [seen] = shownCitations({ ...claim, citations: [citation] }, shown)
    if (!seen) return true
    // A citation may run over several lines of the cell.
    return linesOf(sourceLine(seen)).every((line) => left.includes(squeezed(writableXml(line))))
  })
  const added = linesOf(now).filter((line) => line && !written.includes(squeezed(line)))
  return { ...claim, citations: [...citations, ...added.map((line) => cite(line, stance, sources))] }
}

/** What a row that somebody added cites. */
export function citationsOf(cells: (column: string) => string, sources: LedgerSources): Citation[] {
  return Object.entries(STANCES).flatMap(([column, stance]) =>
    linesOf(cells(column))
      .filter(Boolean)
      .map((line) => cite(line, stance, sources)),
  )
}

function cite(line: string, stance: Stance, { known, changed, author, time }: LedgerSources): Citation {
  const words = line.slice(0, 2_000)
  const there = [...known.values(), ...changed.values()].find(({ citation }) => squeezed(citation) === squeezed(words))
  if (there) return { source: there.id, stance }
  const url = /\bhttps?:\/\/[^\s,]+/.exec(words)?.[0]
  const source: Source = {
    id: noteId('source', words),
    citation: words,
    ...(url && { url }),
    // Every source has a kind; the sheet does not ask for one.
    kind: 'primary-document',
    note: '',
    confidential: false,
    author,
    createdAt: time,
    updatedAt: time,
  }
  changed.set(source.id, source)
  return { source: source.id, stance }
}
