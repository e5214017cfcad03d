import { documentVerdict } from '@core/review/verdict'
import { untrack } from 'svelte'
import type { DocumentRest, HistoryState, Saved } from '@contract/api'
import type { Client } from '@contract/client'
import type { Command } from '@contract/commands'
import type { Annotation, Claim, Decision, Detection, Document, Reply, Source } from '@contract/entities'
import type { Result } from '@contract/result'
import { sourcing, type SourcedSentence } from '@core/review/sourcing'
import { applyChange, emptyReview, reviewState, type ReviewState } from '@core/review/state'
import type { Range } from '@core/text/model'
import { afterPaint } from '../text/after-paint'
import { byAnchor, listsOf, NO_LISTS, type Kinds, type Lists } from '../text/annotation-lists'
import { byPlace, IntervalIndex } from '../text/interval-index'
import { annotationMark, suggestionMark, type Mark, type Proposed } from '../text/marks'
import { placed, without } from '../text/ordered-list'
import type { Notices } from './notices.svelte'
import { PendingMarks } from './pending-marks'
import { decidedKeys, Proposals } from './proposals'

/** How long the sourcing of a story may lag behind its last change: it reads all of it. */
const SOURCING_DELAY_MS = 40

/** Changes larger than this are cheaper to take over as a whole. */
const MANY_PATCHES = 200

const range = ({ anchor }: Annotation): Range => ({ start: anchor.start, end: anchor.end })

/**
 * The document that is open: its text, its review, and what follows from both. What the store answers is the truth;
 * nothing is shown as done before it is on disk. The cost of a change is that of the change, whatever the review's size.
 */
export class DocumentState {
  status = $state<'loading' | 'ready' | 'failed'>('loading')
  /** False while a long story's review is still on its way: the text and what is near are there. */
  complete = $state(false)
  document = $state.raw<Document>()
  detection = $state.raw<Detection>({ version: '', suggestions: [], sentences: [] })
  history = $state.raw<HistoryState>({})
  savedAt = $state<string>()
  /** Edits on their way to the disk. */
  saving = $state(0)
  readOnly = $state<string>()
  /** What the last opening had to say, until it is closed. */
  failure = $state<string>()

  /** Annotations by kind, in the order of the text. */
  lists = $state.raw<Lists>(NO_LISTS)
  /** Suggestions that nobody has decided on, in the order of the text. */
  suggestions = $state.raw<readonly Proposed[]>([])
  sources = $state.raw<readonly Source[]>([])
  /** Newest first. */
  decisions = $state.raw<readonly Decision[]>([])
  replies = $state.raw<ReadonlyMap<string, readonly Reply[]>>(new Map())
  sentences = $state.raw<readonly SourcedSentence[]>([])
  /** Raised by every change, for what reads the maps. */
  version = $state(0)

  /** The annotation or suggestion that text, margin and inspector all point to. */
  focus = $state<string>()
  hover = $state<string>()

  readonly marks = new IntervalIndex<Mark>()
  #review: ReviewState = reviewState(emptyReview(''))
  readonly #proposals = new Proposals()
  readonly #painters = new Set<(changed: readonly Range[]) => void>()
  /** Changes that came already, by event or by answer, whichever was first. */
  readonly #seen = new Set<string>()
  #queue: Promise<unknown> = Promise.resolve()
  /** Changes that were told before the document was there. */
  readonly #early: Saved[] = []
  /** Drawn, and on their way to the disk. */
  readonly #pending = new PendingMarks()
  /** Ids of what was changed since the document was begun. */
  readonly #touched = new Set<string>()
  #left = false
  #sourcingTimer: ReturnType<typeof setTimeout> | undefined

  constructor(
    readonly id: string,
    private readonly client: Client,
    private readonly notices: Notices,
  ) {}

