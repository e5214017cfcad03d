import { anchorAt } from '../../src-main/core/text/selectors'
import { plainBlocks } from '../../src-main/core/text/blocks'
import type { Annotation, Detection, Document, Reply, Review, Source } from '../../src-main/contract/entities'

export const ADA = { id: 'ada', name: 'Ada Holt', initials: 'AH' }
export const BEN = { id: 'ben', name: 'Ben <Öst>', initials: 'BÖ' }
export const NOW = '2026-10-15T09:30:00.000Z'
export const DETECTION: Detection = { version: 'none', suggestions: [], sentences: [] }

/** A document of a plain text, as an import would make it. */
export function documentOf(text: string, more: Partial<Document> = {}): Document {
  return {
    id: 'doc1',
    title: 'Harbour wall',
    language: 'en',
    revision: 1,
    text,
    blocks: plainBlocks(text),
    inlines: [],
    markup: [],
    origin: {
      fileName: 'wall.txt',
      mediaType: 'text/plain',
      sha256: 'a'.repeat(64),
      bytes: text.length,
      importedAt: NOW,
    },
    report: { coverage: { total: 0, inText: 0, leftOut: 0 }, leftOut: [], notices: [] },
    ...more,
  }
}

type Fields<K extends Annotation['kind']> = Partial<Extract<Annotation, { kind: K }>>
let made = 0

/** An annotation on the first place where `words` stand, or on a range. */
export function annotate<K extends Annotation['kind']>(
  kind: K,
  text: string,
  place: string | readonly [number, number],
  fields: Fields<K> = {},
): Annotation {
  const [start, end] = typeof place === 'string' ? [text.indexOf(place), text.indexOf(place) + place.length] : place
  const base = {
    id: `a${++made}`,
    anchor: anchorAt(text, start, end),
    revision: 1,
    note: '',
    author: ADA,
    createdAt: NOW,
    updatedAt: NOW,
  }
  const own = {
    highlight: { kind: 'highlight', colour: 'yellow' },
    claim: { kind: 'claim', type: 'fact', status: 'unchecked', citations: [] },
    flag: { kind: 'flag', reason: 'other', severity: 'query', resolution: 'open' },
    comment: { kind: 'comment', resolved: false },
  }[kind]
  return { ...base, ...own, ...fields } as Annotation
}

export function reviewOf(annotations: Annotation[], more: Partial<Review> = {}): Review {
  return { document: 'doc1', annotations, replies: [], sources: [], decisions: [], verdicts: [], removals: [], ...more }
}

export function sourceOf(fields: Partial<Source> & Pick<Source, 'id' | 'citation'>): Source {
  return {
    kind: 'primary-document',
    note: '',
    confidential: false,
    author: ADA,
    createdAt: NOW,
    updatedAt: NOW,
    ...fields,
  }
}

export function replyTo(annotation: Annotation, body: string): Reply {
  return { id: `r-${annotation.id}`, annotation: annotation.id, body, author: BEN, createdAt: NOW, updatedAt: NOW }
}
