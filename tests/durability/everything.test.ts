import { afterEach, beforeEach, expect, test } from 'vitest'
import { damageEverything } from './parts/damage-everything'
import { newFolder } from './story'

/** Bytes between the places that are damaged; `npm run durability` goes by 64. */
const STRIDE = 8_192

let folder: string
let remove: () => Promise<void>
beforeEach(async () => ({ folder, remove } = await newFolder()))
afterEach(() => remove())

test('whatever file is damaged in whatever way, no other edit is lost and the library can be repaired', async () => {
  const { files, damages } = await damageEverything(folder, STRIDE)
  expect(files).toBeGreaterThan(9)
  expect(damages).toBeGreaterThan(files * 5)
}, 60_000)
