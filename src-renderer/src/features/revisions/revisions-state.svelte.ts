import { createContext } from 'svelte'
import type { ImportFile } from '@contract/api'
import type { Brought, Hunk, Proposal, Revision, RevisionInfo } from '@contract/revisions'
import { asRevision } from '@core/review/readings'
import type { Range } from '@core/text/model'
import { t } from '../../messages'
import type { AppState } from '../../state/app.svelte'
import { DocumentState } from '../../state/document.svelte'
import { comparisonMarks } from './comparison-marks'
import { choicesOf, commandsFor, placeCommands, type Choice } from './decisions'
import { announce } from './item-words'
import { afterward, CONCERNS, itemsOf, shownItems, type Concern, type Item } from './items'
import { SeenBrought } from './seen-brought'

/** Two texts and how they differ. */
export interface Comparison {
  readonly from: Revision
  readonly to: Revision
  readonly hunks: readonly Hunk[]
}

/** The texts of a story compared, and the walk through what a later one, or a merge, did to what was said of it. */
export class RevisionsState {
  readonly document: DocumentState
  revisions = $state.raw<readonly RevisionInfo[]>([])
  brought = $state.raw<Brought>()
  comparison = $state.raw<Comparison>()
  /** Whether it is known what there is: texts, and what became of what was said. */
  ready = $state(false)
  adding = $state(false)
  proposals = $state.raw<ReadonlyMap<string, Proposal | undefined>>(new Map())
  concern = $state<Concern>()
  current = $state<string>()
  /** The annotation that is being given a place by hand, and the words that are chosen for it. */
  placing = $state<string>()
  picked = $state.raw<Range>()
  onlyChanges = $state(false)
  #seen = $state.raw<ReadonlySet<string>>(new Set())
  readonly #kept = new SeenBrought(localStorage)
  #asked = 0

  constructor(
    readonly app: AppState,
    readonly id: string,
  ) {
    this.document = new DocumentState(id, app.client, app.notices)
  }

  readonly revision = $derived.by(() => this.document.document?.revision ?? 1)
  /** Whether the later text that is shown is the one that is worked on. */
  readonly isNow = $derived.by(() => this.comparison?.to.number === this.revision)
  readonly items = $derived.by(() =>
    this.ready
      ? itemsOf({
          revision: this.revision,
          hunks: this.isNow ? this.comparison?.hunks : undefined,
          annotations: this.document.annotations,
          suggestions: this.document.suggestions,
          replies: this.document.replies.values(),
          proposals: this.proposals,
          brought: this.brought,
          seen: this.#seen,
        })
      : [],
  )
  readonly shown = $derived.by(() => shownItems(this.items, this.concern))
  readonly counts = $derived.by(() =>
    CONCERNS.flatMap((concern) => {
      const n = this.items.filter((item) => item.concern === concern).length
      return n > 0 ? [{ concern, n }] : []
    }),
  )
  readonly item = $derived.by(() => this.shown.find(({ id }) => id === this.current))
  readonly left = $derived.by(() => this.items.filter((item) => !item.settled).length)
  readonly marks = $derived.by(() => this.comparison && comparisonMarks(this.comparison, this.document.annotations))

  async open(): Promise<void> {
    const opening = this.document.open()
    const listed = await this.app.client.call('document.revisions', { id: this.id })
    if (!listed.ok) {
      await opening
      // A story that is not there has said so already.
      return this.document.status === 'ready' ? this.app.notices.problem(listed.error) : undefined
    }
    this.revisions = listed.value.revisions
    this.brought = listed.value.brought
    if (this.brought) this.#seen = this.#kept.of(this.id, this.brought.change)
    const [from, to] = this.revisions.slice(-2)
    await Promise.all([
      from && to ? this.compare(from.number, to.number, opening) : opening,
      to ? this.#findOrphans() : undefined,
    ])
    this.ready = this.document.status === 'ready'
    this.current ??= this.shown[0]?.id
  }

  /** @param opening of the document, whose text is the newest of them */
  async compare(from: number, to: number, opening?: Promise<void>): Promise<void> {
    const asked = ++this.#asked
    const { client, notices } = this.app
    const ask = (number: number) => client.call('document.revision', { id: this.id, number })
    const isNewest = to === this.revisions.at(-1)?.number
    const [before, hunks, after] = await Promise.all([
      ask(from),
      client.call('document.compare', { id: this.id, from, to }),
      isNewest ? undefined : ask(to),
      opening,
    ])
    const now = this.document.document
    if (asked !== this.#asked) return
    const failed = [hunks, before, after].find((result) => result && !result.ok)
    if (failed && !failed.ok) return notices.problem(failed.error)
    const later = after?.ok ? after.value : now && asRevision(now)
    if (hunks.ok && before.ok && later) this.comparison = { from: before.value, to: later, hunks: hunks.value }
  }

  async #findOrphans(): Promise<void> {
    const found = await this.app.client.call('document.orphans', { id: this.id })
    if (found.ok) this.proposals = new Map(found.value.map(({ id, proposal }) => [id, proposal]))
    else this.app.notices.problem(found.error)
  }

  /** Shows what has one concern, or with none what is left to decide. */
  choose(concern: Concern | undefined): void {
    this.concern = concern
    if (!this.item) this.current = this.shown[0]?.id
    this.#say()
  }

  show(id: string): void {
    this.current = id
    this.#say()
  }

