const KEY = 'bluepencil-reading-places'
const MOST = 200

/** Where somebody stopped reading, by document: the offset at the top of the window. Kept on this machine. */
export class ReadingPlaces {
  constructor(private readonly storage: Pick<Storage, 'getItem' | 'setItem'>) {}

  get(document: string): number | undefined {
    return this.#read().find(([id]) => id === document)?.[1]
  }

  set(document: string, offset: number): void {
    const others = this.#read().filter(([id]) => id !== document)
    this.storage.setItem(KEY, JSON.stringify([[document, offset], ...others].slice(0, MOST)))
  }

  /** What cannot be read is as good as nothing: a place in a text is no loss. */
  #read(): [string, number][] {
    try {
      const kept: unknown = JSON.parse(this.storage.getItem(KEY) ?? '[]')
      return Array.isArray(kept) ? kept.filter((entry) => Array.isArray(entry) && typeof entry[1] === 'number') : []
    } catch {
      return []
    }
  }
}
