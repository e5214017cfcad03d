import { untrack } from 'svelte'

/** What screen readers are told. One live region for the window, so that saves and results never talk over each other. */
export class Announcer {
  polite = $state('')
  assertive = $state('')
  #last = ''
  #lastAt = 0

  /**
   * Says a sentence once. The same words within two seconds are not repeated: a held key must not become chatter.
   *
   * @param now milliseconds, for tests
   */
  say(message: string, urgency: 'polite' | 'assertive' = 'polite', now = Date.now()): void {
    if (message === this.#last && now - this.#lastAt < 2_000) return
    // A trailing no-break space makes equal words a change that is spoken again.
    // Untracked, or an effect that speaks would speak again whenever anybody does.
    const before = untrack(() => this[urgency])
    const spoken = message === before ? `${message}\u00a0` : message
    this.#last = message
    this.#lastAt = now
    this[urgency] = spoken
  }
}
