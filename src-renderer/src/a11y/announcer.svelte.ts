import { untrack } from 'svelte'

/** What screen readers are told. One live region for the window, so that saves and results never talk over each other. */
export class Announcer {
  polite = $state('')
  assertive = $state('')
  #last = ''
  #lastAt = 0
  #resting: ReturnType<typeof setTimeout> | undefined

  /**
   * Says a sentence once. The same words within two seconds are not repeated: a held key must not become chatter.
   *
   * @param now milliseconds, for tests
   */
  say(message: string, urgency: 'polite' | 'assertive' = 'polite', now = Date.now()): void {
    clearTimeout(this.#resting)
    if (message === this.#last && now - this.#lastAt < 2_000) return
    // A trailing no-break space makes equal words a change that is spoken again.
    // Untracked, or an effect that speaks would speak again whenever anybody does.
    const before = untrack(() => this[urgency])
    const spoken = message === before ? `${message}\u00a0` : message
    this.#last = message
    this.#lastAt = now
    this[urgency] = spoken
  }

  /**
   * Says something once nothing has been said or asked for during `ms` milliseconds: what a held key passes is not talked
   * through, and what is said meanwhile is not talked over.
   *
   * @param words what to say then; nothing where there is nothing to say any more
   */
  sayAtRest(words: () => string | undefined, ms: number): void {
    clearTimeout(this.#resting)
    this.#resting = setTimeout(() => {
      const message = words()
      if (message) this.say(message)
    }, ms)
  }
}
