import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { Args, Method, Value } from '../../src-main/contract/api'
import { exportDocument } from '../../src-main/core/exporters/registry'
import type { App } from '../../src-main/services/app'
import { openApp } from '../../src-main/shells/compose'
import { anySession, longSession, type Session } from '../support/any-session'
import { NOW } from '../support/review-fixture'

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
