const KEY = 'bluepencil-dismissal-reasons'
const MOST = 12

/** Reasons for dismissing that somebody wrote themselves, newest first; kept on this machine. */
export class DismissalReasons {
  constructor(private readonly storage: Pick<Storage, 'getItem' | 'setItem'>) {}

  get own(): string[] {
    try {
      const kept: unknown = JSON.parse(this.storage.getItem(KEY) ?? '[]')
      return Array.isArray(kept) ? kept.filter((reason) => typeof reason === 'string') : []
    } catch {
      return []
    }
  }

  remember(reason: string): void {
    this.storage.setItem(KEY, JSON.stringify([reason, ...this.own.filter((known) => known !== reason)].slice(0, MOST)))
  }
}
