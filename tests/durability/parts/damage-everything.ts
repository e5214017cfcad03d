import assert from 'node:assert/strict'
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { applyEntry, toLive, toStored } from '../../../src-main/core/review/replay'
import { openSettings } from '../../../src-main/store/settings'
import { edit, editsOf, ORIGINAL, reopen, story, upTo } from '../story'

const EDITS = 6

/** A library with a file of every kind, and settings beside it. Six edits; three are in the snapshot, all in the journal. */
export async function makeLibrary(folder: string): Promise<void> {
  const store = await reopen(join(folder, 'library'))
  await store.create(story('d1'), ORIGINAL)
  await store.create(story('d2'), ORIGINAL)
  await store.keepBytes('attachments', new TextEncoder().encode('day,people\n1,1402\n'))
  await store.writeDetection('d1', { version: '1', suggestions: [], sentences: [] })
  const live = toLive(story('d1'))
  for (const number of upTo(EDITS)) {
    await store.append('d1', edit(number))
    applyEntry(live, edit(number))
    if (number === 3) await store.snapshot(toStored(live))
  }
  for (const id of ['d1', 'd2']) await store.keepSummary({ ...SUMMARY, id }, id === 'd1' ? EDITS : 0)
  await store.close()
  await (await openSettings(join(folder, 'settings.json'))).set({ theme: 'dark' })
}

const SUMMARY = {
  title: 'Ferry',
  language: 'en',
  fileName: 'ferry.txt',
  mediaType: 'text/plain',
  sha256: story().document.origin.sha256,
  words: 220,
  importedAt: '2026-03-01T09:00:00.000Z',
  changedAt: '2026-03-01T09:00:00.000Z',
  verdict: 'not-started' as const,
  counts: { suggestions: 0, claims: 0, sourced: 0, openFlags: 0, mustFix: 0, comments: 0, highlights: 0 },
  barcode: '',
  trashed: false,
}

type Damage = readonly [name: string, damage: (good: Buffer) => Buffer]

/** Everything that may come over a file. @param stride bytes between the places that are cut and turned */
function damages(length: number, stride: number): Damage[] {
  const places = Array.from({ length: Math.ceil(length / stride) }, (_, index) => index * stride)
  return [
    ['zeroed', (good) => Buffer.alloc(good.length)],
    ['null', () => Buffer.from('null')],
    ['foreign JSON', () => Buffer.from('{"format":"another program","version":1,"payload":{}}')],
    ['foreign bytes', () => Buffer.from(Array.from({ length: 300 }, (_, at) => (at * 31) % 256))],
    ...places.flatMap((at): Damage[] => [
      [`cut at ${at}`, (good) => good.subarray(0, at)],
      [`a bit turned at ${at}`, (good) => turned(good, at)],
    ]),
  ]
}

function turned(good: Buffer, at: number): Buffer {
  const copy = Buffer.from(good)
  copy[at] = (copy[at] ?? 0) ^ (1 << (at % 7))
  return copy
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)))
}

/**
 * Damages each file of a library in each way, and each time opens it as the next start would: nothing may be thrown but
 * problems in sentences, every acknowledged edit must be there (but those in a damaged stretch of the journal that no
 * snapshot holds), what was found must be kept, edits must go on, and after a repair the library must be clean.
 *
 * @returns how many damages were tried on how many files
 * @throws AssertionError naming the file and the damage
 */
export async function damageEverything(folder: string, stride: number): Promise<{ files: number; damages: number }> {
  const good = join(folder, 'good')
  await makeLibrary(good)
  const names = (await filesIn(good)).sort()
  let count = 0
  for (const name of names) {
    const before = await readFile(join(good, name))
    for (const [how, damage] of damages(before.length, stride)) {
      const damaged = damage(before)
      if (damaged.equals(before)) continue
      const trial = join(folder, 'trial')
      await rm(trial, { recursive: true, force: true })
      await cp(good, trial, { recursive: true })
      await writeFile(join(trial, name), damaged)
      await survives(trial, name, damaged).catch((thrown: unknown) => {
        throw new assert.AssertionError({ message: `${name}, ${how}: ${String(thrown)}` })
      })
      count++
    }
  }
  return { files: names.length, damages: count }
}

async function survives(trial: string, name: string, damaged: Buffer): Promise<void> {
  assert.ok(['dark', 'system'].includes((await openSettings(join(trial, 'settings.json'))).get().theme))
  const library = join(trial, 'library')
  const store = await reopen(library)
  const { all } = await store.documents()
  assert.deepEqual(all.sort(), ['d1', 'd2'])
  await store.readDetection('d1')
  const { stored, notices } = await store.read('d1')
  const edits = editsOf(stored)
  if (!name.endsWith('d1.journal')) assert.deepEqual(edits, upTo(EDITS))
  else
    assert.deepEqual(
      edits,
      upTo(EDITS).filter((number) => number <= 3 || edits.includes(number)),
    )
  if (name === join('library', 'documents', 'd1.json')) assert.equal(notices.length, 1)
  assert.deepEqual(editsOf((await store.read('d2')).stored), [])
  if (/d\d\.json$|originals|attachments|settings/.test(name) && !name.includes('detections'))
    assert.ok(await isKept(trial, damaged), 'what was found is gone')
  const original = await store.original(SUMMARY.sha256)
  assert.ok(original === undefined || Buffer.from(ORIGINAL).equals(original), 'a damaged original was handed out')

  const next = stored.number + 1
  await store.append('d1', edit(next))
  await store.verify({ repair: true })
  await store.keepBytes('originals', ORIGINAL)
  await store.close()
  const again = await reopen(library)
  assert.deepEqual(editsOf((await again.read('d1')).stored), [...edits, next])
  assert.deepEqual((await again.verify({ repair: false })).problems, [])
  await again.close()
}

async function isKept(folder: string, bytes: Buffer): Promise<boolean> {
  for (const name of await filesIn(folder)) if ((await readFile(join(folder, name))).equals(bytes)) return true
  return false
}
