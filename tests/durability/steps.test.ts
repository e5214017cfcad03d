import { cp, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { documentMigrations, type Migration } from '../../src-main/core/migrations/registry'
import { applyEntry, toLive, toStored, type StoredDocument } from '../../src-main/core/review/replay'
import { createApp, type App } from '../../src-main/services/app'
import type { LibraryStore } from '../../src-main/services/ports'
import type * as Envelope from '../../src-main/store/envelope'
import { DOCUMENT, sha256 } from '../../src-main/store/envelope'
import { DEFAULT_SETTINGS } from '../../src-main/store/settings'
import { inlineWorkers } from '../../src-main/workers/workers'
import { faultyFiles } from './faulty-files'
import { edit, editsOf, newFolder, ORIGINAL, reopen, story, ticking, upTo } from './story'

/** What the program writes in these tests is one version newer than what it really writes. */
const actual = await vi.importActual<typeof Envelope>('../../src-main/store/envelope')
vi.mock('../../src-main/store/envelope', async (original) => {
  const envelope = await original<typeof Envelope>()
  return { ...envelope, DOCUMENT: { ...envelope.DOCUMENT, version: envelope.DOCUMENT.version + 1 } }
})
const retitle: Migration = (payload) => {
  const stored = payload as StoredDocument
  return { ...stored, document: { ...stored.document, title: 'Ferry, migrated' } }
}
const migrations = documentMigrations as Map<number, Migration>
beforeEach(() => void migrations.set(actual.DOCUMENT.version, retitle))
afterEach(() => void migrations.delete(actual.DOCUMENT.version))

let folder: string
let remove: () => Promise<void>
beforeEach(async () => ({ folder, remove } = await newFolder()))
afterEach(() => remove())

interface Attempt {
  /** What is on the disk before. */
  readonly prepare: (store: LibraryStore) => Promise<void>
  readonly act: (store: LibraryStore) => Promise<unknown>
  /** Looks at the library as the next start finds it. */
  readonly check: (store: LibraryStore, acknowledged: boolean) => Promise<void>
}

/** Does it once for every call of the file system that it makes, with the process dying at that call. */
async function dyingAtEachStep({ prepare, act, check }: Attempt): Promise<number> {
  const before = join(folder, 'before')
  const first = await reopen(before)
  await prepare(first)
  await first.close()
  for (let at = 0; ; at++) {
    const library = join(folder, `${at}`)
    await cp(before, library, { recursive: true })
    let begun = -1
    const faulty = faultyFiles((step) => (begun >= 0 && step - begun === at ? { code: 'crash' } : undefined))
    const store = await reopen(library, faulty.files)
    begun = faulty.steps()
    const acknowledged = await act(store).then(
      () => true,
      () => false,
    )
    const again = await reopen(library)
    await check(again, acknowledged)
    expect((await again.verify({ repair: false })).problems, `after a crash at step ${at}`).toEqual([])
    await again.close()
    if (faulty.steps() - begun <= at) return at
  }
}

const titleAndEdits = async (store: LibraryStore) => {
  const { stored, notices } = await store.read('d1')
  return { title: stored.document.title, edits: editsOf(stored), notices }
}

/** Edits in the journal and in the document, as three sessions leave them. */
async function fiveEdits(store: LibraryStore): Promise<void> {
  await store.create(story(), ORIGINAL)
  const live = toLive(story())
  for (const number of upTo(5)) {
    await store.append('d1', edit(number))
    applyEntry(live, edit(number))
    if (number === 3) await store.snapshot(toStored(live))
  }
}

describe('a process that dies at any step', () => {
  test('of restoring a backup leaves the document as it was or as it was restored, and the other among its backups', async () => {
    const steps = await dyingAtEachStep({
      prepare: fiveEdits,
      async act(store) {
        const backups = await store.backups('d1')
        const oldest = backups.at(-1)
        if (oldest) await store.restoreBackup('d1', oldest.name)
      },
      async check(store, acknowledged) {
        const { edits, notices } = await titleAndEdits(store)
        expect(notices).toEqual([])
        expect(acknowledged ? [[]] : [[], upTo(5)]).toContainEqual(edits)
        const kept = (await store.backups('d1')).map(({ stored }) => editsOf(stored))
        expect(kept).toContainEqual([])
        if (edits.length === 0) expect(kept).toContainEqual(upTo(5))
        await store.append('d1', edit((await store.read('d1')).stored.number + 1))
        expect((await titleAndEdits(store)).edits).toHaveLength(edits.length + 1)
      },
    })
    expect(steps).toBeGreaterThan(20)
  })

  test('of a migration leaves a document of the new version with every edit, and the old file among its backups', async () => {
    // What the earlier version left: its own number of version, its own journal.
    const seal = (stored: StoredDocument) => actual.seal(actual.DOCUMENT, stored, '2026-02-01T00:00:00.000Z')
    const live = toLive(story())
    for (const number of upTo(3)) applyEntry(live, edit(number))
    const older = seal(toStored(live))
    const steps = await dyingAtEachStep({
      async prepare(store) {
        await fiveEdits(store)
        await writeFile(join(store.folder, 'documents', 'd1.json'), older)
      },
      async act(store) {
        const { stored } = await store.read('d1')
        await store.append('d1', edit(stored.number + 1))
        const next = toLive(stored)
        applyEntry(next, edit(stored.number + 1))
        await store.snapshot(toStored(next))
      },
      async check(store, acknowledged) {
        const { title, edits, notices } = await titleAndEdits(store)
        expect([title, notices]).toEqual(['Ferry, migrated', []])
        expect(acknowledged ? [upTo(6)] : [upTo(5), upTo(6)]).toContainEqual(edits)
        const backups = join(store.folder, 'backups', 'd1')
        const files = await Promise.all((await readdir(backups)).map((name) => readFile(join(backups, name), 'utf8')))
        if (acknowledged) expect(files).toContain(older)
      },
    })
    expect(steps).toBeGreaterThan(15)
    expect(DOCUMENT.version).toBe(actual.DOCUMENT.version + 1)
  })

  test('of importing a package leaves each of its documents whole or not there, and the next import completes it', async () => {
    // Of a text of its own: two documents of one text would be two reviews of the same.
    const OTHER = new TextEncoder().encode('The bakery shut its doors.\n')
    const { document } = story('d2')
    const origin = { ...document.origin, sha256: sha256(OTHER) }
    const text = 'The bakery shut its doors.\n'
    const blocks = [{ kind: 'paragraph' as const, start: 0, end: text.length - 1 }]
    const another = { ...story('d2'), document: { ...document, text, blocks, origin } }
    const clock = ticking()
    const appOn = (store: LibraryStore): App =>
      createApp({
        store,
        workers: inlineWorkers(),
        settings: { get: () => DEFAULT_SETTINGS, set: async () => DEFAULT_SETTINGS, notices: [] },
        shell: { kind: 'cli', platform: 'linux', mayReadPaths: false },
        version: '1.2.3',
        sample: async () => ({ name: 'none', bytes: new Uint8Array() }),
        hash: sha256,
        clock,
        newId: () => 'x',
      })
    const two = await reopen(join(folder, 'two'))
    await two.create(story('d1'), ORIGINAL)
    await two.create(another, OTHER)
    const app = appOn(two)
    const exported = await app.dispatcher.call('library.export', {})
    if (!exported.ok) throw new Error(exported.error.message)
    const { bytes } = exported.value as { bytes: Uint8Array }
    const importing = async (store: LibraryStore) => {
      const result = await appOn(store).dispatcher.call('library.import', { file: { name: 'two.bluepencil', bytes } })
      if (!result.ok) throw new Error(result.error.message)
      const refused = (result.value as { error?: { message: string } }[]).find(({ error }) => error)
      if (refused?.error) throw new Error(refused.error.message)
    }
    const steps = await dyingAtEachStep({
      prepare: async () => {},
      act: importing,
      async check(store, acknowledged) {
        const { all } = await store.documents()
        if (acknowledged) expect(all.sort()).toEqual(['d1', 'd2'])
        for (const id of all)
          expect((await store.read(id)).stored.document).toEqual((id === 'd1' ? story('d1') : another).document)
        await importing(store)
        expect((await store.documents()).all.sort()).toEqual(['d1', 'd2'])
      },
    })
    expect(steps).toBeGreaterThan(20)
  })
})

test('a backup that takes the document’s place is counted as newest, and the old journal is not laid over it', async () => {
  const store = await reopen(folder)
  await fiveEdits(store)
  await store.append('d1', edit(6))
  const [, oldest] = await store.backups('d1').then((all) => [all[0], all.at(-1)])
  await store.restoreBackup('d1', oldest?.name ?? '')
  await store.close()
  const again = await reopen(folder)
  const { stored, notices } = await again.read('d1')
  expect([editsOf(stored), stored.number, notices]).toEqual([[], 7, []])
  expect(editsOf((await again.backups('d1')).find(({ stored }) => stored.number === 6)?.stored ?? story())).toEqual(
    upTo(6),
  )
  await expect(again.restoreBackup('d1', '../../lock')).rejects.toMatchObject({ code: 'not-found' })
  await again.close()
})
