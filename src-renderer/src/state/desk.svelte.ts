import { createContext } from 'svelte'
import type { Command } from '@contract/commands'
import type { Annotation } from '@contract/entities'
import { publishGate } from '@core/review/publish-gate'
import type { Range, Sentence } from '@core/text/model'
import { sentencesOf } from '@core/text/sentences'
import { announcementOf } from '../features/reader/descriptions'
import { t } from '../messages'
import { sentenceAt } from '../text/caret'
import type { AppState } from './app.svelte'
import { DocumentState } from './document.svelte'
import { FindState } from './find.svelte'
import { QuotesState } from './quotes.svelte'
import { ReviewRun } from './review-run.svelte'
import { SelectionState } from './selection.svelte'

/** What the claims desk shows in the place of the text. */
export type LedgerTab = 'claims' | 'voices' | 'sources' | 'quotations' | 'gate'
export type InspectorTab = 'suggestions' | 'claims' | 'flags' | 'notes' | 'sources' | 'history'

/** What a list of the inspector shows; each list knows some of these. */
export type ListFilter =
  'all' | 'open' | 'settled' | 'unsourced' | 'unchecked' | 'must-fix' | 'comments' | 'highlights' | 'mine'
export type ListOrder = 'text' | 'newest' | 'status'

/** What the reader can be asked to do; it puts itself here while it is shown. */
export interface ReaderControls {
  /** Brings the range to the upper third of the window, unless `nearest` and it is in sight already. */
  scrollTo(range: Range, how?: 'third' | 'nearest' | 'top'): void
  /** Puts the keyboard into the article. */
  focus(): void
  /** Selects in the page what the selection state holds. */
  showSelection(): void
}

const TABS: Record<Annotation['kind'], InspectorTab> = {
  claim: 'claims',
  flag: 'flags',
  comment: 'notes',
  highlight: 'notes',
}

/** The desk around one open document: what is selected, in focus, shown; and the ways between them. */
export class DeskState {
  readonly document: DocumentState
  readonly selection = new SelectionState()
  readonly run: ReviewRun
  readonly find: FindState
  readonly quotes: QuotesState
  tab = $state<InspectorTab>('suggestions')
  /** The claims desk is in the place of the text. */
  ledger = $state<LedgerTab>()
  listFilter = $state<ListFilter>('all')
  listOrder = $state<ListOrder>('text')
  openSource = $state<string>()
  /** The text in sight, as offsets. */
  inSight = $state.raw<Range>({ start: 0, end: 0 })
  /** The range of the signal that is pointed at in an explanation. */
  signal = $state.raw<Range>()
  reader: ReaderControls | undefined
  /** Presses of the accepting key that wait for their turn. */
  waiting = 0
  #sentences: readonly Sentence[] | undefined
  #accepting: Promise<void> = Promise.resolve()

  constructor(
    readonly app: AppState,
    id: string,
  ) {
    this.document = new DocumentState(id, app.client, app.notices)
    this.quotes = new QuotesState(app, this.document)
    this.run = new ReviewRun(this.document, (item) => this.reader?.scrollTo(item))
    this.find = new FindState(this.document, (range) => this.reader?.scrollTo(range, 'nearest'))
  }

  /** What still stands between this story and “cleared”. */
  readonly gate = $derived.by(() =>
    publishGate(
      { annotations: [...this.document.annotations], decisions: [...this.document.decisions] },
      this.document.detection,
      this.document.document?.revision ?? 1,
    ),
  )

  get text(): string {
    return this.document.document?.text ?? ''
  }

  /** Of the whole text, divided on first use. */
  get sentences(): readonly Sentence[] {
    const { document } = this.document
    if (!document) return []
    this.#sentences ??= sentencesOf(document.text, document.blocks, document.language)
    return this.#sentences
  }

  /** Puts an annotation or a suggestion in focus: ringed in the text, opened in the inspector. */
  show(id: string, { scroll = true, announce = true }: { scroll?: boolean; announce?: boolean } = {}): void {
    const { document } = this
    document.focus = id
    const annotation = document.annotation(id)
    this.openTab(annotation ? TABS[annotation.kind] : 'suggestions')
    const range = document.rangeOf(id)
    if (range && scroll) this.reader?.scrollTo(range, 'nearest')
    if (announce) this.app.announcer.say(announcementOf(document, id))
  }

