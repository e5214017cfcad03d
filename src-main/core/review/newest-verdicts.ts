import type { Verdict } from '../../contract/entities'

/** One verdict for each reviewer, the newest that they gave. */
export function newestVerdicts(ours: readonly Verdict[], theirs: readonly Verdict[]): Verdict[] {
  return theirs.reduce<Verdict[]>(
    (all, verdict) => {
      const own = all.find(({ author }) => author.id === verdict.author.id)
      if (own && Date.parse(own.updatedAt) >= Date.parse(verdict.updatedAt)) return all
      return [...all.filter((one) => one !== own), verdict]
    },
    [...ours],
  )
}
