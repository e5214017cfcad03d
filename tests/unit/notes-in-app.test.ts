import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Args, Method, Value } from '../../src-main/contract/api'
import type { App } from '../../src-main/services/app'
import { openApp } from '../../src-main/shells/compose'
import { ADA } from '../support/review-fixture'

const TEXT = `Harbour wall 🌊 declared safe

The council said on Monday that the wall was safe. “Nobody asked us,” said Ida Brandt, who lives below the wall.

The survey of 2019 was never published. The council said on Tuesday that it would be.`
const utf8 = (value: string) => new TextEncoder().encode(value)
/** A note as Hypothesis gives it. */
const row = (id: string, exact: string) => ({
  id,
  user: 'acct:otto@hypothes.is',
  uri: 'https://a.example/wall',
  text: 'Is that so?',
  target: [{ selector: [{ type: 'TextQuoteSelector', exact }] }],
})

describe('annotations from a file, in the app', () => {
  let home: string
  let app: App
  async function call<M extends Method>(method: M, args: Args<M>): Promise<Value<M>> {
    const result = await app.dispatcher.call(method, args)
    if (!result.ok) throw new Error(result.error.message)
    return result.value as Value<M>
  }
  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), 'bluepencil-notes-'))
    app = await openApp({ home, shell: { kind: 'browser', platform: 'test', mayReadPaths: true }, workers: 'inline' })
    await call('settings.set', { author: ADA })
  })
  afterEach(async () => {
    await app.close()
    await rm(home, { recursive: true, force: true })
  })

  test('is one change that can be undone, and is nothing the second time', async () => {
    const [imported] = await call('document.import', { files: [{ name: 'wall.txt', bytes: utf8(TEXT) }] })
    const document = imported?.document?.id ?? ''
    const path = join(home, 'notes.json')
    await writeFile(path, JSON.stringify({ rows: [row('a1', 'survey of 2019'), row('a2', 'a sentence of Friday')] }))
    const file = { name: 'notes.json', path }
    const first = await call('review.importNotes', { document, file })
    expect(first).toMatchObject({ added: 2, orphaned: 1, saved: { history: { undo: 'take-notes' } } })
    expect(await call('document.orphans', { id: document })).toHaveLength(1)
    const again = await call('review.importNotes', { document, file })
    expect(again).toMatchObject({ added: 0, notices: ['All that the file says is here already; nothing was added.'] })
    expect(again.saved).toBeUndefined()
    await call('review.undo', { document })
    expect((await call('document.open', { id: document })).review.annotations).toEqual([])
    expect(await call('review.importNotes', { document, file })).toMatchObject({ added: 2 })
  })

  test('our own JSON-LD brings its sources and verdicts along', async () => {
    const [imported] = await call('document.import', { files: [{ name: 'wall.txt', bytes: utf8(TEXT) }] })
    const document = imported?.document?.id ?? ''
    const { change } = await call('review.do', { document, command: { op: 'claim', start: 0, end: 12 } })
    const claim = change.patches[0]?.id ?? ''
    await call('review.do', { document, command: { op: 'source', citation: 'Survey, 2019', claim } })
    const { bytes } = await call('document.export', { id: document, format: 'jsonld' })
    const [other] = await call('document.import', { files: [{ name: 'same.txt', bytes: utf8(`${TEXT}\n`) }] })
    const id = other?.document?.id ?? ''
    const file = { name: 'wall.jsonld', bytes }
    expect(await call('review.importNotes', { document: id, file })).toMatchObject({ added: 1 })
    expect(await call('review.importNotes', { document: id, file })).toMatchObject({ added: 0 })
    const { review } = await call('document.open', { id })
    expect(review.sources.map(({ citation }) => citation)).toEqual(['Survey, 2019'])
    const [far] = await call('document.import', {
      files: [{ name: 'far.txt', bytes: utf8('Ferries run on Sundays.') }],
    })
    const wrong = app.dispatcher.call('review.importNotes', { document: far?.document?.id ?? '', file })
    expect(await wrong).toMatchObject({ error: { message: expect.stringContaining('a review of another story') } })
  })
})
