import { createContext } from 'svelte'
import type { Annotation } from '@contract/entities'
import type { Range, Sentence } from '@core/text/model'
import { sentencesOf } from '@core/text/sentences'
import { announcementOf } from '../features/reader/descriptions'
import { t } from '../messages'
import { sentenceAt } from '../text/caret'
import type { AppState } from './app.svelte'
import { DocumentState } from './document.svelte'
import { FindState } from './find.svelte'
import { ReviewRun } from './review-run.svelte'
import { SelectionState } from './selection.svelte'

export type InspectorTab = 'suggestions' | 'claims' | 'flags' | 'notes' | 'sources' | 'history'

/** What the reader can be asked to do; it puts itself here while it is shown. */
export interface ReaderControls {
  /** Brings the range to the upper third of the window, unless `nearest` and it is in sight already. */
  scrollTo(range: Range, how?: 'third' | 'nearest'): void
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
  tab = $state<InspectorTab>('suggestions')
  /** The text in sight, as offsets. */
  inSight = $state.raw<Range>({ start: 0, end: 0 })
  /** The range of the signal that is pointed at in an explanation. */
  signal = $state.raw<Range>()
  reader: ReaderControls | undefined
  #sentences: readonly Sentence[] | undefined

  constructor(
    readonly app: AppState,
    id: string,
  ) {
    this.document = new DocumentState(id, app.client, app.notices)
    this.run = new ReviewRun(this.document, (item) => this.reader?.scrollTo(item))
    this.find = new FindState(this.document, (range) => this.reader?.scrollTo(range, 'nearest'))
  }

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
    this.tab = annotation ? TABS[annotation.kind] : 'suggestions'
    const range = document.rangeOf(id)
    if (range && scroll) this.reader?.scrollTo(range, 'nearest')
    if (announce) this.app.announcer.say(announcementOf(document, id))
  }

  /** The next or previous annotation, from the one in focus or else from where one reads. */
  step(direction: 1 | -1): void {
    const { annotations, focus } = this.document
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
    if (next) this.show(next.id)
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
