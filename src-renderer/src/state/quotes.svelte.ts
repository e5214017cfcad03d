import type { MatchedQuotation, MatchedQuotations, QuoteOutcome } from '@contract/records'
import type { Claim, Flag, Source } from '@contract/entities'
import { citeRecord, isBorneOut, type QuotationStanding } from '@core/records/quotation-commands'
import { t } from '../messages'
import { excerpt } from '../text/caret'
import type { AppState } from './app.svelte'
import type { DocumentState } from './document.svelte'
import { undoing } from './undoing'

export type QuotesFilter = 'all' | 'todo' | QuoteOutcome

/** A quotation in the list, told by where it stands. */
export interface QuotationItem extends MatchedQuotation {
  readonly id: string
}

/** Files that no words can be read from. */
const WORDLESS = /^(?:image|audio|video)\/|^application\/zip$/

/** The story's quotations beside one record: what a source keeps. */
export class QuotesState {
  status = $state<'idle' | 'working' | 'ready' | 'failed'>('idle')
  failure = $state<string>()
  /** The source whose file is the record. */
  source = $state<string>()
  record = $state.raw<MatchedQuotations['record']>()
  items = $state.raw<readonly QuotationItem[]>([])
  filter = $state<QuotesFilter>('all')
  current = $state<string>()
  #turn = 0

  constructor(
    private readonly app: AppState,
    private readonly document: DocumentState,
  ) {}

  /** Sources that may be records. */
  readonly records = $derived.by(() =>
    this.document.sources.filter(({ attachment }) => attachment && !WORDLESS.test(attachment.mediaType)),
  )
  readonly shown = $derived.by(() => this.items.filter((item) => this.#passes(item, this.filter)))
  readonly focused = $derived.by(() => this.shown.find(({ id }) => id === this.current))
  /** Those that a record bears out and that do not cite it yet. */
  readonly plain = $derived.by(() => this.items.filter((item) => isBorneOut(item) && !this.isDone(item)))

  count(filter: QuotesFilter): number {
    return this.items.filter((item) => this.#passes(item, filter)).length
  }

  #passes(item: QuotationItem, filter: QuotesFilter): boolean {
    return filter === 'all' || (filter === 'todo' ? !this.isDone(item) : item.match.outcome === filter)
  }

  /** Cited, or flagged: nothing is left to do about it. */
  isDone(item: MatchedQuotation): boolean {
    return this.citedOn(item) !== undefined || this.flagOf(item) !== undefined
  }

  /** Where it stands now: what was accepted or made since the comparison counts. */
  standing({ claim, suggestion, start, end }: MatchedQuotation): QuotationStanding {
    const { lists, suggestions } = this.document
    const known = lists.claim.find(({ id }) => id === claim) ?? this.#claimAt(lists.claim, start, end)
    if (known) return { claim: known.id }
    const open = suggestions.find((one) => one.key === suggestion && one.start < end && one.end > start)
    if (!open) return {}
    const { id: _, ...proposed } = open
    return { suggestion: proposed }
  }

  #claimAt(claims: readonly Claim[], start: number, end: number): Claim | undefined {
    return claims.find((one) => one.type === 'quotation' && one.anchor.start < end && one.anchor.end > start)
  }

  /** The claim that cites the record for it. */
  citedOn(item: MatchedQuotation): Claim | undefined {
    const { claim } = this.standing(item)
    const annotation = this.document.annotation(claim)
    const cites = annotation?.kind === 'claim' && annotation.citations.some(({ source }) => source === this.source)
    return cites ? annotation : undefined
  }

  /** A flag that says it is not what was said, or not by whom. */
  flagOf({ start, end }: MatchedQuotation): Flag | undefined {
    return this.document.lists.flag.find(
      ({ anchor, reason }) =>
        (reason === 'misquotation' || reason === 'misattribution') && anchor.start < end && anchor.end > start,
    )
  }

  /** Takes the one record there is, when none was chosen; and looks again, for the review may have changed. */
  async begin(): Promise<void> {
    this.source ??= this.records[0]?.id
    if (this.source !== undefined && this.status !== 'working') await this.compare(this.source)
  }

  async compare(source: string): Promise<void> {
    const name = this.document.source(source)?.attachment?.fileName ?? ''
    this.source = source
    // The list stays to be read while it is compared anew with the same record.
    if (this.status !== 'ready' || this.record?.fileName !== name) this.status = 'working'
    const matched = await this.#match(name, { source })
    if (matched) this.#take(matched)
  }

  /** Compares with a file, and keeps it as a source where it could be read. */
  async attach(file: File): Promise<void> {
    this.status = 'working'
    const bytes = new Uint8Array(await file.arrayBuffer())
    const { name } = file
    const matched = await this.#match(name, { file: { name, bytes } })
    if (!matched) return
    const source = await this.#keep(name, bytes)
    this.source = source ?? this.source
    if (source === undefined) this.status = this.record ? 'ready' : 'idle'
    else this.#take(matched)
  }

  async #keep(name: string, bytes: Uint8Array): Promise<string | undefined> {
    const kept = await this.app.client.call('attachment.add', { file: { name, bytes } })
    if (!kept.ok) {
      this.app.notices.problem(kept.error)
      return undefined
    }
    const citation = name.replace(/\.[^.]{1,10}$/, '') || name
    const saved = await this.document.do({ op: 'source', citation, attachment: kept.value })
    return saved?.change.patches.find(({ collection }) => collection === 'sources')?.id
  }

