import { basename, extname } from 'node:path'
import type { Value } from '../../contract/api'
import { QUOTE_OUTCOMES, type MatchedQuotation, type QuoteDifference } from '../../contract/records'
import { citeRecord, isBorneOut } from '../../core/records/quotation-commands'
import { offsetMap } from '../../core/text/offsets'
import { findAuthor } from './author'
import { complain, oneLine, print, progressLine, STATUS } from './terminal'
import { withApp, type Call, type LibraryOption } from './with-app'

interface QuotesOptions extends LibraryOption {
  record?: string
  source?: string
  cite?: boolean
  author?: string
  json?: boolean
}

type Matched = Value<'quotes.match'>

/** `quotes`: a story's quotations beside a transcript or another record. */
export async function quotes(id: string, options: QuotesOptions): Promise<number> {
  const { record: path, source } = options
  if ((path === undefined) === (source === undefined)) {
    complain(undefined, { code: 'bad-request', message: 'Name a record: either --record FILE or --source ID.' })
    return STATUS.usage
  }
  const author = options.cite ? await findAuthor(options.author) : undefined
  return withApp({ library: options.library, readOnly: !options.cite, author }, async (call) => {
    const progress = progressLine()
    const file = path === undefined ? undefined : { name: basename(path), path }
    const matched = await call('quotes.match', { document: id, source, file }, { progress: progress.show })
    progress.clear()
    for (const message of matched.record.notices) complain(matched.record.fileName, { code: 'damaged', message })
    const { document } = await call('document.open', { id })
    const cited = options.cite ? await cite(call, id, matched, source, path) : undefined
    await print(
      options.json
        ? `${JSON.stringify({ id, ...inCodePoints(document.text, matched), ...cited })}\n`
        : describe(document.text, matched, cited?.cited.length),
    )
    return STATUS.done
  })
}

/** Keeps the record as a source, and cites it on every quotation that it has word for word. */
async function cite(call: Call, id: string, matched: Matched, known: string | undefined, path: string | undefined) {
  const wanted = matched.quotations.filter(isBorneOut)
  if (wanted.length === 0) return { cited: [] }
  const source = known ?? (await keep(call, id, path ?? ''))
  const { detection } = await call('document.open', { id })
  const suggestions = new Map(detection.suggestions.map((one) => [one.key, one]))
  const commands = wanted.map((quotation) =>
    citeRecord(quotation, { claim: quotation.claim, suggestion: suggestions.get(quotation.suggestion ?? '') }, source),
  )
  const { change } = await call('review.do', { document: id, command: { op: 'batch', label: 'cite', commands } })
  const cited = change.patches.flatMap(({ collection, id }) => (collection === 'annotations' ? [id] : []))
  return { source, cited }
}

async function keep(call: Call, id: string, path: string): Promise<string> {
  const name = basename(path)
  const attachment = await call('attachment.add', { file: { name, path } })
  const { change } = await call('review.do', {
    document: id,
    command: { op: 'source', citation: name.slice(0, name.length - extname(name).length) || name, attachment },
  })
  return change.patches.find(({ collection }) => collection === 'sources')?.id ?? ''
}

/** Every offset in code points: of quotations into the story, of passages into the record. */
function inCodePoints(text: string, { record, quotations }: Matched) {
  const story = offsetMap(text)
  const said = offsetMap(record.text.text)
  return {
    record: { file: record.fileName, sha256: record.sha256, notices: record.notices },
    counts: counts(quotations),
    quotations: quotations.map(({ start, end, claim, suggestion, speaker, match }) => {
      const { passages, outcome, locator, speaker: saidBy, otherSpeaker, elsewhere, difference } = match
      return {
        start: story.toCodePoints(start),
        end: story.toCodePoints(end),
        exact: text.slice(start, end),
        outcome,
        claim,
        suggestion,
        speaker,
        locator,
        saidBy,
        otherSpeaker,
        elsewhere,
        passages: passages.map((passage) => ({
          start: said.toCodePoints(passage.start),
          end: said.toCodePoints(passage.end),
          exact: record.text.text.slice(passage.start, passage.end),
        })),
        difference,
      }
    }),
  }
}

const counts = (quotations: readonly MatchedQuotation[]) =>
  Object.fromEntries(
    QUOTE_OUTCOMES.map((outcome) => [outcome, quotations.filter(({ match }) => match.outcome === outcome).length]),
  )

function describe(text: string, { record, quotations }: Matched, cited: number | undefined): string {
  const lines = quotations.map(({ start, end, match }) => {
    const where = [match.locator, match.speaker && `said by ${match.speaker}`].filter(Boolean).join(', ')
    const other = match.otherSpeaker ? '  (the story gives it to somebody else)' : ''
    const words = match.difference ? inWords(match.difference) : oneLine(text.slice(start, end))
    return `${match.outcome.replace('-', ' ').padEnd(9)}  ${words}\n${where ? `           ${oneLine(where)}${other}\n` : ''}`
  })
  const tally = Object.entries(counts(quotations))
    .map(([outcome, number]) => `${number} ${outcome.replace('-', ' ')}`)
    .join(', ')
  const done = cited === undefined ? '' : `; the record is cited on ${cited}`
  return `${lines.join('')}${quotations.length} quotations beside ${oneLine(record.fileName)}: ${tally}${done}\n`
}

/** What is only quoted as [-…-], what only the record has as {+…+}, as word diffs are written in a terminal. */
const inWords = (difference: readonly QuoteDifference[]) =>
  oneLine(
    difference
      .map(({ kind, text }) => (kind === 'same' ? text : kind === 'quoted' ? `[-${text}-]` : `{+${text}+}`))
      .join(' '),
  )