  readonly counts = $derived({
    suggestions: this.suggestions.length,
    claims: this.lists.claim.length,
    sourced: this.lists.claim.filter((claim) => claim.citations.length > 0).length,
    openFlags: this.lists.flag.filter((flag) => flag.resolution === 'open').length,
    mustFix: this.lists.flag.filter((flag) => flag.resolution === 'open' && flag.severity === 'must-fix').length,
    comments: this.lists.comment.length,
    openComments: this.lists.comment.filter((comment) => !comment.resolved).length,
    highlights: this.lists.highlight.length,
  })
  readonly verdict = $derived.by(() => {
    void this.version
    const { verdicts, annotations, decisions } = this.#review
    return documentVerdict(verdicts.values(), annotations.size + decisions.size > 0)
  })
  /** Everything the text bears, in its order: what next and previous step through. */
  readonly annotations = $derived<readonly Annotation[]>(
    [...this.lists.highlight, ...this.lists.claim, ...this.lists.flag, ...this.lists.comment].sort(byAnchor),
  )

  /** @param at where reading begins: of a long story, what is near it comes first */
  async open(at = 0): Promise<void> {
    const result = await this.client.call('document.begin', { id: this.id, at })
    if (!result.ok) {
      this.failure = result.error.message
      this.status = 'failed'
      return
    }
    const { document, review, detection, history, savedAt, readOnly, notices, opening } = result.value
    this.#review = reviewState(review)
    this.document = document
    this.history = history
    this.savedAt = savedAt
    this.readOnly = readOnly
    this.#setDetection(detection)
    this.complete = opening === undefined
    this.status = 'ready'
    for (const saved of this.#early.splice(0)) if (saved.savedAt > savedAt) this.#apply(saved)
    for (const notice of notices) this.notices.warning(notice)
    if (opening !== undefined) afterPaint(() => void this.#openRest(opening))
  }

  /** Part by part, each a short piece of work, while the next one is on its way. */
  async #openRest(opening: string): Promise<void> {
    const ask = (part: number) => this.client.call('document.rest', { id: this.id, opening, part })
    const coming: Detection = { version: '', suggestions: [], sentences: [] }
    let answer: Promise<Result<DocumentRest>> | undefined = ask(0)
    while (answer) {
      const result: Result<DocumentRest> = await answer
      if (this.#left) return
      if (!result.ok) {
        this.notices.problem(result.error)
        break
      }
      const { next, version, suggestions, sentences }: DocumentRest = result.value
      answer = next === undefined ? undefined : ask(next)
      this.#take(result.value)
      coming.version = version ?? coming.version
      coming.suggestions.push(...suggestions)
      coming.sentences.push(...sentences)
      // Between two parts the window takes keys and draws.
      await new Promise((resolve) => setTimeout(resolve))
    }
    this.detection = coming
    this.#setLists()
    this.complete = true
  }

  #take({ annotations, replies, decisions, suggestions }: DocumentRest): void {
    const { annotations: known, replies: threads, decisions: decided } = this.#review
    for (const annotation of annotations) {
      // What was changed since the story was begun is known better.
      if (known.has(annotation.id) || this.#touched.has(annotation.id)) continue
      known.set(annotation.id, annotation)
      this.#mark(annotation)
    }
    for (const reply of replies) if (!this.#touched.has(reply.id)) threads.set(reply.id, reply)
    for (const decision of decisions) if (!this.#touched.has(decision.id)) decided.set(decision.id, decision)
    const done = decidedKeys(suggestions.length > 0 ? decided.values() : [])
    for (const suggestion of suggestions) {
      const item = this.#proposals.add(suggestion)
      if (!done.has(item.key)) this.marks.set(suggestionMark(item))
    }
    const ranges = [...annotations.map(range), ...suggestions]
    if (ranges.length === 0) return
    const end = ranges.reduce((most, one) => Math.max(most, one.end), 0)
    this.#paint([{ start: Math.min(...ranges.map(({ start }) => start)), end }])
  }

  /** Follows what others do to this document (another window, the terminal). Returns how to stop. */
  listen(): () => void {
    const stopRules = this.client.on('rules.changed', () => void this.#suggestAgain())
    const stop = this.client.on('document.changed', ({ document, saved }) => {
      if (document !== this.id) return
      if (this.status === 'loading') this.#early.push(saved)
      else this.#apply(saved)
    })
    return () => {
      this.#left = true
      stop()
      stopRules()
      clearTimeout(this.#sourcingTimer)
    }
  }

  /** House rules changed, and with them what is proposed; the review stays as it is. */
  async #suggestAgain(): Promise<void> {
    const result = await this.client.call('document.open', { id: this.id })
    if (this.#left || !result.ok) return
    this.#setDetection(result.value.detection)
    this.#paint([{ start: 0, end: this.document?.text.length ?? 0 }])
  }

  /**
   * Does a command; true once it is on disk. What went wrong is said in a notice. Commands go out one by one. A new mark
   * is drawn at once, as one that is pending.
   */
  async do(command: Command): Promise<Saved | undefined> {
    const pending = this.document && this.#pending.add(command, this.document)
    if (pending) {
      this.marks.set(pending)
      this.#paint([pending])
    }
    const saved = await this.#send(() => this.client.call('review.do', { document: this.id, command }))
    if (pending) this.#paint(this.#settle(pending))
    return saved
  }

  #settle(mark: Mark): Range[] {
    return this.#pending.settle(mark) && this.marks.delete(mark.id) ? [mark] : []
  }

  undo(): Promise<Saved | undefined> {
    return this.#send(() => this.client.call('review.undo', { document: this.id }))
  }

  redo(): Promise<Saved | undefined> {
    return this.#send(() => this.client.call('review.redo', { document: this.id }))
  }

  annotation(id: string | undefined): Annotation | undefined {
    void this.version
    return id === undefined ? undefined : this.#review.annotations.get(id)
  }

  source(id: string): Source | undefined {
    void this.version
    return this.#review.sources.get(id)
  }

  suggestion(id: string | undefined): Proposed | undefined {
    void this.suggestions
    return id !== undefined && this.marks.get(id) ? this.#proposals.get(id) : undefined
  }

  /** Where the annotation or suggestion stands. */
  rangeOf(id: string): Range | undefined {
    return this.marks.get(id)
  }

  claimsCiting(source: string): readonly Claim[] {
    return this.lists.claim.filter((claim) => claim.citations.some((citation) => citation.source === source))
  }

  /** Calls the painter with the stretches whose marks changed. Returns how to stop. */
  onMarks(painter: (changed: readonly Range[]) => void): () => void {
    this.#painters.add(painter)
    return () => this.#painters.delete(painter)
  }

  async #send(call: () => Promise<Result<Saved>>): Promise<Saved | undefined> {
    this.saving++
    const sent = this.#queue.then(call)
    this.#queue = sent.catch(() => undefined)
    try {
      const result = await sent
      if (!result.ok) {
        this.notices.unkept(result.error)
        return undefined
      }
      this.#apply(result.value)
      return result.value
    } finally {
      this.saving--
    }
  }

  /** Every change comes twice, as an answer and as an event, in either order. */
  #apply(saved: Saved): void {
    const stamp = `${saved.change.id} ${saved.savedAt}`
    if (this.#seen.has(stamp)) return
    this.#seen.add(stamp)
    // An answer that was overtaken by a later change has nothing to add to how things stand now.
    if (this.savedAt === undefined || saved.savedAt >= this.savedAt) {
      this.history = saved.history
      this.savedAt = saved.savedAt
    }
    if (saved.change.revision) return // Another text: whoever shows this one opens it anew.
    const before = saved.change.patches.map((patch) => this.#review[patch.collection].get(patch.id))
    if (!this.complete) for (const { id } of saved.change.patches) this.#touched.add(id)
    applyChange(this.#review, saved.change)
    if (saved.change.patches.length > MANY_PATCHES) {
      this.#setMarks()
      this.#setLists()
      this.#paint([{ start: 0, end: this.document?.text.length ?? 0 }])
      return
    }
    // The event may come before the answer: the mark that was pending is then this one.
    const changed = saved.change.patches.flatMap(({ after, before }) => {
      const made = after && !before && 'anchor' in after ? after : undefined
      const waiting = made && this.#pending.of(made)
      return waiting ? this.#settle(waiting) : []
    })
    saved.change.patches.forEach((patch, index) => {
      if (patch.collection === 'annotations')
        changed.push(...this.#annotationChanged(before[index] as Annotation | undefined, patch.after))
      else if (patch.collection === 'decisions')
        changed.push(...this.#decisionChanged((patch.after ?? before[index]) as Decision | undefined))
    })
    const touched = new Set(saved.change.patches.map((patch) => patch.collection))
    if (touched.has('sources')) this.#setSources()
    if (touched.has('decisions')) this.#setDecisions()
    if (touched.has('replies')) this.#setReplies()
    this.version++
    this.#paint(changed)
    this.#resource()
  }

  #annotationChanged(before: Annotation | undefined, after: Annotation | undefined): Range[] {
    if (before) {
      this.marks.delete(before.id)
      this.#replace(before.kind, without<Annotation>(this.lists[before.kind], before, byAnchor))
    }
    if (after) {
      this.#mark(after)
      this.#replace(after.kind, placed<Annotation>(this.lists[after.kind], after, byAnchor))
    }
    return [before, after].flatMap((annotation) => (annotation ? [range(annotation)] : []))
  }

  #replace(kind: keyof Kinds, list: readonly Annotation[]): void {
    this.lists = { ...this.lists, [kind]: list }
  }

  #decisionChanged(decision: Decision | undefined): Range[] {
    const items = decision ? this.#proposals.ofKey(decision.suggestion.key) : []
    const open = !decidedKeys(this.#review.decisions.values()).has(decision?.suggestion.key ?? '')
    for (const item of items) {
      const rest = without(this.suggestions, item, byPlace)
      this.suggestions = open ? placed(rest, item, byPlace) : rest
      if (open) this.marks.set(suggestionMark(item))
      else this.marks.delete(item.id)
    }
    return [...items]
  }

  #setDetection(detection: Detection): void {
    this.detection = detection
    this.#proposals.clear()
    for (const suggestion of detection.suggestions) this.#proposals.add(suggestion)
    this.#setMarks()
    this.#setLists()
  }

  #setMarks(): void {
    this.marks.clear()
    this.#pending.clear()
    for (const annotation of this.#review.annotations.values()) this.#mark(annotation)
    for (const item of this.#proposals.open(this.#review.decisions.values())) this.marks.set(suggestionMark(item))
  }

  /** One that found no place in this text is listed, and stands nowhere. */
  #mark(annotation: Annotation): void {
    if (annotation.revision === this.document?.revision) this.marks.set(annotationMark(annotation))
  }

  #setLists(): void {
    this.lists = listsOf(this.#review.annotations.values())
    this.suggestions = this.#proposals.open(this.#review.decisions.values())
    this.#setSources()
    this.#setDecisions()
    this.#setReplies()
    this.version++
    this.#resource()
  }

  #setSources(): void {
    this.sources = [...this.#review.sources.values()]
  }

  #setDecisions(): void {
    this.decisions = [...this.#review.decisions.values()].sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1))
  }

  #setReplies(): void {
    const threads = new Map<string, Reply[]>()
    for (const reply of this.#review.replies.values()) {
      const thread = threads.get(reply.annotation)
      if (thread) thread.push(reply)
      else threads.set(reply.annotation, [reply])
    }
    this.replies = threads
  }

  #paint(changed: readonly Range[]): void {
    if (changed.length > 0) for (const painter of this.#painters) untrack(() => painter(changed))
  }

  /** After the paint, and once for a burst of changes. */
  #resource(): void {
    clearTimeout(this.#sourcingTimer)
    this.#sourcingTimer = setTimeout(() => {
      const annotations = [...this.#review.annotations.values()].filter((one) => this.marks.get(one.id))
      this.sentences = sourcing(this.detection, { annotations, decisions: [...this.#review.decisions.values()] })
    }, SOURCING_DELAY_MS)
  }
}
