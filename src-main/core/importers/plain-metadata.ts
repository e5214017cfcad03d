import type { Block } from '../../contract/entities'
import { isByline, isDateLine } from '../text/headline'
import { languageTag } from '../text/language'
import { readDate } from './date'
import { tidyTitle } from './title'

export interface Metadata {
  title?: string
  byline?: string
  date?: string
  source?: string
  language?: string
}

/** What a header line names. */
const FIELDS: readonly (readonly [RegExp, keyof Metadata])[] = [
  [/^(?:title|headline|titel|titre|título|titolo):\s*(.+)$/iu, 'title'],
  [/^(?:by|author|byline|von|autor|par|auteur|por|di):\s*(.+)$/iu, 'byline'],
  [/^(?:date|published|datum|fecha|data):\s*(.+)$/iu, 'date'],
  [/^(?:source|publication|site|quelle|fuente|fonte):\s*(.+)$/iu, 'source'],
  [/^(?:language|lang|sprache|langue|idioma|lingua):\s*(\S+)$/iu, 'language'],
]

/**
 * Title, byline, date and source from the head of a plain text. Only what is clearly so: a run of "Title: …" lines (two
 * at least), or a headline with "By Somebody" and a date under it. The text keeps every line of it.
 */
export function plainMetadata(text: string, blocks: readonly Block[]): Metadata {
  const head = blocks.slice(0, 8).map((block) => text.slice(block.start, block.end))
  const header = headerFields(head)
  if (Object.keys(header).length >= 2) return tidy(header)
  if (blocks[0]?.kind !== 'heading') return {}
  const found: Metadata = { title: (head[0] ?? '').replace(/^#{1,6}\s+/u, '') }
  for (const line of head.slice(1, 4)) {
    if (!found.byline && isByline(line)) found.byline = line
    else if (!found.date && isDateLine(line)) found.date = line
  }
  return tidy(found)
}

function headerFields(head: readonly string[]): Metadata {
  const found: Metadata = {}
  for (const line of head) {
    const field = FIELDS.find(([pattern, name]) => pattern.test(line) && found[name] === undefined)
    if (!field) break
    found[field[1]] = field[0].exec(line)?.[1]
  }
  return found
}

/** The same fields as a document keeps them: one line each, the date as YYYY-MM-DD where it can be read. */
export function tidy(found: Metadata): Metadata {
  const byline = tidyTitle(found.byline?.replace(/^(?:by|von|par|por|door)[:\s]\s*/iu, ''))
  const date = found.date && readDate(found.date)
  const title = tidyTitle(found.title)
  const source = tidyTitle(found.source)
  const language = languageTag(found.language)
  return {
    ...(title && { title }),
    ...(byline && { byline }),
    ...(date && { date }),
    ...(source && { source }),
    ...(language && { language }),
  }
}
