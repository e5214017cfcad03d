import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import type { Args, Method, Value } from '../../src-main/contract/api'
import { exportDocument } from '../../src-main/core/exporters/registry'
import type { App } from '../../src-main/services/app'
import { openApp } from '../../src-main/shells/compose'
import { anySession, longSession, type Session } from '../support/any-session'
import { ADA, NOW } from '../support/review-fixture'

const homes: string[] = []
const apps: App[] = []
afterAll(async () => {
  for (const app of apps) await app.close()
  for (const home of homes) await rm(home, { recursive: true, force: true })
})

async function desk() {
  const home = await mkdtemp(join(tmpdir(), 'bluepencil-package-'))
  homes.push(home)
  const shell = { kind: 'browser', platform: 'test', mayReadPaths: true } as const
  const app = await openApp({
    home,
    shell,
    author: ADA,
    workers: 'inline',
    onFault: (where, thrown) => expect.fail(`${where}: ${thrown}`),
  })
  apps.push(app)
  return async <M extends Method>(method: M, args: Args<M>): Promise<Value<M>> => {
    const result = await app.dispatcher.call(method, args)
    if (!result.ok) throw new Error(`${result.error.message} ${result.error.detail ?? ''}`)
    return result.value as Value<M>
  }
}

/** Sessions as stories of different files. */
const named = (sessions: readonly Session[]): Session[] =>
  sessions.map(({ document, review }, index) => {
    const origin = { ...document.origin, sha256: index.toString(16).padStart(64, '0') }
    return {
      document: { ...document, id: `story-${index}`, origin },
      review: { ...review, document: `story-${index}` },
    }
  })

test('a package brings every story with its review as it was, whatever they are', async () => {
  const [here, there] = [await desk(), await desk()]
  const sessions = named([...fc.sample(anySession, { numRuns: 25, seed: 4 }), longSession(300)])
  for (const session of sessions) {
    const options = { confidential: true, now: NOW, generator: 'Blue Pencil test' }
    const { bytes } = await exportDocument('jsonld', session, options)
    const [imported] = await here('document.import', { files: [{ name: 'story.jsonld', bytes }] })
    expect(imported?.error).toBeUndefined()
  }
  const { bytes } = await here('library.export', {})
  const file = { name: 'library.bluepencil', bytes: bytes ?? new Uint8Array() }
  expect(await there('library.import', { file })).toHaveLength(sessions.length)
  for (const { document, review } of sessions) {
    const opened = await there('document.open', { id: document.id })
    expect(opened.document).toEqual(JSON.parse(JSON.stringify(document)))
    expect(opened.review).toEqual(JSON.parse(JSON.stringify(review)))
  }
  const again = await there('library.import', { file })
  expect(again.every(({ duplicate, merged }) => duplicate && !merged)).toBe(true)
}, 60_000)

describe('an exported file that somebody edited', () => {
  const STORY = [
    'Harbour wall',
    'The wall cost 40 million, officials said on Monday.',
    'The mayor knew of it in May, the minutes say.',
    'It leaks.',
  ].join('\n\n')
  const reworded = (text: string) =>
    text.replace('It leaks.', 'It stands.').replace('knew of it in', 'heard of it in late')
  const edits = {
    html: (file: string) => file.replace(/(<body>)([^]*)/, (_, tag: string, body: string) => tag + reworded(body)),
    md: (file: string) => file.replace(/^[^]*?(?=<!-- blue)/, reworded),
    jsonld: (file: string) => {
      const collection = JSON.parse(file) as { document: { text: string } }
      collection.document.text = reworded(STORY)
      return JSON.stringify(collection)
    },
    xlsx: reworded,
  } as const

  test.each(Object.keys(edits) as (keyof typeof edits)[])(
    'as %s is a later text, its notes found again on it',
    async (format) => {
      const call = await desk()
      const bytes = new TextEncoder().encode(STORY)
      const [{ document } = {}] = await call('document.import', { files: [{ name: 'story.txt', bytes }] })
      const id = document?.id ?? ''
      const put = (op: 'claim' | 'comment', words: string) => {
        const start = STORY.indexOf(words)
        const end = start + words.length
        return call('review.do', {
          document: id,
          command: op === 'claim' ? { op, start, end } : { op, start, end, note: 'Hm.' },
        })
      }
      await put('claim', 'cost 40 million')
      await put('comment', 'The mayor knew of it in May')
      await put('comment', 'It leaks.')
      const made = await call('document.export', { id, format })
      const file = made.bytes ?? new Uint8Array()
      const changed =
        format === 'xlsx'
          ? inSheet(file, edits.xlsx)
          : new TextEncoder().encode(edits[format](new TextDecoder().decode(file)))
      const [taken] = await call('document.import', { files: [{ name: made.fileName, bytes: changed }] })
      expect(taken?.notices?.join(' ')).toContain('is revision 2 now')
      const opened = await call('document.open', { id })
      expect(opened.document.text).toBe(reworded(STORY))
      const said = opened.review.annotations.map(({ anchor, revision, placing }) => [
        revision,
        placing?.outcome,
        anchor.exact,
      ])
      expect(said.sort()).toEqual([
        [1, undefined, 'It leaks.'],
        [2, 'edited', 'The mayor heard of it in late May'],
        [2, 'same', 'cost 40 million'],
      ])
      const [again] = await call('document.import', { files: [{ name: made.fileName, bytes: changed }] })
      expect([again?.duplicate, again?.merged]).toEqual([true, undefined])
    },
  )
})

test('a verdict and a status that somebody gave in the ledger are in the review', async () => {
  const call = await desk()
  const bytes = new TextEncoder().encode('The wall cost 40 million.')
  const [{ document } = {}] = await call('document.import', { files: [{ name: 'story.txt', bytes }] })
  const id = document?.id ?? ''
  await call('review.do', { document: id, command: { op: 'claim', start: 0, end: 8 } })
  await call('review.do', { document: id, command: { op: 'verdict', value: 'in-review' } })
  const made = await call('document.export', { id, format: 'xlsx' })
  const edit = (xml: string) => xml.replace('>in review<', '>cleared<').replace('>unchecked<', '>confirmed<')
  const changed = inSheet(made.bytes ?? new Uint8Array(), edit, 'sheet1')
  const [taken] = await call('document.import', { files: [{ name: made.fileName, bytes: changed }] })
  expect(taken?.notices).toContain('Somebody’s verdict: cleared.')
  const { review } = await call('document.open', { id })
  expect(review.verdicts.map(({ author, value }) => [author.name, value])).toEqual([
    [ADA.name, 'in-review'],
    ['Somebody', 'cleared'],
  ])
  expect(review.annotations).toMatchObject([{ status: 'confirmed' }])
  expect(review.replies).toMatchObject([
    { author: { name: 'Somebody' }, body: expect.stringContaining('confirmed') as string },
  ])
})

/** A workbook with one of its sheets edited, that of the article where none is named. */
function inSheet(workbook: Uint8Array, edit: (xml: string) => string, sheet = 'sheet2'): Uint8Array {
  const parts = unzipSync(workbook)
  const name = `xl/worksheets/${sheet}.xml`
  return zipSync({ ...parts, [name]: strToU8(edit(strFromU8(parts[name] ?? new Uint8Array()))) })
}
