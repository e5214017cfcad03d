/** What the library tells of the work done in it, and of what repeats in its stories. */
import * as v from 'valibot'
import { Id, Offset } from './entities'
import { CLAIM_STATUSES, FLAG_REASONS } from './taxonomies'

const Name = v.pipe(v.string(), v.maxLength(200))

export const StatisticsQuestion = v.object({
  /** So many weeks back from now, this one among them; all there are when left out. */
  weeks: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000))),
  /** Only of the stories in this folder, or with this tag. */
  folder: v.optional(Name),
  tag: v.optional(Name),
})
export type StatisticsQuestion = v.InferOutput<typeof StatisticsQuestion>

/** Work is counted in the week, and for the person, that it carries; stories in the trash are not counted. */
export const Statistics = v.object({
  /** False while the library is still being read: asking again later gives more. */
  complete: v.boolean(),
  stories: Offset,
  /** Weeks without work among them, the oldest first. */
  weeks: v.array(
    v.object({
      /** Its Monday, YYYY-MM-DD, UTC. */
      from: v.string(),
      /** Stories that came into the library. */
      added: Offset,
      /** Stories whose last verdict is “cleared”, given in this week. */
      cleared: Offset,
      claims: Offset,
      flags: Offset,
      /** Highlights, comments and replies. */
      notes: Offset,
      /** Suggestions accepted or dismissed. */
      decided: Offset,
    }),
  ),
  reviewers: v.array(
    v.object({
      id: Id,
      name: v.string(),
      /** That they did anything in. */
      stories: Offset,
      claims: Offset,
      /** Claims of theirs that are past “unchecked” and “in progress”. */
      settled: Offset,
      flags: Offset,
      notes: Offset,
      accepted: Offset,
      dismissed: Offset,
      cleared: Offset,
    }),
  ),
  reasons: v.array(
    v.object({
      reason: v.picklist(FLAG_REASONS),
      open: Offset,
      removed: Offset,
      sourced: Offset,
      rewritten: Offset,
      stands: Offset,
    }),
  ),
  statuses: v.array(v.object({ status: v.picklist(CLAIM_STATUSES), claims: Offset })),
  /** From coming into the library to “cleared”, in hours: the middle one of so many stories. */
  clearing: v.object({ stories: Offset, medianHours: v.optional(v.number()) }),
})
export type Statistics = v.InferOutput<typeof Statistics>

/** Words that stand in several stories of the library. */
export const RepeatedPassage = v.object({
  /** One line or several that stand together. */
  words: v.string(),
  /** Stories that have it. */
  stories: Offset,
  /** Some of them, with the place of its first line. UTF-16. */
  places: v.array(v.object({ document: Id, title: v.string(), start: Offset, end: Offset })),
})
export type RepeatedPassage = v.InferOutput<typeof RepeatedPassage>

export const RepeatedPassages = v.object({ complete: v.boolean(), passages: v.array(RepeatedPassage) })
export type RepeatedPassages = v.InferOutput<typeof RepeatedPassages>
