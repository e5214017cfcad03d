import type { Change, Patch, Removal } from '../../contract/entities'
import { canonical } from './canonical'
import type { Making } from './context'
import type { ReviewState } from './state'
import { documentVerdict } from './verdict'

type Collection = Patch['collection']
type Entity<K extends Collection = Collection> = NonNullable<Extract<Patch, { collection: K }>['after']>

/** What came from elsewhere goes back as it was: nobody here takes a colleague's words away for good by undoing a merge. */
const FROM_ELSEWHERE = new Set(['merge', 'revise'])

/**
 * An undo or a redo as an edit of its own time. Taken back exactly, an edit would come again with every older copy that
 * still has it, because there it is the newest thing said. So what is put back counts as said now, and what goes leaves
 * a note that it went; a merge then knows. Nothing else differs from the change as it was.
 *
 * @param change what `undoing` or `redoing` gave
 */
export function retrace(change: Change, state: ReviewState, making: Pick<Making, 'author' | 'now'>): Change {
  if (FROM_ELSEWHERE.has(change.op)) return change
  const tracing = new Tracing(state, making)
  for (const patch of change.patches) tracing.add(patch)
  return { ...change, patches: tracing.patches }
}

class Tracing {
  readonly patches: Patch[] = []
  /** What the patches so far have made of the state, by collection and id. */
  readonly #made = new Map<string, Patch['after']>()

  /** When what is put back had been removed. */
  readonly #lifted = new Map<string, string>()

  constructor(
    private readonly state: ReviewState,
    private readonly making: Pick<Making, 'author' | 'now'>,
  ) {}

  add(patch: Patch): void {
    if (patch.collection === 'removals') this.#removal(patch.id, patch.after)
    else if (patch.after) this.#putBack(patch, patch.after)
    else this.#takeAway(patch)
  }

  #removal(id: string, after: Removal | undefined): void {
    const there = this.#get('removals', id)
    if (after && there) return
    if (there) this.#lifted.set(id, there.updatedAt)
    this.#put('removals', id, after && { ...after, updatedAt: this.#later() })
  }

  #putBack({ collection, id }: Patch, after: Entity): void {
    const current = this.#get(collection, id)
    const removed = this.#get('removals', id)?.updatedAt ?? this.#lifted.get(id)
    // It says what it says now; as old as it was, a removal since then that was taken back would come again.
    if (current && said(current) === said(after)) return this.#put(collection, id, current)
    this.#put(collection, id, { ...after, updatedAt: this.#later(current?.updatedAt, removed) })
    if (this.#get('removals', id)) this.#put('removals', id, undefined)
  }

  #takeAway({ collection, id }: Patch): void {
    const current = this.#get(collection, id)
    if (!current) return
    const updatedAt = this.#later(current.updatedAt)
    if (collection === 'verdicts') {
      // A reviewer has one verdict, and a merge knows no other way to be without one than the one that says nothing.
      const { annotations, decisions } = this.state
      const value = documentVerdict([], annotations.size + decisions.size > 0)
      return this.#put(collection, id, { ...current, value, note: '', updatedAt } as Entity)
    }
    this.#put(collection, id, undefined)
    const { author } = this.making
    this.#put('removals', id, { id, author, createdAt: updatedAt, updatedAt })
  }

  /** Now, or later where a clock that was ahead has already written down more. ISO 8601. */
  #later(...times: (string | undefined)[]): string {
    const known = times.flatMap((time) => (time === undefined ? [] : [Date.parse(time) + 1]))
    return new Date(Math.max(Date.parse(this.making.now), ...known)).toISOString()
  }

  #get<K extends Collection>(collection: K, id: string): Entity<K> | undefined {
    const key = `${collection} ${id}`
    const found = this.#made.has(key) ? this.#made.get(key) : this.state[collection].get(id)
    return found as Entity<K> | undefined
  }

  #put(collection: Collection, id: string, after: Entity | undefined): void {
    this.patches.push({ collection, id, before: this.#get(collection, id), after } as Patch)
    this.#made.set(`${collection} ${id}`, after)
  }
}

/** What an entity says, apart from when it was said. */
function said(entity: Entity): string {
  return canonical({ ...entity, updatedAt: null })
}
