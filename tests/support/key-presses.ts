import type { Page } from '@playwright/test'

/** A keyboard that counts: what a person presses, and nothing else, moves a journey on. */
export class CountingKeyboard {
  /** Presses so far; a key held with others is one. */
  presses = 0
  readonly #log: string[] = []

  constructor(private readonly page: Page) {}

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key)
      this.presses++
      this.#log.push(key)
    }
  }

  /** Words that are typed, a press for each character. */
  async type(words: string): Promise<void> {
    await this.page.keyboard.type(words)
    this.presses += [...words].length
    this.#log.push(`“${words}”`)
  }

  /** All presses in their order, for whoever wants the journey shorter. */
  get log(): string {
    return this.#log.join(' ')
  }
}
