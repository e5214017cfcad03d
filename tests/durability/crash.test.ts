import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { applyEntry, toLive, toStored } from '../../src-main/core/review/replay'
import type { LibraryStore } from '../../src-main/services/ports'
import { faultyFiles, type Fault } from './faulty-files'
import { edit, editsOf, newFolder, ORIGINAL, reopen, story, upTo } from './story'

let folder: string
let remove: () => Promise<void>
beforeEach(async () => ({ folder, remove } = await newFolder()))
afterEach(() => remove())

/** A session: a document is made or found, three edits, a snapshot, two more edits. @returns edits acknowledged */
async function session(store: LibraryStore, acknowledge: (edits: number) => void): Promise<void> {
  const { all } = await store.documents()
  if (!all.includes('d1')) await store.create(story(), ORIGINAL)
  const live = toLive((await store.read('d1')).stored)
  acknowledge(live.number)
  for (const index of upTo(5)) {
    const entry = edit(live.number + 1)
    await store.append('d1', entry)
    applyEntry(live, entry)
    acknowledge(live.number)
    if (index === 3) await store.snapshot(toStored(live))
  }
}

async function crashingSession(at: number): Promise<{ acknowledged: number; steps: number; crashed: boolean }> {
  let opened = false
  let acknowledged = -1
  let crashed = false
  let first = 0
  const { files, steps } = faultyFiles((step): Fault | undefined =>
    opened && step - first === at ? { code: 'crash' } : undefined,
  )
  const store = await reopen(folder, files)
  opened = true
  first = steps()
  await session(store, (edits) => (acknowledged = edits)).catch(() => (crashed = true))
  return { acknowledged, steps: steps() - first, crashed }
}

describe('a crash at any step of a session', () => {
  test.each(['a new library', 'a library with a document'])('of %s leaves every acknowledged edit', async (which) => {
    const before = which === 'a new library' ? 0 : 5
    let at = 0
    for (let crashed = true; crashed; at++) {
      await rm(folder, { recursive: true, force: true })
      if (which === 'a library with a document') {
        const store = await reopen(folder)
        await session(store, () => {})
        await store.close()
      }
      const run = await crashingSession(at)
      crashed = run.crashed
      const store = await reopen(folder)
      const { all } = await store.documents()
      if (run.acknowledged >= 0) {
        const { stored, notices } = await store.read('d1')
        const edits = editsOf(stored)
        // What was under way when it crashed may be there or not; nothing else may be.
        expect([run.acknowledged, run.acknowledged + 1], `crash at step ${at}`).toContain(edits.length)
        expect(edits).toEqual(upTo(edits.length))
        expect(notices).toEqual([])
        const verified = await store.verify({ repair: false })
        expect(verified.problems).toEqual([])
      } else if (all.includes('d1')) expect(editsOf((await store.read('d1')).stored)).toEqual(upTo(before))
      await store.close()
      expect((await readdir(join(folder, 'documents'))).filter((name) => name.endsWith('.tmp'))).toEqual([])
    }
    expect(at).toBeGreaterThan(20)
  })
})

describe('a full disk', () => {
  test.each([0, 1, 17, 100, 400])(
    'that takes %d more bytes of an edit refuses it, and keeps all others',
    async (bytes) => {
      let full = false
      const { files } = faultyFiles((_, call) =>
        full && call === 'handle.appendFile' ? { code: 'ENOSPC', bytes } : undefined,
      )
      const store = await reopen(folder, files)
      await store.create(story(), ORIGINAL)
      await store.append('d1', edit(1))
      full = true
      await expect(store.append('d1', edit(2))).rejects.toMatchObject({ code: 'disk-full' })
      full = false
      await store.append('d1', edit(2))
      await store.close()
      const { stored, notices } = await (await reopen(folder)).read('d1')
      expect(editsOf(stored)).toEqual([1, 2])
      expect(notices).toEqual([])
    },
  )

  test.each(['handle.writeFile', 'handle.sync', 'rename'])(
    'at the %s of a snapshot leaves the old one',
    async (where) => {
      let full = false
      const { files } = faultyFiles((_, call) =>
        full && call === where ? { code: 'ENOSPC', bytes: where === 'handle.writeFile' ? 100 : undefined } : undefined,
      )
      const store = await reopen(folder, files)
      await store.create(story(), ORIGINAL)
      await store.append('d1', edit(1))
      const live = toLive(story())
      applyEntry(live, edit(1))
      full = true
      await expect(store.snapshot(toStored(live))).rejects.toMatchObject({ code: 'disk-full' })
      full = false
      expect(await readdir(join(folder, 'documents'))).toEqual(['d1.journal', 'd1.json'])
      expect(editsOf((await (await reopen(folder)).read('d1')).stored)).toEqual([1])
    },
  )

  test('that writes less than it says is found out', async () => {
    let short = false
    const { files } = faultyFiles(() => undefined)
    const cutting = new Proxy(files, {
      get(target, name) {
        if (name !== 'open') return Reflect.get(target, name) as unknown
        return async (...args: Parameters<typeof files.open>) => {
          const handle = await target.open(...args)
          if (!short) return handle
          return new Proxy(handle, {
            get: (inner, member) =>
              member === 'writeFile'
                ? (bytes: Uint8Array) => inner.writeFile(bytes.subarray(0, 64))
                : (Reflect.get(inner, member) as unknown),
          })
        }
      },
    })
    const store = await reopen(folder, cutting)
    await store.create(story(), ORIGINAL)
    short = true
    await expect(store.snapshot(story())).rejects.toMatchObject({ code: 'write-failed' })
    short = false
    expect((await store.verify({ repair: false })).problems).toEqual([])
  })
})
