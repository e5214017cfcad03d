/** Which stories of the library are meant: what the list and the search are narrowed down by. */
import * as v from 'valibot'
import { LONGEST_LABEL } from './labels'
import { VERDICTS, type VerdictValue } from './taxonomies'

/** A way to look at the library: everything, a verdict, what is left to do, a folder, a tag, or the trash. */
export type Shelf =
  | 'all'
  | 'trash'
  | VerdictValue
  | 'must-fix'
  | 'unsourced'
  | 'recheck'
  | 'open-flags'
  | 'suggestions'
  | `folder/${string}`
  | `tag/${string}`

const FIXED = ['all', 'trash', 'must-fix', 'unsourced', 'recheck', 'open-flags', 'suggestions', ...VERDICTS]
const isShelf = (value: unknown): value is Shelf =>
  typeof value === 'string' && (FIXED.includes(value) || /^(?:folder|tag)\/./su.test(value))

const word = v.pipe(v.string(), v.maxLength(2_000))

/** Each of what is given narrows further; nothing given is every story. */
export const StoryFilter = v.object({
  shelf: v.optional(v.custom<Shelf>(isShelf, 'There is no such shelf.')),
  language: v.optional(word),
  /** The publication; empty for stories that name none. */
  source: v.optional(word),
  /** Name of somebody who worked on it. */
  reviewer: v.optional(word),
  tag: v.optional(v.pipe(v.string(), v.maxLength(LONGEST_LABEL))),
  /** Changed within so many days. */
  days: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
})
export type StoryFilter = v.InferOutput<typeof StoryFilter>
