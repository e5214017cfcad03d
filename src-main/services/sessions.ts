import type { OpenDocument, Saved } from '../contract/api'
import type { Command } from '../contract/commands'
import type { Author, Change, Detection } from '../contract/entities'
import type { PlacedOutcome } from '../contract/revisions'
import { AppError } from '../contract/result'
import { historyState, redoing, undoing } from '../core/review/history'
import type { Making } from '../core/review/context'
import { planCommand } from '../core/review/plan'
import {
  applyEntry,
  toLive,
  toStored,
  type Description,
  type JournalEntry,
  type LiveDocument,
  type NewEntry,
  type StoredDocument,
} from '../core/review/replay'
import { revisionInfos, type NewReading } from '../core/review/readings'
import { planRevision, type Ahead } from '../core/review/revise'
import { retrace } from '../core/review/retrace'
import { toReview } from '../core/review/state'
import type { Detecting } from './detecting'
import type { Ports, WorkContext } from './ports'

/** Milliseconds without an edit after which a document is written whole. */
const IDLE = 20_000
/** Documents kept in memory; the one unused longest goes first. */
const MOST_OPEN = 24

/** Signs what is done before anybody has said who they are: taking in what others said in a file. */
const NOBODY: Author = { id: 'blue-pencil', name: 'Blue Pencil', initials: 'BP' }
/** Thrown by a plan that finds nothing to change. */
const NOTHING = new Error('Nothing to change.')

interface Session {
  readonly live: LiveDocument
  /** Read, or made, when somebody first asks: a long story's takes longer than its text. */
  detection(context?: WorkContext): Promise<Detection>
  readonly readOnly?: string
  notices: readonly string[]
  savedAt: string
  /** Whether there are edits that only the journal has. */
  unfolded: boolean
  /** No longer the one that edits go to. */
  retired: boolean
  queue: Promise<unknown>
  idle?: NodeJS.Timeout
}

/** The documents that are open for work: every change goes through here, to the disk first, then to memory. */
export interface Sessions {
  open(id: string, context?: WorkContext): Promise<OpenDocument>
  /** As `open`, without what takes long on a long story: the review as it is held, and the detection to ask for. */
  look(id: string, context?: WorkContext): Promise<Look>
  do(id: string, command: Command): Promise<Saved>
  undo(id: string): Promise<Saved>
  redo(id: string): Promise<Saved>
  /**
   * Adds a later text.
   *
   * @param by who wrote it, where it is not the person at the desk
   * @param ahead what a copy that has the text already knows of it
   * @returns what became of the annotations besides
   */
  revise(
    id: string,
    reading: NewReading,
    by?: Author,
    ahead?: Ahead,
  ): Promise<{ saved: Saved; outcomes: readonly PlacedOutcome[] }>
  /** Does a change that was planned from more than a command; nothing where there is nothing to change. */
  change(id: string, plan: (live: LiveDocument, making: Making) => Change | undefined): Promise<Saved | undefined>
  /** The document as it is held in memory, to read from. */
  live(id: string): Promise<LiveDocument>
  describe(id: string, description: Description): Promise<void>
  trash(id: string, trashed: boolean): Promise<void>
  detect(id: string, context?: WorkContext): Promise<Detection>
  /** Puts a backup in the place of the document. Whoever has it open reads it anew. */
  restore(id: string, backup: string): Promise<void>
  /** A document as it is now, without keeping it open. */
  stored(id: string): Promise<StoredDocument>
  /** House rules changed: suggestions are looked at again when they are next asked for. */
  forgetDetections(): void
  /** The same with its detection, which is made where it is open and has none; so nothing that detecting needs may ask. */
  peek(id: string): Promise<{ stored: StoredDocument; detection: Detection | undefined }>
  close(): Promise<void>
}

export interface Look extends Omit<OpenDocument, 'review' | 'detection'> {
  readonly state: LiveDocument['state']
  detection(context?: WorkContext): Promise<Detection>
}

interface SessionsOptions {
  readonly ports: Ports
  readonly detecting: Detecting
  /** Told after each change that is on disk. */
  onSaved(id: string, saved: Saved | undefined): void
}

