const KEY = 'bluepencil-seen-merges'
/** Documents of which it is remembered. */
const MOST = 50

interface Seen {
  readonly document: string
  readonly change: string
  readonly ids: readonly string[]
}

/** What somebody has looked at of what a merge brought; kept on this machine, because it is about this person. */
export class SeenBrought {
  constructor(private readonly storage: Pick<Storage, 'getItem' | 'setItem'>) {}

  of(document: string, change: string): ReadonlySet<string> {
    const found = this.#all().find((one) => one.document === document && one.change === change)
    return new Set(found?.ids)
  }

  set(document: string, change: string, ids: ReadonlySet<string>): void {
    const others = this.#all().filter((one) => one.document !== document)
    this.storage.setItem(KEY, JSON.stringify([{ document, change, ids: [...ids] }, ...others].slice(0, MOST)))
  }

  #all(): Seen[] {
    try {
      const kept: unknown = JSON.parse(this.storage.getItem(KEY) ?? '[]')
      return Array.isArray(kept) ? (kept as Seen[]).filter((one) => Array.isArray(one?.ids)) : []
    } catch {
      return []
    }
  }
}
