import type { Verdict } from '../../contract/entities'
import type { VerdictValue } from '../../contract/taxonomies'

/**
 * The newest verdict of any reviewer is the document's; work begun without one is "in review".
 *
 * @param isBegun whether anything has been annotated or decided
 */
export function documentVerdict(verdicts: Iterable<Verdict>, isBegun: boolean): VerdictValue {
  let newest: Verdict | undefined
  for (const verdict of verdicts) if (!newest || verdict.updatedAt >= newest.updatedAt) newest = verdict
  return newest?.value ?? (isBegun ? 'in-review' : 'not-started')
}
