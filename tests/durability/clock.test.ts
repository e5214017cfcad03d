import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { applyEntry, toLive, toStored } from '../../src-main/core/review/replay'
import { openLibrary } from '../../src-main/store/library'
import { edit, editsOf, newFolder, ORIGINAL, story, ticking, upTo } from './story'

let folder: string
let remove: () => Promise<void>
beforeEach(async () => ({ folder, remove } = await newFolder()))
afterEach(() => remove())

/** Opens the library on a computer whose clock says this. */
async function openAt(time: string) {
  await rm(join(folder, 'lock'), { force: true })
  return openLibrary({ folder, clock: ticking(Date.parse(time)) })
}

test('a clock that goes backwards, by days or by years, does not make an older state the newest', async () => {
  const times = [
    '2026-03-05T10:00:00Z',
    '2026-03-04T10:00:00Z',
    '2019-12-31T23:59:00Z',
    '1970-01-01T00:00:10Z',
    '2026-03-06T10:00:00Z',
    '1999-01-01T00:00:00Z',
  ]
  let edits = 0
  for (const time of times) {
    const store = await openAt(time)
    if (edits === 0) await store.create(story(), ORIGINAL)
    const live = toLive((await store.read('d1')).stored)
    for (const _ of upTo(3)) {
      const entry = edit(++edits)
      await store.append('d1', entry)
      applyEntry(live, entry)
    }
    await store.snapshot(toStored(live))
    await store.close()
  }
  const document = join(folder, 'documents', 'd1.json')
  for (const damage of [() => writeFile(document, 'null'), () => rm(document)]) {
    await damage()
    const store = await openAt('1998-01-01T00:00:00Z')
    const { stored } = await store.read('d1')
    expect(editsOf(stored)).toEqual(upTo(edits))
    const [newest, next] = await store.backups('d1')
    expect([newest?.stored.number ?? 0, next?.stored.number ?? 0].map((number) => number > 9)).toEqual([true, true])
    expect((await store.verify({ repair: false })).problems).toEqual([])
    await store.close()
  }
})
