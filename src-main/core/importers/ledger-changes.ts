import type { Author, Claim, Reply, Verdict } from '../../contract/entities'
import type { ClaimStatus } from '../../contract/taxonomies'
import { LEDGER_COLUMNS, ledgerRows } from '../exporters/ledger'
import type { SavedReview } from '../exporters/save-file'
import { ATTRIBUTION_WORDS, CLAIM_STATUS_WORDS, CLAIM_TYPE_WORDS, VERDICT_WORDS } from '../exporters/words'
import { writableXml } from '../exporters/xml-escape'
import { anchorAt } from '../text/selectors'
import { countOf } from './count-of'
import { squeezed } from './edited-text'
import type { ImportedNotes } from './importer'
import { changedCitations, citationsOf, type LedgerSources } from './ledger-sources'
import { noteId } from './noted'
import { toldChanges } from './told-changes'
import type { Sheet } from './workbook'

/** Who changed a ledger and when, and the text that new claims are looked for in. */
export interface LedgerEdit {
  readonly author: Author
  readonly time: string
  readonly text: string
}

type Cells = (column: string) => string
interface Reading {
  readonly save: SavedReview
  readonly edit: LedgerEdit
  readonly sources: LedgerSources
  /** Columns whose changes cannot be taken over, with how many cells. */
  readonly refused: Map<string, number>
}

/** What somebody changed in the sheet of claims since it was written: cells, answers, new rows. */
export function changedLedger(
  save: SavedReview,
  { columns, rows }: Sheet,
  edit: LedgerEdit,
): ImportedNotes & { readonly verdicts: Verdict[]; readonly notices: string[] } {
  const { document, review, savedAt, generator } = save
  const written = ledgerRows({ document, review }, { confidential: true, now: savedAt, generator })
  const before = new Map(written.map((cells) => [cells[LEDGER_COLUMNS.indexOf('Id')] ?? '', cells]))
  const claims = new Map(review.annotations.flatMap((one) => (one.kind === 'claim' ? [[one.id, one] as const] : [])))
  const sources: LedgerSources = {
    known: new Map(review.sources.map((one) => [one.id, one])),
    changed: new Map(),
    ...edit,
  }
  const reading: Reading = { save, edit, sources, refused: new Map() }
  const changed: Claim[] = []
  const replies: Reply[] = []
  const verdicts = new Map<string, Verdict>()
  const homeless: string[] = []
  const seen = new Set<string>()
  for (const now of rows) {
    const claim = claims.get(now('Id').trim())
    if (!claim || seen.has(claim.id)) {
      if (!now('Claim').trim()) continue
      const made = newClaim(now, reading)
      if (made) changed.push(made)
      else homeless.push(now('Claim'))
      continue
    }
    seen.add(claim.id)
    const cells = before.get(claim.id) ?? []
    const was: Cells = (column) => cells[LEDGER_COLUMNS.indexOf(column)] ?? ''
    const altered = LEDGER_COLUMNS.filter((column) => columns.has(column) && !same(now(column), was(column)))
    if (!altered.length) continue
    const next = altered.reduce((one, column) => withCell(one, column, now, was, reading), claim)
    if (next !== claim) changed.push({ ...next, updatedAt: after(edit.time, claim.updatedAt) })
    replies.push(...toldChanges(claim, next, 'in the ledger', edit))
    if (altered.includes('Thread')) replies.push(...answersIn(claim, now('Thread'), was('Thread'), reading))
    const verdict = altered.includes('Verdict') ? verdictOf(now('Verdict'), reading) : undefined
    if (verdict) verdicts.set(verdict.id, verdict)
  }
  return {
    annotations: changed,
    replies,
    sources: [...sources.changed.values()],
    verdicts: [...verdicts.values()],
    notices: noticesOf(reading.refused, homeless, claims.size - seen.size),
  }
}

/** Told without white space, and without what a workbook cannot hold. A text cut for its length counts as the same. */
function same(cell: string, written: string): boolean {
  const [now, was] = [squeezed(cell), squeezed(writableXml(written))]
  return now === was || (written.length > 32_000 && now.length > 10_000 && was.startsWith(now.slice(0, -1)))
}