  /** Leaves a list for the words themselves. */
  jumpToText(range: Range): void {
    this.selection.set(range.start, range.start)
    this.selection.byKeys = true
    this.reader?.scrollTo(range)
    this.reader?.focus()
  }

  startRun(): void {
    this.openTab('suggestions')
    this.run.start()
    const { current, queue } = this.run
    this.app.announcer.say(current ? announcementOf(this.document, current.id) : t('desk.nothingToReview'))
    if (queue.length === 0) this.run.leave()
  }

  /** To the next suggestion of the queue, whether a run is on or not. */
  stepRun(direction: 1 | -1): void {
    this.openTab('suggestions')
    this.run.step(direction)
    if (this.run.current) this.app.announcer.say(announcementOf(this.document, this.run.current.id))
  }

  /** Accepts the suggestion in focus and goes on to the next; says what it is at then. */
  acceptFocused(): Promise<void> {
    // Keys come faster than decisions are kept: each press takes its turn, on what is in focus then.
    this.waiting++
    return (this.#accepting = this.#accepting
      .then(() => this.#acceptNext())
      .catch(() => {})
      .finally(() => this.waiting--))
  }

  async #acceptNext(): Promise<void> {
    const item = this.document.suggestion(this.document.focus)
    if (!item) return
    await this.run.accept(item)
    const { current, finished } = this.run
    if (current) this.app.announcer.say(announcementOf(this.document, current.id))
    else if (finished) this.app.announcer.say(t('desk.runDone'))
  }

  /** Opens a source in its list. */
  showSource(id: string): void {
    this.openTab('sources')
    this.openSource = id
  }

  /** Another list begins unfiltered: what is in focus has to be in it. */
  openTab(tab: InspectorTab, filter: ListFilter = 'all'): void {
    if (tab === this.tab && filter === 'all') return
    this.tab = tab
    this.listFilter = filter
  }

  /** Takes an annotation or source away, with a way back for as long as nothing else was changed. */
  async remove(command: Extract<Command, { op: 'remove' | 'remove-source' }>, message: string): Promise<void> {
    const { document, app } = this
    const saved = await document.do(command)
    if (!saved) return
    if (document.focus === command.id) document.focus = undefined
    app.notices.info(message, {
      label: t('common.undo'),
      run: () => {
        if (document.savedAt === saved.savedAt) void document.undo()
        else app.notices.info(t('desk.undoInOrder'))
      },
    })
  }

  /** The next or previous annotation, from the one in focus or else from where one reads. */
  step(direction: 1 | -1): void {
    const { focus } = this.document
    // One that has no place in this text is in the lists, and nowhere to step to.
    const annotations = this.document.annotations.filter(({ id }) => this.document.rangeOf(id))
    if (annotations.length === 0) {
      this.app.announcer.say(t('desk.noAnnotations'))
      return
    }
    const at = annotations.findIndex((annotation) => annotation.id === focus)
    const from = this.selection.head ?? this.inSight.start
    const near = annotations.findIndex((annotation) => annotation.anchor.start >= from)
    const first = direction > 0 ? near : (near < 0 ? annotations.length : near) - 1
    const to = at >= 0 ? at + direction : first
    const next = annotations[(to + annotations.length) % annotations.length]
    if (!next) return
    // The caret comes along, so that the next key means these words.
    this.selection.set(next.anchor.start, next.anchor.start)
    this.selection.tool = undefined
    this.show(next.id)
  }

  /** Selects the sentence at the caret, or the one before or after the selected one. */
  selectSentence(step: -1 | 0 | 1 = 0): void {
    const { selection, sentences } = this
    const at = selection.range?.start ?? selection.head ?? this.inSight.start
    const current = sentenceAt(sentences, at)
    if (!current) return
    const index = sentences.indexOf(current as Sentence)
    const isSelected = selection.range?.start === current.start && selection.range.end === current.end
    const wanted = sentences[index + (isSelected ? step : Math.min(step, 0))] ?? current
    selection.set(wanted.start, wanted.end)
    selection.tool = { kind: 'choose' }
    this.reader?.scrollTo(wanted, 'nearest')
    this.reader?.showSelection()
    this.app.announcer.say(this.text.slice(wanted.start, wanted.end))
  }

  goToBlock(number: number): void {
    const block = this.document.document?.blocks[number - 1]
    if (!block) return
    this.selection.set(block.start, block.start)
    this.selection.byKeys = true
    this.reader?.scrollTo(block)
    this.reader?.focus()
  }
}

export const [getDesk, setDesk] = createContext<DeskState>()