export function createSessions({ ports, detecting, onSaved }: SessionsOptions): Sessions {
  const { store, settings, clock, newId } = ports
  const sessions = new Map<string, Promise<Session>>()
  /** What was repaired while a document was read for something else; whoever opens it is told. */
  const untold = new Map<string, readonly string[]>()

  function sessionOf(id: string): Promise<Session> {
    const open = sessions.get(id)
    if (open) {
      sessions.delete(id)
      sessions.set(id, open)
      return open
    }
    const opening = load(id)
    sessions.set(id, opening)
    opening.catch(() => sessions.delete(id))
    if (sessions.size > MOST_OPEN) void retire([...sessions.keys()][0] as string)
    return opening
  }

  async function load(id: string): Promise<Session> {
    const { stored, savedAt, readOnly, notices } = await store.read(id)
    const why = readOnly ?? store.readOnly
    const live = toLive(stored)
    return {
      live,
      detection: detectionOf(live),
      readOnly: why,
      notices,
      savedAt,
      unfolded: false,
      retired: false,
      queue: Promise.resolve(),
    }
  }

  function detectionOf(live: LiveDocument): Session['detection'] {
    let found: Promise<Detection> | undefined
    return (context) => {
      if (!found) {
        found = detecting.current(live.document, context)
        found.catch(() => (found = undefined))
      }
      return found
    }
  }

  async function retire(id: string): Promise<void> {
    const session = await sessions.get(id)?.catch(() => undefined)
    if (!session) return
    await inTurn(session, async () => {
      await fold(session)
      session.retired = true
      sessions.delete(id)
    }).catch(reportFold)
  }

  function inTurn<T>(session: Session, work: () => Promise<T>): Promise<T> {
    const result = session.queue.then(work)
    session.queue = result.catch(() => {})
    return result
  }

  /** Plans an entry on the state as it is, puts it on the disk, and only then into memory. */
  async function write(
    id: string,
    plan: (session: Session) => NewEntry,
  ): Promise<{ session: Session; entry: JournalEntry }> {
    const session = await sessionOf(id)
    const written = await inTurn(session, async () => {
      // Let go while this edit waited for its turn: the document is opened again, and the edit done there.
      if (session.retired) return undefined
      if (session.readOnly) throw new AppError('read-only', session.readOnly)
      const entry = { ...plan(session), number: session.live.number + 1 } as JournalEntry
      await append(session, entry)
      const before = session.live.document
      applyEntry(session.live, entry)
      if (session.live.document.text !== before.text) session.detection = detectionOf(session.live)
      session.savedAt = clock()
      session.unfolded = true
      clearTimeout(session.idle)
      session.idle = setTimeout(() => void inTurn(session, () => fold(session)).catch(reportFold), IDLE)
      session.idle.unref()
      return { session, entry }
    })
    return written ?? write(id, plan)
  }

  /** Where the journal was deleted or cut from outside, memory has what it held: that is written first. */
  async function append({ live }: Session, entry: JournalEntry): Promise<void> {
    const { id } = live.document
    try {
      await store.append(id, entry)
    } catch (thrown) {
      if (!(thrown instanceof AppError && thrown.code === 'damaged')) throw thrown
      await store.snapshot(toStored(live))
      await store.append(id, entry)
    }
  }

  const reportFold = (thrown: unknown) => ports.onFault?.('snapshot', thrown)

  async function fold(session: Session): Promise<void> {
    clearTimeout(session.idle)
    if (!session.unfolded) return
    await store.snapshot(toStored(session.live))
    session.unfolded = false
  }

  async function change(id: string, plan: (session: Session) => NewEntry & { change: Change }): Promise<Saved> {
    const { session, entry } = await write(id, plan)
    if (!('change' in entry)) throw new Error('An edit came back as something else.')
    const saved = { change: entry.change, history: historyState(session.live.history), savedAt: session.savedAt }
    onSaved(id, saved)
    return saved
  }

  function author() {
    const known = settings.get().author
    if (!known)
      throw new AppError(
        'bad-request',
        'Tell Blue Pencil your name first: everything you note is signed with it, so that others know who said it.',
      )
    return known
  }

  const signing = () => settings.get().author ?? NOBODY

  async function stored(id: string): Promise<StoredDocument> {
    const open = await sessions.get(id)
    if (open) return toStored(open.live)
    const { stored, notices } = await store.read(id)
    if (notices.length > 0) untold.set(id, [...(untold.get(id) ?? []), ...notices])
    return stored
  }

  async function look(id: string): Promise<Look> {
    const session = await sessionOf(id)
    const { live, savedAt, readOnly, notices } = session
    const told = [...(untold.get(id) ?? []), ...notices]
    untold.delete(id)
    session.notices = []
    return {
      document: live.document,
      revisions: revisionInfos(live),
      state: live.state,
      detection: session.detection,
      history: historyState(live.history),
      savedAt,
      readOnly,
      notices: told,
    }
  }

  return {
    look,
    async open(id, context) {
      const { state, detection, ...opened } = await look(id)
      return { ...opened, detection: await detection(context), review: toReview(state) }
    },
    do: (id, command) =>
      change(id, ({ live }) => {
        const now = clock()
        const subject = { text: live.document.text, revision: live.document.revision }
        return {
          kind: 'do',
          at: now,
          change: planCommand(live.state, subject, command, { author: author(), now, newId }),
        }
      }),
    undo: (id) =>
      change(id, ({ live }) => {
        const back = undoing(live.history)
        if (!back) throw new AppError('bad-request', 'There is nothing to undo.')
        const now = clock()
        return { kind: 'undo', at: now, change: retrace(back, live.state, { author: signing(), now }) }
      }),
    redo: (id) =>
      change(id, ({ live }) => {
        const again = redoing(live.history)
        if (!again) throw new AppError('bad-request', 'There is nothing to redo.')
        const now = clock()
        return { kind: 'redo', at: now, change: retrace(again, live.state, { author: signing(), now }) }
      }),
    async revise(id, reading, by, ahead) {
      let outcomes: readonly PlacedOutcome[] = []
      const saved = await change(id, ({ live }) => {
        const now = clock()
        const planned = planRevision(live, reading, { author: by ?? author(), now, newId }, ahead)
        outcomes = planned.outcomes
        const { change, revision, between } = planned
        return { kind: 'revise', at: now, change, revision, ...(between.length > 0 && { between: [...between] }) }
      })
      return { saved, outcomes }
    },
    async change(id, plan) {
      try {
        return await change(id, ({ live }) => {
          const now = clock()
          const change = plan(live, { author: signing(), now, newId })
          if (!change) throw NOTHING
          return { kind: 'do', at: now, change }
        })
      } catch (thrown) {
        if (thrown === NOTHING) return undefined
        throw thrown
      }
    },
    live: async (id) => (await sessionOf(id)).live,
    async describe(id, description) {
      await write(id, () => ({ kind: 'describe', at: clock(), description }))
      onSaved(id, undefined)
    },
    async trash(id, trashed) {
      await write(id, () => ({ kind: 'trash', at: clock(), trashed }))
      onSaved(id, undefined)
    },
    async detect(id, context) {
      const session = await sessionOf(id)
      const made = await detecting.run(session.live.document, context)
      session.detection = async () => made
      onSaved(id, undefined)
      return made
    },
    async restore(id, backup) {
      const session = await sessionOf(id)
      await inTurn(session, async () => {
        if (session.retired) throw new AppError('cancelled', 'The document was being closed. Try again.')
        if (session.readOnly) throw new AppError('read-only', session.readOnly)
        await fold(session)
        await store.restoreBackup(id, backup)
        session.retired = true
        sessions.delete(id)
      })
      onSaved(id, undefined)
    },
    stored,
    async peek(id) {
      const open = await sessions.get(id)
      const kept = await stored(id)
      return { stored: kept, detection: await (open ? open.detection() : detecting.stored(kept.document)) }
    },
    forgetDetections() {
      for (const opening of sessions.values())
        opening.then(
          (session) => (session.detection = detectionOf(session.live)),
          () => {},
        )
    },
    async close() {
      for (const opening of sessions.values()) {
        const session = await opening.catch(() => undefined)
        if (session) await inTurn(session, () => fold(session)).catch(reportFold)
      }
      sessions.clear()
    },
  }
}