/** A claim with one cell of its row as it is now. What cannot be taken over is counted. */
function withCell(claim: Claim, column: string, now: Cells, was: Cells, reading: Reading): Claim {
  const word = now(column).trim()
  const refuse = () => {
    reading.refused.set(column, (reading.refused.get(column) ?? 0) + 1)
    return claim
  }
  switch (column) {
    case 'Type': {
      const type = keyOf(CLAIM_TYPE_WORDS, word)
      return type ? { ...claim, type } : refuse()
    }
    case 'Status': {
      const status: ClaimStatus | undefined = keyOf(CLAIM_STATUS_WORDS, word)
      return status ? { ...claim, status } : refuse()
    }
    case 'Attribution': {
      const attribution = keyOf(ATTRIBUTION_WORDS, word)
      return attribution || !word ? { ...claim, attribution } : refuse()
    }
    case 'Speaker':
      return { ...claim, speaker: word.slice(0, 2_000) || undefined }
    case 'Note':
      return { ...claim, note: now(column).slice(0, 100_000) }
    case 'Sources for':
    case 'Sources against':
      return changedCitations(claim, column, now(column), was(column), reading.sources)
    case 'Locators': {
      const [only, ...more] = claim.citations
      if (!only || more.length) return refuse()
      const { locator, ...rest } = only
      if (locator === undefined && reading.sources.known.get(only.source)?.redacted) return refuse()
      return { ...claim, citations: [word ? { ...rest, locator: word.slice(0, 2_000) } : rest] }
    }
    case 'Seen on': {
      const [only, ...more] = claim.citations
      const source = only && reading.sources.known.get(only.source)
      if (!source || source.redacted || more.length || !/^\d{4}-\d\d-\d\d$/.test(word)) return refuse()
      reading.sources.changed.set(source.id, {
        ...source,
        seenOn: word,
        updatedAt: after(reading.edit.time, source.updatedAt),
      })
      return claim
    }
    case 'Verdict':
      return keyOf(VERDICT_WORDS, word) ? claim : refuse()
    case 'Thread':
      return claim
    default:
      return refuse()
  }
}

function replyOf({ id: annotation }: Claim, body: string, { author, time }: LedgerEdit): Reply {
  const id = noteId('ledger', annotation, author.name, body)
  return { id, annotation, body, author, createdAt: time, updatedAt: time }
}

/** Lines that somebody wrote under the thread. One that begins with the name of a reviewer is theirs. */
function answersIn(claim: Claim, cell: string, written: string, { save, edit, refused }: Reading): Reply[] {
  const [now, was] = [cell.replace(/\r\n?/g, '\n').trim(), writableXml(written).replace(/\r\n?/g, '\n').trim()]
  if (!now.startsWith(was)) {
    refused.set('Thread', (refused.get('Thread') ?? 0) + 1)
    return []
  }
  const people = [...save.review.annotations, ...save.review.replies].map(({ author }) => author)
  return now
    .slice(was.length)
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => {
      const author = people.find(({ name }) => line.trim().startsWith(`${name}:`))
      const body = author ? line.trim().slice(author.name.length + 1) : line
      return replyOf(claim, body.trim(), { ...edit, author: author ?? edit.author })
    })
}

function verdictOf(word: string, { edit: { author, time } }: Reading): Verdict | undefined {
  const value = keyOf(VERDICT_WORDS, word)
  return (
    value && {
      id: noteId('verdict', author.id, value, time),
      value,
      note: '',
      author,
      createdAt: time,
      updatedAt: time,
    }
  )
}

/** A row that somebody added: its words have to stand in the story, and once only. */
function newClaim(now: Cells, { edit: { author, time, text }, sources }: Reading): Claim | undefined {
  const words = now('Claim').trim()
  const start = text.indexOf(words)
  if (start < 0 || text.includes(words, start + 1)) return undefined
  const speaker = now('Speaker').trim().slice(0, 2_000)
  const attribution = keyOf(ATTRIBUTION_WORDS, now('Attribution'))
  return {
    id: noteId('claim', author.name, words),
    kind: 'claim',
    anchor: anchorAt(text, start, start + words.length),
    revision: 1,
    type: keyOf(CLAIM_TYPE_WORDS, now('Type')) ?? 'fact',
    status: keyOf(CLAIM_STATUS_WORDS, now('Status')) ?? 'unchecked',
    ...(speaker && { speaker }),
    ...(attribution && { attribution }),
    citations: citationsOf(now, sources),
    note: now('Note').slice(0, 100_000),
    author,
    createdAt: time,
    updatedAt: time,
  }
}

function keyOf<K extends string>(words: Readonly<Record<K, string>>, word: string): K | undefined {
  return (Object.keys(words) as K[]).find((key) => words[key] === word.trim().toLowerCase())
}

/** The time of a change that came after another; workbooks do not always keep their own. */
const after = (time: string, other: string) => new Date(Math.max(Date.parse(time), Date.parse(other) + 1)).toISOString()

function noticesOf(refused: ReadonlyMap<string, number>, homeless: readonly string[], gone: number): string[] {
  const said = [...refused].map(
    ([column, number]) =>
      `The column “${column}” was changed in ${countOf(number, 'row')} in a way that is not taken over${column === 'Claim' ? '; the words of the story can be changed in the sheet Article' : ''}.`,
  )
  for (const words of homeless)
    said.push(
      `A claim that was added to the sheet has no place: the story does not say “${words.trim().slice(0, 200)}”, or says it more than once.`,
    )
  if (gone > 0)
    said.push(
      `${countOf(gone, 'claim')} of the export ${gone === 1 ? 'was' : 'were'} taken out of the sheet; here they stay.`,
    )
  return said
}
