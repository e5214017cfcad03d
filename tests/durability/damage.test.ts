import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { applyEntry, toLive, toStored } from '../../src-main/core/review/replay'
import type { LibraryStore } from '../../src-main/services/ports'
import { DOCUMENT, seal } from '../../src-main/store/envelope'
import { edit, editsOf, newFolder, ORIGINAL, reopen, story, upTo } from './story'

let folder: string
let remove: () => Promise<void>
let document: string
let journal: string

/** A library whose document has five edits: three in the snapshot, all in the journal. */
beforeEach(async () => {
  ;({ folder, remove } = await newFolder())
  document = join(folder, 'documents', 'd1.json')
  journal = join(folder, 'documents', 'd1.journal')
  const store = await reopen(folder)
  await store.create(story(), ORIGINAL)
  const live = toLive(story())
  for (const number of upTo(5)) {
    await store.append('d1', edit(number))
    applyEntry(live, edit(number))
    if (number === 3) await store.snapshot(toStored(live))
  }
  await store.close()
})
afterEach(() => remove())

async function reading<T>(work: (store: LibraryStore) => Promise<T>): Promise<T> {
  const store = await reopen(folder)
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

const flip = (bytes: Buffer, at: number) => {
  const copy = Buffer.from(bytes)
  copy[at] = (copy[at] ?? 0) ^ 0x10
  return copy
}

describe('a damaged document file', () => {
  const damages: [string, (good: Buffer) => Buffer | string][] = [
    ['emptied', () => ''],
    ['zeroed', (good) => Buffer.alloc(good.length)],
    ['replaced by null', () => 'null'],
    ['replaced by foreign JSON', () => '{"format":"other","version":1}'],
    ['with another text under the old checksum', (good) => good.toString().replace('ferry did', 'ferry d1d')],
    [
      'with a version that does not agree with its checksum',
      (good) => good.toString().replace('"version": 1', '"version": 9'),
    ],
  ]
  test.each(damages)('%s gives way to its backup and journal, is kept, and the editor is told', async (_, damage) => {
    const good = await readFile(document)
    const damaged = Buffer.from(damage(good))
    await writeFile(document, damaged)
    const { stored, notices } = await reading((store) => store.read('d1'))
    expect(editsOf(stored)).toEqual(upTo(5))
    expect(notices).toHaveLength(1)
    expect(notices[0]).toMatch(/“Ferry” was damaged.*backup of 2026-03-01/)
    const [kept] = await readdir(join(folder, 'corrupt'))
    expect(await readFile(join(folder, 'corrupt', kept ?? ''))).toEqual(damaged)
    const again = await reading((store) => store.read('d1'))
    expect(editsOf(again.stored)).toEqual(upTo(5))
    expect(again.notices).toEqual([])
  })

  test('cut at any 64th byte, or with a bit turned there, costs nothing', async () => {
    const good = await readFile(document)
    const lines = await readFile(journal)
    for (let at = 0; at < good.length; at += 64)
      for (const damaged of [good.subarray(0, at), flip(good, at)]) {
        await writeFile(document, damaged)
        await writeFile(journal, lines)
        const { stored } = await reading((store) => store.read('d1'))
        expect(editsOf(stored), `byte ${at}`).toEqual(upTo(5))
        expect(stored.document.text).toBe(story().document.text)
      }
  })

  test('is not touched by somebody who only reads', async () => {
    await writeFile(document, 'null')
    const { openLibrary } = await import('../../src-main/store/library')
    const store = await openLibrary({ folder, readOnly: true, clock: () => '2026-03-02T00:00:00.000Z' })
    expect(editsOf((await store.read('d1')).stored)).toEqual(upTo(5))
    expect(await readFile(document, 'utf8')).toBe('null')
    await expect(store.append('d1', edit(6))).rejects.toMatchObject({ code: 'read-only' })
  })

  test('without any good backup is never written over', async () => {
    await writeFile(document, 'null')
    await rm(join(folder, 'backups'), { recursive: true })
    await reading(async (store) => {
      await expect(store.read('d1')).rejects.toMatchObject({ code: 'damaged' })
      await expect(store.append('d1', edit(6))).rejects.toMatchObject({ code: 'damaged' })
    })
    expect(await readFile(document, 'utf8')).toBe('null')
  })

  test('that a newer version saved is shown and never written', async () => {
    const newer = seal({ ...DOCUMENT, version: 99 }, { ...story(), more: true }, '2030-01-01T00:00:00.000Z')
    await writeFile(document, newer)
    await reading(async (store) => {
      expect((await store.read('d1')).readOnly).toMatch(/newer version/)
      await expect(store.append('d1', edit(6))).rejects.toMatchObject({ code: 'read-only' })
    })
    expect(await readFile(document, 'utf8')).toBe(newer)
  })
})

describe('a damaged journal', () => {
  test('cut at any 64th byte costs only what was cut, and takes new edits', async () => {
    const good = await readFile(journal)
    const snapshot = await readFile(document)
    for (let at = 0; at < good.length; at += 64) {
      await writeFile(document, snapshot)
      await writeFile(journal, good.subarray(0, at))
      await reading(async (store) => {
        const edits = editsOf((await store.read('d1')).stored)
        const whole = good.subarray(0, at).toString().split('\n').length - 1
        expect(edits, `byte ${at}`).toEqual(upTo(Math.max(3, whole)))
        await store.append('d1', edit(edits.length + 1))
      })
      const after = await reading((store) => store.read('d1'))
      expect(after.stored.number).toBe(editsOf(after.stored).length)
    }
  })

  test('with a line that is not what was written loses that line alone, and says so', async () => {
    const good = await readFile(journal)
    const lines = good.toString().split('\n')
    const fourth = Buffer.byteLength(lines.slice(0, 3).join('\n')) + 40
    await writeFile(journal, flip(good, fourth))
    const { stored, notices } = await reading((store) => store.read('d1'))
    expect(editsOf(stored)).toEqual([1, 2, 3, 5])
    expect(notices.join()).toMatch(/1 of the last edits.*kept as corrupt/)
    expect(await readdir(join(folder, 'corrupt'))).toHaveLength(1)
  })
})

describe('what is derived', () => {
  test.each(['null', '{}', ''])('a catalogue of %j is set aside and made again', async (content) => {
    await writeFile(join(folder, 'catalogue.json'), content)
    const store = await reopen(folder)
    expect(await store.documents()).toEqual({ all: ['d1'], stale: ['d1'] })
    expect(store.notices.join()).toMatch(/catalogue/)
    await store.close()
  })

  test('stored suggestions that cannot be read are as good as none', async () => {
    await writeFile(join(folder, 'detections', 'd1.json'), '{"version":"x"}')
    expect(await reading((store) => store.readDetection('d1'))).toBeUndefined()
  })
})

describe('verify', () => {
  test('says what is wrong and, asked to, puts it right', async () => {
    await writeFile(document, '')
    await writeFile(join(folder, 'originals', 'a'.repeat(64)), 'something else')
    await writeFile(join(folder, 'detections', 'd1.json'), 'null')
    const found = await reading((store) => store.verify({ repair: false }))
    expect(found.problems.map(({ file, repaired }) => [file, repaired])).toEqual([
      ['documents/d1.json', false],
      ['detections/d1.json', false],
      [`originals/${'a'.repeat(64)}`, false],
    ])
    const repaired = await reading((store) => store.verify({ repair: true }))
    expect(repaired.problems.every((problem) => problem.repaired)).toBe(true)
    expect((await reading((store) => store.verify({ repair: false }))).problems).toEqual([])
    expect(editsOf((await reading((store) => store.read('d1'))).stored)).toEqual(upTo(5))
  })

  test('misses the files that a document names, and they come back by being kept again', async () => {
    const original = join(folder, 'originals', story().document.origin.sha256)
    await rm(original)
    const missing = {
      file: 'documents/d1.json',
      message: expect.stringMatching(/is missing from “originals”/) as string,
    }
    for (const repair of [false, true]) {
      const { problems } = await reading((store) => store.verify({ repair }))
      expect(problems).toEqual([{ ...missing, repaired: false }])
    }
    await reading((store) => store.keepBytes('originals', ORIGINAL))
    expect((await reading((store) => store.verify({ repair: false }))).problems).toEqual([])
  })
})
