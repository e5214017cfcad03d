import type { VerdictValue } from '@contract/taxonomies'

/** The colour that repeats what a verdict's words say. */
export const VERDICT_TONE = {
  'not-started': 'neutral',
  'in-review': 'pencil',
  'changes-needed': 'flag',
  cleared: 'ok',
  spiked: 'neutral',
} as const satisfies Record<VerdictValue, string>
