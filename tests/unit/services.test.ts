import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Args, Method, Value } from '../../src-main/contract/api'
import type { App } from '../../src-main/services/app'
import { openApp } from '../../src-main/shells/compose'

const AUTHOR = { id: 'anna', name: 'Anna Berg', initials: 'AB' }
const bytes = (text: string) => new TextEncoder().encode(text)
let home: string
let app: App

async function start(): Promise<App> {
  return openApp({ home, shell: { kind: 'cli', platform: 'test', mayReadPaths: true }, workers: 'inline' })
}

async function call<M extends Method>(method: M, args: Args<M>): Promise<Value<M>> {
  const result = await app.dispatcher.call(method, args)
  if (!result.ok) throw Object.assign(new Error(result.error.message + (result.error.detail ?? '')), result.error)
  return result.value as Value<M>
}

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'bluepencil-services-'))
  app = await start()
})
afterEach(async () => {
  await app.close()
  await rm(home, { recursive: true, force: true })
})

async function importStory(text: string, name = 'story.txt') {
  const [imported] = await call('document.import', { files: [{ name, bytes: bytes(text) }] })
  if (!imported?.document) throw new Error(imported?.error?.message)
  return imported.document
}

test('what was done is there after a restart, undo and redo included', async () => {
  await call('settings.set', { author: AUTHOR })
  const { id } = await importStory('The harbour closed in March.\n\nNobody was told why.\n')
  await call('review.do', { document: id, command: { op: 'claim', start: 0, end: 28, type: 'fact' } })
  await call('review.do', { document: id, command: { op: 'flag', start: 30, end: 51, reason: 'unsourced-claim' } })
  await call('review.undo', { document: id })
  const before = await call('document.open', { id })
  await app.close()

  app = await start()
  const after = await call('document.open', { id })
  expect(after.review).toEqual(before.review)
  expect(after.history).toEqual({ undo: 'claim', redo: 'flag' })
  const saved = await call('review.redo', { document: id })
  expect(saved.history).toEqual({ undo: 'flag', redo: undefined })
  const [summary] = await call('library.list', {})
  expect(summary?.counts).toMatchObject({ claims: 1, openFlags: 1 })
  const sample = await call('document.sample', {})
  expect(sample.title.length).toBeGreaterThan(3)
  const hits = await call('library.search', { query: 'harbour' })
  expect(hits.length).toBeGreaterThan(0)
})
