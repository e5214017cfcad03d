import { mkdir, mkdtemp, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { Low } from 'lowdb'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { seal, unseal } from '../../src-main/store/envelope'
import { writeProblem } from '../../src-main/store/file-errors'
import { realFiles } from '../../src-main/store/file-port'
import { inputFiles } from '../../src-main/store/input-files'
import { openLibrary } from '../../src-main/store/library'
import { acquireLock } from '../../src-main/store/lock'
import { findPlaces } from '../../src-main/store/places'
import { backupsToKeep } from '../../src-main/store/retention'
import { SealedFileAdapter } from '../../src-main/store/sealed-file'
import { openSettings } from '../../src-main/store/settings'

let folder: string
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'bluepencil-store-'))))
afterEach(() => rm(folder, { recursive: true, force: true }))
const FORMAT = { name: 'test', version: 1 }
const NOW = '2026-03-01T10:00:00.000Z'

describe('an envelope', () => {
  test('gives back what was put in, laid out anew or not', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (payload) => {
        const sealed = seal(FORMAT, payload, NOW)
        const expected = JSON.parse(JSON.stringify(payload)) as unknown
        for (const text of [sealed, JSON.stringify(JSON.parse(sealed), undefined, 4)])
          expect(unseal(FORMAT, text)).toEqual({ state: 'good', payload: expected, version: 1, savedAt: NOW })
      }),
    )
  })

  test('cut anywhere is damaged', () => {
    const sealed = seal(FORMAT, { words: ['a', 'b'] }, NOW)
    for (let at = 0; at < sealed.length; at++) expect(unseal(FORMAT, sealed.slice(0, at)).state).toBe('damaged')
  })
})

describe('lowdb over the durable adapter', () => {
  const adapter = () =>
    new SealedFileAdapter<{ n: number }>(
      realFiles,
      FORMAT,
      join(folder, 'db.json'),
      () => NOW,
      async (found) => {
        if (found.state === 'damaged') throw new Error(found.why)
        return null
      },
      (payload) => payload as { n: number },
    )

  test('keeps data, and does not take a file that holds null for an empty one', async () => {
    const database = new Low(adapter(), { n: 0 })
    await database.read()
    await database.update((data) => (data.n = 7))
    const again = new Low(adapter(), { n: 0 })
    await again.read()
    expect(again.data).toEqual({ n: 7 })
    await writeFile(join(folder, 'db.json'), 'null')
    await expect(again.read()).rejects.toThrow('something else')
  })

  test('stands many writers of one file at once', async () => {
    const writers = Array.from({ length: 30 }, (_, n) => new Low(adapter(), { n }).write())
    await Promise.all(writers)
    const found = unseal(FORMAT, await readFile(join(folder, 'db.json'), 'utf8'))
    expect(found.state).toBe('good')
  })
})

describe('the lock of a library', () => {
  const holder = (changes: object) =>
    JSON.stringify({ host: hostname(), pid: 2 ** 22 + 1, processStart: '1', since: NOW, token: 'x', ...changes })
  const path = () => join(folder, 'lock')

  test('is had by one, who is named to the others, and again after it is given back', async () => {
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => acquireLock(realFiles, folder)))
    const won = results.filter((result) => result.status === 'fulfilled')
    expect(won).toHaveLength(1)
    await expect(acquireLock(realFiles, folder)).rejects.toMatchObject({
      code: 'locked',
      message: expect.stringContaining(`process ${process.pid} on ${hostname()}`) as string,
    })
    await won[0]?.value.release()
    const next = await acquireLock(realFiles, folder)
    expect(next.notice).toBeUndefined()
    await next.release()
  })

  test('of a process that is gone is taken over by one alone, with a word about it', async () => {
    for (let round = 0; round < 20; round++) {
      await writeFile(path(), holder({}))
      const results = await Promise.allSettled(Array.from({ length: 4 }, () => acquireLock(realFiles, folder)))
      const won = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
      expect(won).toHaveLength(1)
      expect(won[0]?.notice).toMatch(/did not end as it should/)
      await won[0]?.release()
    }
  })

  const hour = 3_600_000
  const cases: [string, object | string, number, boolean][] = [
    ['another process of this computer that had our number', { pid: process.pid }, 0, false],
    ['another computer, touched a moment ago', { host: 'elsewhere' }, 0, true],
    ['another computer, touched long ago', { host: 'elsewhere' }, hour, false],
    ['another computer, touched in the future', { host: 'elsewhere' }, -hour, true],
    ['somebody who is just writing it', '', 0, true],
    ['somebody who never wrote it', '', hour, false],
    ['nobody one can make out', '{"pid":"?"}', hour, false],
  ]
  test.each(cases)('of %s', async (_, content, age, held) => {
    await writeFile(path(), typeof content === 'string' ? content : holder(content))
    const touched = new Date(Date.now() - age)
    await utimes(path(), touched, touched)
    const outcome = acquireLock(realFiles, folder).then(
      (lock) => lock.release().then(() => false),
      () => true,
    )
    expect(await outcome).toBe(held)
  })
})

