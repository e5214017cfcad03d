import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyEntry, toLive, toStored } from '../../src-main/core/review/replay'
import { edit, editsOf, newFolder, ORIGINAL, reopen, story, upTo } from './story'

/** What may happen to a document in a year; `count` is how many edits in a row. */
const event = fc.oneof(
  fc.record({ kind: fc.constant('edit' as const), count: fc.integer({ min: 1, max: 4 }) }),
  fc.constantFrom(
    { kind: 'snapshot' as const },
    { kind: 'close and open' as const },
    { kind: 'die and open' as const },
    { kind: 'die, damage the document and open' as const },
    { kind: 'die, lose the document and open' as const },
  ),
)

test('whatever happens to a document, it holds every edit that was acknowledged', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 25 }), async (events) => {
      const { folder, remove } = await newFolder()
      const file = join(folder, 'documents', 'd1.json')
      let store = await reopen(folder)
      await store.create(story(), ORIGINAL)
      let live = toLive(story())
      for (const one of events) {
        if (one.kind === 'edit') {
          for (const _ of upTo(one.count)) {
            const entry = edit(live.number + 1)
            await store.append('d1', entry)
            applyEntry(live, entry)
          }
          continue
        }
        if (one.kind === 'snapshot') {
          await store.snapshot(toStored(live))
          continue
        }
        if (one.kind === 'close and open') await store.close()
        if (one.kind === 'die, damage the document and open') await writeFile(file, 'null')
        if (one.kind === 'die, lose the document and open') await rm(file)
        store = await reopen(folder)
        const { stored } = await store.read('d1')
        expect(editsOf(stored)).toEqual(upTo(live.number))
        expect(JSON.parse(JSON.stringify(stored))).toEqual(JSON.parse(JSON.stringify(toStored(live))))
        live = toLive(stored)
      }
      await store.close()
      await remove()
    }),
    { numRuns: 60 },
  )
}, 60_000)
