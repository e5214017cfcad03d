import fc from 'fast-check'
import { expect, test } from 'vitest'
import { happenings, replayEqualsMemory } from './parts/random-commands'
import { story } from './story'

/** `npm run durability` does a hundred thousand. */
const RUNS = 60

test('whatever is done, in whatever order, the journal over any snapshot gives what memory holds', () => {
  let done = 0
  fc.assert(
    fc.property(happenings(120), (list) => {
      done += replayEqualsMemory(story(), list).done
    }),
    { numRuns: RUNS },
  )
  expect(done).toBeGreaterThan(RUNS * 30)
}, 60_000)