describe('backups', () => {
  const day = 86_400_000
  const now = Date.parse('2026-03-31T12:00:00Z')

  test('keep the last ten, a week of days and a month of weeks', () => {
    const everyHour = Array.from({ length: 24 * 60 }, (_, hours) => now - hours * 3_600_000)
    const kept = [...backupsToKeep(everyHour, now)]
    expect(kept.sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 24, 48, 72, 96, 120, 144, 168, 336, 504])
  })

  test('are never thinned below the last ten made, whatever the clock does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: now + 90 * day }), { minLength: 1 }), (times) => {
        const kept = backupsToKeep(times, now)
        for (let position = 0; position < Math.min(10, times.length); position++) expect(kept).toContain(position)
      }),
    )
  })
})

describe('settings', () => {
  test('last, and a file that cannot be read is kept beside the new one', async () => {
    const path = join(folder, 'config', 'settings.json')
    await (await openSettings(path)).set({ theme: 'dark' })
    expect((await openSettings(path)).get().theme).toBe('dark')
    await writeFile(path, '{"theme":"dark"')
    const reopened = await openSettings(path, { clock: () => NOW })
    expect(reopened.get().theme).toBe('system')
    expect(await readFile(`${path}.${NOW.replaceAll(':', '-')}.kept`, 'utf8')).toBe('{"theme":"dark"')
    expect(reopened.notices.join()).toMatch(/kept as/)
  })
})

describe('where things are', () => {
  test.each([
    [{ library: '/a', home: '/h' }, {}, '/a', '/h/settings.json'],
    [{ home: '/h' }, { BLUEPENCIL_LIBRARY: '/l' }, '/h/Blue Pencil', '/h/settings.json'],
    [{}, { BLUEPENCIL_HOME: '/e', BLUEPENCIL_LIBRARY: '/l' }, '/l', '/e/settings.json'],
    [{}, { BLUEPENCIL_HOME: '/e' }, '/e/Blue Pencil', '/e/settings.json'],
    [{ home: '/h' }, { BLUEPENCIL_HOME: '/e' }, '/h/Blue Pencil', '/h/settings.json'],
  ])('%j %j', (given, environment, library, settings) => {
    expect(findPlaces(given, environment)).toEqual({ library, settings })
  })
})

describe('a library', () => {
  test('sweeps what a killed session left half written, and nothing else', async () => {
    await (await openLibrary({ folder, clock: () => NOW })).close()
    const left = join(folder, 'documents', 'd1.json.4242.0123456789ab.tmp')
    const own = join(folder, 'documents', 'notes.tmp')
    await writeFile(left, 'x')
    await writeFile(own, 'x')
    await (await openLibrary({ folder, clock: () => NOW })).close()
    await expect(stat(left)).rejects.toThrow()
    expect(await readFile(own, 'utf8')).toBe('x')
  })

  test('in the place of a file is refused in a sentence, and a missing one is not made by looking', async () => {
    await writeFile(join(folder, 'file'), '')
    await expect(openLibrary({ folder: join(folder, 'file'), clock: () => NOW })).rejects.toMatchObject({
      code: 'not-allowed',
    })
    const missing = join(folder, 'none')
    await expect(openLibrary({ folder: missing, readOnly: true, clock: () => NOW })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(stat(missing)).rejects.toThrow()
  })

  test.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EACCES', 'not-allowed'],
    ['EROFS', 'read-only'],
    ['EIO', 'write-failed'],
  ])('%s is said as %s, with the file', (code, expected) => {
    const problem = writeProblem(Object.assign(new Error(code), { code }), '/library/x.json')
    expect(problem.code).toBe(expected)
    expect(problem.message).toContain('/library/x.json')
  })
})

describe('folders to import', () => {
  test('are walked, hidden files left out, and what is missing is said', async () => {
    await mkdir(join(folder, 'in', 'deeper', '.hidden'), { recursive: true })
    for (const name of ['b.txt', 'a.txt', '.dot', 'deeper/c.md', 'deeper/.hidden/d.txt'])
      await writeFile(join(folder, 'in', name), 'x')
    const found = await inputFiles.expand([join(folder, 'in'), join(folder, 'gone')])
    expect(found.map(({ name, problem }) => [name, problem?.code])).toEqual([
      ['a.txt', undefined],
      ['b.txt', undefined],
      ['c.md', undefined],
      ['gone', 'not-found'],
    ])
  })
})
