import type { Concern } from './items'

/** The colour of a concern's chip, which only repeats its word. */
export const CONCERN_TONES: Readonly<Record<Concern, 'neutral' | 'pencil' | 'flag' | 'ok' | 'warn'>> = {
  same: 'ok',
  moved: 'neutral',
  edited: 'pencil',
  orphaned: 'flag',
  new: 'warn',
  readings: 'warn',
  theirs: 'pencil',
}
