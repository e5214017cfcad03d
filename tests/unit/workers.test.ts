import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openApp } from '../../src-main/shells/compose'
import { createWorkerHost, type WorkerHost } from '../../src-main/workers/host'
import { inlineWorkers, threadWorkers } from '../../src-main/workers/workers'
import { buildCli, type BuiltCli } from '../support/built-cli'

/** A worker that does what its job says, as badly as can be. */
const BAD_WORKER = `
  import { parentPort, threadId } from 'node:worker_threads'
  parentPort.on('message', ({ number, job }) => {
    if (job === 'hang') for (;;);
    if (job === 'crash') throw new Error('broken')
    if (job === 'exit') process.exit(3)
    if (job === 'eat') { const held = []; for (;;) held.push(new Array(100000).fill(number)) }
    parentPort.postMessage({ number: 999, kind: 'done', value: 'of somebody else' })
    parentPort.postMessage({ number, kind: 'progress', done: 1, total: 2, label: 'half' })
    parentPort.postMessage({ number, kind: 'done', value: threadId })
  })`
let host: WorkerHost
const open = (deadline = 5_000) =>
  (host = createWorkerHost({
    url: new URL(`data:text/javascript,${encodeURIComponent(BAD_WORKER)}`),
    deadline,
    megabytes: 32,
  }))
afterEach(() => host?.close())

describe('a worker that', () => {
  const cases: [string, number, string][] = [
    ['hang', 300, 'timeout'],
    ['crash', 5_000, 'fault'],
    ['exit', 5_000, 'fault'],
    ['eat', 20_000, 'too-large'],
  ]
  test.each(cases)('does “%s” ends its job with a sentence, and the next job is done', async (job, deadline, code) => {
    open(deadline)
    await expect(host.run(job, 'story.txt')).rejects.toMatchObject({
      code,
      message: expect.stringMatching(/^story\.txt /) as string,
    })
    expect(await host.run('well', 'story.txt')).toEqual(expect.any(Number))
  })

  test('is cancelled stops at once, whether its job runs or waits', async () => {
    open()
    const stop = new AbortController()
    const jobs = [host.run('hang', 'a', { signal: stop.signal }), host.run('well', 'b', { signal: stop.signal })]
    const next = host.run('well', 'c')
    setTimeout(() => stop.abort(), 50)
    for (const job of jobs) await expect(job).rejects.toMatchObject({ code: 'cancelled' })
    expect(await next).toEqual(expect.any(Number))
  })

  test('works says how far it is, and is kept for the next job', async () => {
    open()
    const heard: unknown[] = []
    const first = await host.run('well', 'a', { progress: (...said) => heard.push(said) })
    expect(heard).toEqual([[1, 2, 'half']])
    expect(await host.run('well', 'b')).toBe(first)
  })
})

describe('the built workers', () => {
  let built: BuiltCli
  beforeAll(async () => void (built = await buildCli()), 60_000)
  afterAll(() => built.remove())
  const url = (name: string) => pathToFileURL(join(built.folder, 'main', name))
  const urls = () => ({
    import: url('import-worker.js'),
    detect: url('detect-worker.js'),
    search: url('search-worker.js'),
    export: url('export-worker.js'),
    record: url('record-worker.js'),
  })

  test('do in a thread what is done without one, and refuse alike', async () => {
    const threads = threadWorkers(urls())
    const here = inlineWorkers()
    const text = 'The wall cost 4.2 million, critics say.\n\n“It had to be done,” said Ida Brandt.\n'
    const file = { name: 'a.txt', bytes: new TextEncoder().encode(text) }
    const outcome = await threads.import(file)
    expect(outcome).toEqual(await here.import(file))
    const { imported } = outcome
    const job = { ...imported, blocks: [...imported.blocks], inlines: [...imported.inlines], seenElsewhere: new Map() }
    expect(await threads.detect(job)).toEqual(await here.detect(job))
    await expect(threads.import({ name: 'b.txt', bytes: new Uint8Array() })).rejects.toMatchObject({ code: 'empty' })
    await threads.close()
  })

  test('export in a thread what is exported without one', async () => {
    const app = await openApp({
      home: built.folder,
      shell: { kind: 'cli', platform: 'test', mayReadPaths: true },
      workers: 'inline',
    })
    const text = 'The wall cost 4.2 million, critics say.\n\n“It had to be done,” said Ida Brandt.\n'
    const files = [{ name: 'a.txt', bytes: new TextEncoder().encode(text) }]
    const imported = await app.dispatcher.call('document.import', { files })
    const id = (imported as { value: { document: { id: string } }[] }).value[0]?.document.id ?? ''
    const threads = threadWorkers(urls())
    const here = inlineWorkers()
    const making = { now: '2026-10-15T09:30:00.000Z', generator: 'Blue Pencil' }
    const folder = join(built.folder, 'Blue Pencil')
    for (const format of ['docx', 'pdf', 'html'] as const) {
      const job = { op: 'make', folder, id, format, choice: {}, making } as const
      expect(await threads.export(job, 'a')).toEqual(await here.export(job, 'a'))
    }
    const stop = new AbortController()
    const job = { op: 'make', folder, id, format: 'pdf', choice: {}, making } as const
    const stopped = threads.export(job, 'a', { signal: stop.signal })
    setTimeout(() => stop.abort(), 5)
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' })
    await threads.close()
    await app.close()
  })
})
