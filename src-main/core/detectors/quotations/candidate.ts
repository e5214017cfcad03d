import type { Phrase } from '../attribution/noun-phrase'

/** Where a possible speaker was found; the weights are kept by these numbers, so their order is fixed. */
export const WAYS = [
  'none', // nobody near it says it
  'after-subject', // "…," Doe said
  'after-inverted', // "…," said Doe
  'after-bare', // "…," Doe … with a verb that nobody listed
  'after-clause', // … "…" and more, Doe said
  'after-origin', // "…," according to Doe
  'after-signature', // "…" — Doe
  'before-subject', // Doe said … "…"
  'before-first', // Doe …ed … "…": the sentence's subject, whatever its verb
  'before-colon', // Doe: "…"
  'before-origin', // According to Doe, "…"
  'before-passive', // was called "…" by Doe
  'before-owner', // Doe's claim that "…"
  'before-clause', // Doe …, saying "…": the verb's subject stands further left
  'previous-here', // who spoke before in this paragraph
  'previous-paragraph', // who spoke in the paragraph before
  'lead-in', // who speaks in the sentence before
  'lead-in-first', // the subject of the sentence before
  'follow-up', // who speaks in the sentence after
] as const
export type Way = (typeof WAYS)[number]

/** Somebody who may have said a quotation. Positions of tokens. */
export interface Candidate {
  readonly way: Way
  readonly speaker: Phrase
  readonly cue?: Phrase
}

/** Most candidates that one way yields for one quotation: nearer ones come first. */
export const MOST = 4