  async #match(
    name: string,
    record: { source: string } | { file: { name: string; bytes: Uint8Array } },
  ): Promise<MatchedQuotations | undefined> {
    const turn = ++this.#turn
    const result = await this.app.tasks.run(t('matcher.comparing', { file: name }), (task) =>
      this.app.client.call('quotes.match', { document: this.document.id, ...record, task }),
    )
    // Another record was chosen meanwhile.
    if (turn !== this.#turn) return undefined
    if (result.ok) return result.value
    if (result.error.code === 'cancelled') {
      this.status = this.record ? 'ready' : 'idle'
      return undefined
    }
    this.failure = result.error.message
    this.status = 'failed'
    return undefined
  }

  #take({ record, quotations }: MatchedQuotations): void {
    this.record = record
    this.items = quotations.map((one) => ({ ...one, id: `${one.start}-${one.end}-${one.claim ?? ''}` }))
    this.status = 'ready'
    if (!this.items.some(({ id }) => id === this.current)) this.current = this.shown[0]?.id
  }

  setFilter(filter: QuotesFilter): void {
    this.filter = filter
    if (!this.focused) this.current = this.shown[0]?.id
  }

  open(id: string): void {
    this.current = id
    this.#say()
  }

  step(direction: 1 | -1): void {
    const { shown } = this
    const at = shown.findIndex(({ id }) => id === this.current)
    const next = shown[at < 0 ? 0 : Math.max(0, Math.min(shown.length - 1, at + direction))]
    if (next) this.open(next.id)
  }

  /** The record on the quotation's claim, with the place; a suggestion is accepted on the way. One step to undo. */
  async cite(item: QuotationItem): Promise<void> {
    if (this.source === undefined || item.match.outcome === 'not-found' || this.citedOn(item)) return
    const after = this.#after(item)
    if (await this.document.do(citeRecord(item, this.standing(item), this.source))) this.#go(item, after)
  }

  /** The same for all that the record bears out, as one step. */
  async citeAll(): Promise<void> {
    const { source, plain } = this
    if (source === undefined || plain.length === 0) return
    const commands = plain.map((item) => citeRecord(item, this.standing(item), source))
    const label = t('matcher.citeAll', { n: plain.length })
    const saved = await this.document.do({ op: 'batch', label, commands })
    if (!saved) return
    this.app.notices.info(t('matcher.citedAll', { n: commands.length }), undoing(this.app, this.document, saved))
    if (!this.focused) this.current = this.shown[0]?.id
  }

  /** A flag on words that are not what the record has, with what it has. */
  async flag(item: QuotationItem): Promise<void> {
    if (this.flagOf(item)) return
    const after = this.#after(item)
    const { start, end, match } = item
    const record = this.#recordSource?.citation ?? this.record?.fileName ?? ''
    const place = match.locator ?? ''
    const said = match.speaker ?? ''
    const words = this.wordsOf(item)
    const command =
      match.outcome === 'not-found'
        ? { reason: 'misquotation' as const, severity: 'query' as const, note: t('matcher.noteNotFound', { record }) }
        : match.otherSpeaker
          ? { reason: 'misattribution' as const, note: t('matcher.noteOtherSpeaker', { said, record, place }) }
          : { reason: 'misquotation' as const, note: t('matcher.noteAltered', { words, record, place }) }
    if (await this.document.do({ op: 'flag', start, end, ...command })) this.#go(item, after)
  }

  get #recordSource(): Source | undefined {
    return this.source === undefined ? undefined : this.document.source(this.source)
  }

  /** What the record has, on one line. */
  wordsOf({ match }: MatchedQuotation): string {
    const text = this.record?.text.text ?? ''
    return match.passages.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' ')).join(' … ')
  }

  /** What comes after an item, while it is still in the list. */
  #after(item: QuotationItem): string | undefined {
    const at = this.shown.findIndex(({ id }) => id === item.id)
    return this.shown[at + 1]?.id
  }

  /** On to the next, unless somebody has moved on meanwhile. */
  #go(item: QuotationItem, after: string | undefined): void {
    if (this.current !== item.id) return
    const next = this.shown.find(({ id }) => id === after) ?? this.shown.at(-1)
    this.current = next?.id
    if (next) this.#say()
    else if (this.filter === 'todo') this.app.announcer.say(t('matcher.allDone'))
  }

  #say(): void {
    const { focused } = this
    if (!focused) return
    const { outcome, locator } = focused.match
    this.app.announcer.say(
      t('matcher.announce', {
        at: this.shown.indexOf(focused) + 1,
        total: this.shown.length,
        outcome: [t(`matcher.outcome.${outcome}`), locator].filter(Boolean).join(', '),
        words: excerpt(this.document.document?.text ?? '', focused, 200),
      }),
    )
  }
}
