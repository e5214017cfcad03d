import { documentVerdict } from '@core/review/verdict'
import { untrack } from 'svelte'
import type { HistoryState, Saved } from '@contract/api'
import type { Client } from '@contract/client'
import type { Command } from '@contract/commands'
import type {
  Annotation,
  Claim,
  Comment,
  Decision,
  Detection,
  Document,
  Flag,
  Highlight,
  Reply,
  Source,
} from '@contract/entities'
import type { Result } from '@contract/result'
import { sourcing, type SourcedSentence } from '@core/review/sourcing'
import { applyChange, emptyReview, reviewState, type ReviewState } from '@core/review/state'
import type { Range } from '@core/text/model'
import { byPlace, IntervalIndex } from '../text/interval-index'
import { annotationMark, proposed, suggestionMark, type Mark, type Proposed } from '../text/marks'
import { placed, without } from '../text/ordered-list'
import type { Notices } from './notices.svelte'

type Kinds = { highlight: Highlight; claim: Claim; flag: Flag; comment: Comment }
type Lists = { readonly [K in keyof Kinds]: readonly Kinds[K][] }

const NO_LISTS: Lists = { highlight: [], claim: [], flag: [], comment: [] }
/** How long the sourcing of a story may lag behind its last change: it reads all of it. */
const SOURCING_DELAY_MS = 40

/** Changes larger than this are cheaper to take over as a whole. */
const MANY_PATCHES = 200

const byAnchor = (a: Annotation, b: Annotation) =>
  a.anchor.start - b.anchor.start || b.anchor.end - a.anchor.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
const range = ({ anchor }: Annotation): Range => ({ start: anchor.start, end: anchor.end })

/**
 * The document that is open: its text, its review, and what follows from both. What the store answers is the truth;
 * nothing is shown as done before it is on disk. The cost of a change is that of the change, whatever the review's size.
 */
export class DocumentState {
  status = $state<'loading' | 'ready' | 'failed'>('loading')
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
  /** All that the detectors proposed, decided or not: by key, and by the id of its place. */
  #proposals = new Map<string, readonly Proposed[]>()
  readonly #items = new Map<string, Proposed>()
  readonly #painters = new Set<(changed: readonly Range[]) => void>()
  /** Changes that came already, by event or by answer, whichever was first. */
  readonly #seen = new Set<string>()
  #queue: Promise<unknown> = Promise.resolve()
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

  async open(): Promise<void> {
    const result = await this.client.call('document.open', { id: this.id })
    if (!result.ok) {
      this.failure = result.error.message
      this.status = 'failed'
      return
    }
    const { document, review, detection, history, savedAt, readOnly, notices } = result.value
    this.#review = reviewState(review)
    this.document = document
    this.history = history
    this.savedAt = savedAt
    this.readOnly = readOnly
    this.#setDetection(detection)
    this.#setLists()
    this.status = 'ready'
    for (const notice of notices) this.notices.warning(notice)
  }

  /** Follows what others do to this document (another window, the terminal). Returns how to stop. */
  listen(): () => void {
    const stop = this.client.on('document.changed', ({ document, saved }) => {
      if (document === this.id) this.#apply(saved)
    })
    return () => {
      stop()
      clearTimeout(this.#sourcingTimer)
    }
  }

  /** Does a command; true once it is on disk. What went wrong is said in a notice. Commands go out one by one. */
  do(command: Command): Promise<Saved | undefined> {
    return this.#send(() => this.client.call('review.do', { document: this.id, command }))
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
    return id !== undefined && this.marks.get(id) ? this.#items.get(id) : undefined
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
        this.notices.problem(result.error)
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
    const before = saved.change.patches.map((patch) => this.#review[patch.collection].get(patch.id))
    applyChange(this.#review, saved.change)
    if (saved.change.patches.length > MANY_PATCHES) {
      this.#setLists()
      this.#paint([{ start: 0, end: this.document?.text.length ?? 0 }])
      return
    }
    const changed: Range[] = []
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
      this.marks.set(annotationMark(after))
      this.#replace(after.kind, placed<Annotation>(this.lists[after.kind], after, byAnchor))
    }
    return [before, after].flatMap((annotation) => (annotation ? [range(annotation)] : []))
  }

  #replace(kind: keyof Kinds, list: readonly Annotation[]): void {
    this.lists = { ...this.lists, [kind]: list }
  }

  #decisionChanged(decision: Decision | undefined): Range[] {
    const items = decision ? (this.#proposals.get(decision.suggestion.key) ?? []) : []
    const open = !this.#isDecided(decision?.suggestion.key)
    for (const item of items) {
      const rest = without(this.suggestions, item, byPlace)
      this.suggestions = open ? placed(rest, item, byPlace) : rest
      if (open) this.marks.set(suggestionMark(item))
      else this.marks.delete(item.id)
    }
    return [...items]
  }

  #isDecided(key: string | undefined): boolean {
    for (const decision of this.#review.decisions.values()) if (decision.suggestion.key === key) return true
    return false
  }

  #setDetection(detection: Detection): void {
    this.detection = detection
    this.#proposals = new Map()
    this.#items.clear()
    for (const suggestion of detection.suggestions) {
      const item = proposed(suggestion)
      this.#items.set(item.id, item)
      this.#proposals.set(item.key, [...(this.#proposals.get(item.key) ?? []), item])
    }
  }

  #setLists(): void {
    const of = <K extends keyof Kinds>(kind: K) =>
      [...this.#review.annotations.values()].filter((a) => a.kind === kind).sort(byAnchor) as unknown as Kinds[K][]
    this.lists = { highlight: of('highlight'), claim: of('claim'), flag: of('flag'), comment: of('comment') }
    const decided = new Set([...this.#review.decisions.values()].map((decision) => decision.suggestion.key))
    const open = [...this.#proposals].flatMap(([key, items]) => (decided.has(key) ? [] : items))
    this.suggestions = open.sort(byPlace)
    this.marks.clear()
    for (const annotation of this.#review.annotations.values()) this.marks.set(annotationMark(annotation))
    for (const item of this.suggestions) this.marks.set(suggestionMark(item))
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
      const annotations = [...this.#review.annotations.values()]
      this.sentences = sourcing(this.detection, { annotations, decisions: [...this.#review.decisions.values()] })
    }, SOURCING_DELAY_MS)
  }
}
