import type { ClaimStatus } from '@contract/taxonomies'

/** How a claim's status is told without colour: a sign to see and a letter to read, search and type. */
export interface StatusSign {
  readonly sign: string
  readonly letter: string
  readonly tone: 'neutral' | 'pencil' | 'ok' | 'warn' | 'flag'
}

export const STATUS_SIGNS: Readonly<Record<ClaimStatus, StatusSign>> = {
  unchecked: { sign: '?', letter: 'U', tone: 'pencil' },
  'in-progress': { sign: '…', letter: 'P', tone: 'pencil' },
  confirmed: { sign: '✓', letter: 'C', tone: 'ok' },
  'attributed-only': { sign: '@', letter: 'A', tone: 'warn' },
  disputed: { sign: '≠', letter: 'D', tone: 'warn' },
  wrong: { sign: '✗', letter: 'W', tone: 'flag' },
  'cannot-be-verified': { sign: '∅', letter: 'V', tone: 'flag' },
  'not-a-claim': { sign: '–', letter: 'N', tone: 'neutral' },
}
