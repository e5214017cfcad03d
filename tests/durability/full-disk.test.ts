import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { failAtEveryOffset, fillRealDisk } from './parts/full-disk'
import { newFolder } from './story'

/** Nothing, and some of a line; `npm run durability` tries many more. */
const OFFSETS = [0, 300]

let folder: string
let remove: () => Promise<void>
beforeEach(async () => ({ folder, remove } = await newFolder()))
afterEach(() => remove())

test('a disk that is full, or takes less than it says, after any number of bytes of any write loses nothing', async () => {
  expect(await failAtEveryOffset(join(folder, 'library'), OFFSETS)).toBeGreaterThan(OFFSETS.length * 12)
}, 60_000)

test('a real disk that is full refuses edits in a sentence and keeps every other', async (context) => {
  const figures = await fillRealDisk(join(folder, 'disk'))
  if (!figures) return context.skip('a small disk of one’s own takes root on Linux')
  expect(figures.acknowledged).toBeGreaterThan(20)
  expect(figures.refused).toBeGreaterThan(20)
})
