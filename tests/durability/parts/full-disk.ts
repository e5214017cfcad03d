import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdir, rm, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../../src-main/contract/result'
import { applyEntry, toLive, toStored } from '../../../src-main/core/review/replay'
import type { LibraryStore } from '../../../src-main/services/ports'
import { faultyFiles } from '../faulty-files'
import { edit, editsOf, ORIGINAL, reopen, story, upTo } from '../story'

/** What writes, by name; each is tried with the disk giving up after so many bytes of each of its writes. */
const WRITES: Record<string, (store: LibraryStore, number: number) => Promise<unknown>> = {
  edit: (store, number) => store.append('d1', edit(number)),
  async snapshot(store) {
    const { stored } = await store.read('d1')
    await store.snapshot(stored)
  },
  'new document': (store) => store.create(story('d2'), new TextEncoder().encode('another file')),
  suggestions: (store) => store.writeDetection('d1', { version: '2', suggestions: [], sentences: [] }),
  attachment: (store) => store.keepBytes('attachments', new TextEncoder().encode('a letter\n'.repeat(20))),
  async restore(store) {
    const backups = await store.backups('d1')
    await store.restoreBackup('d1', backups.at(-1)?.name ?? '')
  },
}

/** Two edits in a snapshot, the third in the journal. */
async function begin(folder: string): Promise<void> {
  const store = await reopen(folder)
  await store.create(story(), ORIGINAL)
  const live = toLive(story())
  for (const number of upTo(2)) {
    await store.append('d1', edit(number))
    applyEntry(live, edit(number))
  }
  await store.snapshot(toStored(live))
  await store.append('d1', edit(3))
  await store.close()
}

/** How a write goes wrong: the disk says so, or takes less than it was given and says nothing. */
type Failure = 'disk full' | 'short write'

/**
 * Every kind of write, failing at its n-th write call after a number of bytes, for every n and every class of offset.
 *
 * @param offsets bytes that are still written
 * @returns how many failures were tried
 */
export async function failAtEveryOffset(folder: string, offsets: readonly number[]): Promise<number> {
  let count = 0
  for (const [name, write] of Object.entries(WRITES))
    for (const failure of ['disk full', 'short write'] as const)
      for (const bytes of offsets)
        for (let nth = 0; await failsWell(folder, write, failure, bytes, nth, name); nth++) count++
  return count
}

/** @returns whether there was an n-th write call to fail */
async function failsWell(
  folder: string,
  write: (store: LibraryStore, number: number) => Promise<unknown>,
  failure: Failure,
  bytes: number,
  nth: number,
  name: string,
): Promise<boolean> {
  await rm(folder, { recursive: true, force: true })
  await begin(folder)
  let armed = false
  let writes = 0
  const { files } = faultyFiles((_, call) => {
    if (!armed || !/^handle\.(writeFile|appendFile)$/.test(call) || writes++ !== nth) return undefined
    return failure === 'disk full' ? { code: 'ENOSPC', bytes } : { code: 'short', bytes }
  })
  const store = await reopen(folder, files)
  armed = true
  const problem = await write(store, 4).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  armed = false
  const where = `${name}, ${failure} after ${bytes} bytes of write ${nth}`
  // A short write of more bytes than there are to write is no failure at all.
  const struck = writes > nth
  if (struck && failure === 'disk full')
    assert.equal(problem instanceof AppError && problem.code, 'disk-full', `${where}: ${String(problem)}`)
  // The same session goes on, and the next finds every edit that was acknowledged.
  const edits = editsOf((await store.read('d1')).stored)
  await store.append('d1', edit((await store.read('d1')).stored.number + 1))
  await store.close()
  const again = await reopen(folder)
  const { stored, notices } = await again.read('d1')
  assert.equal(editsOf(stored).length, edits.length + 1, where)
  if (name !== 'restore') assert.ok(edits.length === 3 || (name === 'edit' && !problem && edits.length === 4), where)
  assert.deepEqual(notices, [], where)
  assert.deepEqual((await again.verify({ repair: false })).problems, [], where)
  await again.close()
  return struck
}

/**
 * The same on a real disk that is really full: a small tmpfs, which takes root on Linux.
 *
 * @returns how many edits were acknowledged and refused; nothing where no such disk can be had
 */
export async function fillRealDisk(folder: string): Promise<{ acknowledged: number; refused: number } | undefined> {
  await mkdir(folder, { recursive: true })
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=384k', 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return undefined
  }
  try {
    return await fill(folder)
  } finally {
    execFileSync('umount', [folder])
  }
}

async function fill(folder: string): Promise<{ acknowledged: number; refused: number }> {
  const library = join(folder, 'library')
  const filler = join(folder, 'filler')
  await begin(library)
  const figures = { acknowledged: 0, refused: 0 }
  for (let pages = 0; pages < 12; pages++) {
    const store = await reopen(library)
    const live = toLive((await store.read('d1')).stored)
    const { bavail, bsize } = await statfs(folder)
    await writeFile(filler, Buffer.alloc(Math.max(0, bavail - pages) * bsize))
    for (let tries = 0; tries < 30; tries++) {
      const entry = edit(live.number + 1)
      try {
        await store.append('d1', entry)
        applyEntry(live, entry)
        figures.acknowledged++
        if (tries % 5 === 4) await store.snapshot(toStored(live))
      } catch (thrown) {
        assert.equal(thrown instanceof AppError && thrown.code, 'disk-full', String(thrown))
        figures.refused++
      }
    }
    await store.close().catch((thrown: unknown) => assert.ok(thrown instanceof AppError))
    await rm(filler)
    const again = await reopen(library)
    const { stored, notices } = await again.read('d1')
    assert.deepEqual(editsOf(stored), upTo(live.number), `with ${pages} pages left`)
    assert.deepEqual([notices, (await again.verify({ repair: false })).problems], [[], []])
    await again.close()
  }
  return figures
}
