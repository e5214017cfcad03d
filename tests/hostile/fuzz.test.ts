import { expect, test } from 'vitest'
import { fuzz } from './parts/fuzz'
import { mutate, randomOf } from './parts/mutate'
import { makeSeeds } from './parts/seeds'

/** `npm run fuzz` reads ten thousand, of any seed. */
const INPUTS = 1_000
const MEGABYTE = 1024 * 1024

test('a thousand bad files of every format are read or refused in words: no crash, no hang, no leak, nothing touched', async () => {
  const { failures, outcomes, grown } = await fuzz({ inputs: INPUTS, seed: 1 })
  expect(failures.map(({ number, name, wrong }) => `${number} ${name}: ${wrong}`)).toEqual([])
  expect(grown).toBeLessThan(64 * MEGABYTE)
  // Mutations that are all refused at the door, or all harmless, would test nothing.
  const count = (code: RegExp) => [...outcomes].reduce((sum, [key, times]) => sum + (code.test(key) ? times : 0), 0)
  expect(count(/ read$/)).toBeGreaterThan(INPUTS / 5)
  expect(count(/ (?!read$)/)).toBeGreaterThan(INPUTS / 20)
}, 120_000)

test('the same numbers make the same file, and others another', async () => {
  const seeds = await makeSeeds()
  for (const seed of seeds) {
    const made = (number: number) => Buffer.from(mutate(seed, seeds, randomOf(number)).bytes).toString('base64')
    expect(made(7)).toBe(made(7))
    expect(new Set([1, 2, 3, 4, 5].map(made)).size).toBeGreaterThan(1)
  }
})
