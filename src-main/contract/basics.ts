/** What entities are made of. */
import * as v from 'valibot'

export const Id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/, 'An id has 1 to 64 letters, digits, - or _.'))
export const Offset = v.pipe(v.number(), v.integer(), v.minValue(0))
export const Time = v.pipe(v.string(), v.isoTimestamp())
export const Count = v.pipe(v.number(), v.integer(), v.minValue(1))
export const Sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))
export const Score = v.pipe(v.number(), v.minValue(0), v.maxValue(1))
export const Line = v.pipe(v.string(), v.maxLength(2_000))
export const Prose = v.pipe(v.string(), v.maxLength(100_000))

/** Who did it. `id` stays the same when somebody changes the name or the initials. */
export const Author = v.object({
  id: Id,
  name: v.pipe(Line, v.minLength(1)),
  initials: v.pipe(v.string(), v.maxLength(8)),
})
export type Author = v.InferOutput<typeof Author>
