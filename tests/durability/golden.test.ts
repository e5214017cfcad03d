import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { migrateDocument, type Migration } from '../../src-main/core/migrations/registry'
import { DOCUMENT, unseal } from '../../src-main/store/envelope'
import { story } from './story'

/** One file of each version that was ever written, kept for ever. */
const golden = (version: number) => readFile(join(import.meta.dirname, 'golden', `document-${version}.json`), 'utf8')

test.each(Array.from({ length: DOCUMENT.version }, (_, at) => at + 1))(
  'a document of version %d opens today',
  async (version) => {
    const found = unseal(DOCUMENT, await golden(version))
    if (found.state !== 'good') throw new Error(`The golden file is ${found.state}.`)
    expect(found.version).toBe(version)
    const { document, review, history } = migrateDocument(found.payload, found.version)
    expect(document.title).toBe('Ferry')
    expect(review.annotations).toMatchObject([{ kind: 'highlight', anchor: { exact: 'ferry' } }])
    expect(history).toMatchObject({ changes: [{ op: 'highlight' }], undone: 0 })
  },
)

test('older shapes go through every step to today’s, and today’s through none', () => {
  const step = (from: number): [number, Migration] => [
    from,
    (payload) => ({ ...(payload as object), changedAt: `2026-01-0${from}T00:00:00.000Z` }),
  ]
  const migrations = new Map([step(1), step(2)])
  expect(migrateDocument({ ...story(), changedAt: 'long ago' }, 1, migrations).changedAt).toBe(
    '2026-01-02T00:00:00.000Z',
  )
  expect(migrateDocument(story(), 3, migrations)).toEqual(story())
  expect(() => migrateDocument({ ...story(), review: 'none' }, 3, migrations)).toThrow()
})
