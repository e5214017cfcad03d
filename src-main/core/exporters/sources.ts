import type { Citation, Claim, Review, Source } from '../../contract/entities'
import { SOURCE_KIND_WORDS, STANCE_WORDS } from './words'

export const REDACTED = 'a confidential source'

/** A source as an export may show it. */
export interface ShownSource {
  readonly id: string
  readonly citation: string
  readonly kind: string
  readonly url?: string
  readonly locator?: string
  readonly seenOn?: string
  readonly note?: string
  readonly attachment?: string
  readonly redacted: boolean
}

export interface ShownCitation {
  readonly source: ShownSource
  readonly stance: string
  /** Of the citation where it has one, else of the source. */
  readonly locator?: string
}

/** Every source by id; of a confidential one nothing but that it is there, unless `confidential`. */
export function shownSources(review: Pick<Review, 'sources'>, confidential: boolean): Map<string, ShownSource> {
  return new Map(review.sources.map((source) => [source.id, shown(source, confidential)]))
}

/** Whether no more is shown of a source than that it is there. */
const isRedacted = (source: Source, confidential: boolean) =>
  source.redacted === true || (source.confidential && !confidential)

function shown(source: Source, confidential: boolean): ShownSource {
  if (isRedacted(source, confidential)) return { id: source.id, citation: REDACTED, kind: '', redacted: true }
  const { id, citation, url, locator, seenOn, note, attachment } = source
  return {
    id,
    citation,
    kind: SOURCE_KIND_WORDS[source.kind],
    ...(url && { url }),
    ...(locator && { locator }),
    ...(seenOn && { seenOn }),
    ...(note && { note }),
    ...(attachment && { attachment: attachment.fileName }),
    redacted: false,
  }
}

/** What a claim cites, in its order; a citation whose source is gone is passed over. */
export function shownCitations(claim: Claim, sources: ReadonlyMap<string, ShownSource>): ShownCitation[] {
  return claim.citations.flatMap((citation: Citation) => {
    const source = sources.get(citation.source)
    if (!source) return []
    // A page number or a time of day may give a source away as well as a name.
    const locator = source.redacted ? undefined : citation.locator || source.locator
    return [{ source, stance: STANCE_WORDS[citation.stance], ...(locator && { locator }) }]
  })
}

/** One line: citation, kind, locator, address, the day it was seen. */
export function sourceLine({ source, locator }: Pick<ShownCitation, 'source' | 'locator'>): string {
  return [
    source.citation,
    source.kind,
    locator ?? source.locator,
    source.url,
    source.seenOn && `seen ${source.seenOn}`,
    source.attachment && `file ${source.attachment}`,
  ]
    .filter(Boolean)
    .join(', ')
}

/** A sentence on what was kept back; undefined where nothing was. */
export function redactionNotice(review: Pick<Review, 'sources'>, confidential: boolean): string | undefined {
  const hidden = review.sources.filter((source) => isRedacted(source, confidential)).length
  if (!hidden) return undefined
  return hidden === 1 ? 'One confidential source is not named.' : `${hidden} confidential sources are not named.`
}