  /** What an annotation or suggestion that was clicked in the text is about. */
  showMark(id: string): void {
    const found = this.items.find((item) => subjectOf(item) === id)
    if (!found) return
    if (!this.shown.includes(found)) this.concern = found.concern
    this.show(found.id)
  }

  step(direction: 1 | -1): void {
    const at = this.shown.findIndex(({ id }) => id === this.current)
    const to = at < 0 ? 0 : Math.max(0, Math.min(this.shown.length - 1, at + direction))
    const item = this.shown[to]
    if (item) this.show(item.id)
  }

  /** Does what one of an item's choices says, and goes on to what is left. */
  async decide(item: Item, choice: Choice): Promise<void> {
    const before = this.shown
    if (item.concern === 'theirs') this.#see(item.brought.id)
    else if (!(await this.#do(commandsFor(item, choice), t(`revisions.choice.${choice}`)))) return
    this.#goOn(before, item.id)
  }

  async yes(): Promise<void> {
    const choice = this.item && choicesOf(this.item).yes
    if (this.item && choice) await this.decide(this.item, choice)
  }

  async no(): Promise<void> {
    const choice = this.item && choicesOf(this.item).no
    if (this.item && choice) await this.decide(this.item, choice)
  }

  /** Begins to choose the words that an annotation belongs to. */
  place(item: Item | undefined = this.item): void {
    if (!item || !canBePlaced(item)) return
    this.placing = item.annotation.id
    this.picked = item.concern === 'orphaned' ? item.proposal : item.annotation.anchor
    this.app.announcer.say(t('revisions.placingHelp'))
  }

  /** Puts it on the words that are chosen. */
  async put(): Promise<void> {
    const [annotation, range] = [this.document.annotation(this.placing), this.picked]
    if (!annotation || !range) return this.app.announcer.say(t('revisions.nothingPicked'))
    const before = this.shown
    if (!(await this.#do(placeCommands(annotation, this.revision, range), t('revisions.choice.place')))) return
    this.stopPlacing()
    this.app.announcer.say(t('revisions.placed'))
    this.#goOn(before, annotation.id)
  }

  stopPlacing(): void {
    this.placing = undefined
    this.picked = undefined
  }

  /** Takes the last change back and returns to what it was about. */
  async undo(): Promise<void> {
    const saved = await this.document.undo()
    if (!saved || saved.change.revision) return
    await this.#findOrphans()
    const touched = new Set(saved.change.patches.map(({ id }) => id))
    const keys = new Set(
      saved.change.patches.flatMap((patch) => {
        const decision = patch.collection === 'decisions' ? (patch.before ?? patch.after) : undefined
        return decision ? [decision.suggestion.key] : []
      }),
    )
    const about = this.items.find((item) =>
      item.concern === 'new' ? keys.has(item.suggestion.key) : touched.has(subjectOf(item) ?? ''),
    )
    if (about) this.show(about.id)
  }

  /** A later text of the story. What it did is shown when the screen is opened anew with it. */
  async add(file: ImportFile): Promise<void> {
    this.adding = true
    const { app } = this
    const result = await app.tasks.run(t('revisions.adding'), (task) =>
      app.client.call('document.revise', { id: this.id, file, task }),
    )
    this.adding = false
    if (!result.ok) return app.notices.problem(result.error)
    const { revision, outcomes, notices } = result.value
    const count = (kind: string) => outcomes.filter(({ outcome }) => outcome === kind).length
    const counts = { same: count('same'), moved: count('moved'), edited: count('edited'), orphaned: count('orphaned') }
    app.notices.info(t(outcomes.length > 0 ? 'revisions.added' : 'revisions.addedBare', { n: revision, ...counts }))
    for (const notice of notices) app.notices.info(notice)
  }

  async #do(commands: ReturnType<typeof commandsFor>, label: string): Promise<boolean> {
    const [first] = commands
    if (!first) return true
    const saved = await this.document.do(
      commands.length === 1 ? first : { op: 'batch', label, commands: [...commands] },
    )
    return saved !== undefined
  }

  #see(id: string): void {
    if (!this.brought) return
    this.#seen = new Set([...this.#seen, id])
    this.#kept.set(this.id, this.brought.change, this.#seen)
  }

  #goOn(before: readonly Item[], gone: string): void {
    if (this.shown.some(({ id }) => id === gone)) return this.#say()
    this.current = afterward(before, this.shown, gone)?.id
    this.#say()
  }

  #say(): void {
    const at = this.shown.findIndex(({ id }) => id === this.current)
    const item = this.shown[at]
    this.app.announcer.say(item ? announce(item, at + 1, this.shown.length, this) : t('revisions.allDone'))
  }
}

type Placeable = Extract<Item, { concern: 'same' | 'moved' | 'edited' | 'orphaned' }>

/** Whether it is about an annotation that may be given another place. */
export function canBePlaced(item: Item): item is Placeable {
  return ['same', 'moved', 'edited', 'orphaned'].includes(item.concern)
}

/** The id that marks and patches have for what an item is about. */
export function subjectOf(item: Item): string | undefined {
  switch (item.concern) {
    case 'new':
      return item.suggestion.id
    case 'theirs':
      return item.annotation?.id ?? item.brought.id
    default:
      return item.annotation.id
  }
}

export const [getRevisions, setRevisions] = createContext<RevisionsState>()
