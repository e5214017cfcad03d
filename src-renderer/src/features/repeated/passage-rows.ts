import type { KnownPassage } from '@contract/rules'
import type { RepeatedPassage } from '@contract/statistics'
import { anyWords } from '@core/detectors/key'

export const SHOWN = ['open', 'boilerplate', 'ours', 'all'] as const
export type Shown = (typeof SHOWN)[number]

/** A passage that repeats, with what the house says of it. */
export interface PassageRow extends RepeatedPassage {
  readonly is?: KnownPassage['is']
}

/** What repeats and what is known, as one list; a known passage that does not repeat any more is still in it. */
export function passageRows(
  found: readonly RepeatedPassage[],
  known: readonly KnownPassage[],
  shown: Shown,
): PassageRow[] {
  const said = new Map(known.map((one) => [anyWords(one.words), one]))
  const rows: PassageRow[] = found.map((one) => {
    const key = anyWords(one.words)
    const is = said.get(key)?.is
    said.delete(key)
    return is ? { ...one, is } : one
  })
  for (const { words, is } of said.values()) rows.push({ words, is, stories: 0, places: [] })
  if (shown === 'all') return rows
  return rows.filter(({ is }) => is === (shown === 'open' ? undefined : shown))
}
