import type { Settings } from '@contract/api'
import type { Client } from '@contract/client'
import type { Notices } from './notices.svelte'

/** Of the article's lines, where nobody chose another. */
export const LEADING = 1.62

const DEFAULTS: Settings = {
  theme: 'system',
  textSize: 18,
  lineLength: 68,
  letterKeys: true,
  showOutline: true,
  showMargin: true,
  tourDone: false,
  recent: [],
}

/** This person's settings. A change shows at once and is taken back where it could not be kept. */
export class SettingsState {
  current = $state.raw<Settings>(DEFAULTS)
  /** False until the stored settings are there: nothing is asked or shown by guess before that. */
  loaded = $state(false)
  systemDark = $state(false)
  readonly theme = $derived<'light' | 'dark'>(
    this.current.theme === 'system' ? (this.systemDark ? 'dark' : 'light') : this.current.theme,
  )

  /** As the store has them, and the changes that it has not answered yet, oldest first. */
  #known = DEFAULTS
  readonly #pending = new Set<Partial<Settings>>()

  constructor(
    private readonly client: Client,
    private readonly notices: Notices,
  ) {
    client.on('settings.changed', (settings) => this.#know(settings))
  }

  async load(): Promise<void> {
    const result = await this.client.call('settings.get')
    if (result.ok) {
      this.#know(result.value)
      this.loaded = true
    } else this.notices.problem(result.error)
  }

  async set(change: Partial<Settings>): Promise<boolean> {
    this.#pending.add(change)
    this.#know(this.#known)
    const result = await this.client.call('settings.set', change)
    this.#pending.delete(change)
    this.#know(result.ok ? result.value : this.#known)
    if (!result.ok) this.notices.problem(result.error)
    return result.ok
  }

  /** What is on its way stays shown, whatever an answer to something earlier says of it. */
  #know(settings: Settings): void {
    this.#known = settings
    this.current = Object.assign({}, settings, ...this.#pending) as Settings
  }
}
