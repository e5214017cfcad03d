/**
 * npm run soak [-- --sessions N]: eight hours of work in some minutes. Five hundred sessions open a library, a story and a window's
 * worth of services, make forty edits, close again; some export. Prints memory and handles on the way, and ends with
 * status 1 when they are not flat.
 */
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Method, Value } from '../src-main/contract/api'
import { openApp } from '../src-main/shells/compose'

const { values } = parseArgs({ options: { sessions: { type: 'string', default: '500' } } })
const SESSIONS = Number(values.sessions)
const EDITS = 40
const STORIES = 10
const EXPORTS = 200
const FORMATS = ['html', 'md', 'jsonld', 'csv', 'txt', 'docx'] as const
const MEGABYTE = 1024 * 1024
/** What memory may grow by from the second fifth to the last: less than the noise of a collector. */
const GROWTH = 24 * MEGABYTE

setFlagsFromString('--expose_gc')
const collect = runInNewContext('gc') as () => void
const home = await mkdtemp(join(tmpdir(), 'bluepencil-soak-'))
const ids: string[] = []
const sum = { edits: 0, opens: 0, exports: 0 }
const samples: { heap: number; resident: number; handles: number; files: number }[] = []

type Call = <M extends Method>(method: M, args: object) => Promise<Value<M>>

async function session(work: (call: Call) => Promise<void>): Promise<void> {
  const app = await openApp({
    home,
    shell: { kind: 'browser', platform: process.platform, mayReadPaths: false },
    workers: 'inline',
    author: { id: 'soak', name: 'Ola Nord', initials: 'ON' },
  })
  try {
    await work(async (method, args) => {
      const result = await app.dispatcher.call(method, args)
      if (!result.ok) throw new Error(`${method}: ${result.error.message}`)
      return result.value as never
    })
  } finally {
    await app.close()
  }
}

async function edit(call: Call, document: string): Promise<void> {
  const made: string[] = []
  for (let n = 0; n < EDITS / 2; n++) {
    const { change } = await call('review.do', {
      document,
      command: { op: 'highlight', start: n, end: n + 20, note: 'x' },
    })
    made.push(change.patches[0]?.id ?? '')
  }
  for (const id of made) await call('review.do', { document, command: { op: 'remove', id } })
  sum.edits += EDITS
}

async function measure(): Promise<void> {
  collect()
  const { heapUsed, arrayBuffers, rss } = process.memoryUsage()
  const files = await readdir('/proc/self/fd').then(
    (names) => names.length,
    () => 0,
  )
  const handles = process.getActiveResourcesInfo().length
  samples.push({ heap: heapUsed + arrayBuffers, resident: rss, handles, files })
}

const paragraph = 'The ferry did not run on Sunday, and the company gave no reason for it when it was asked. '
await session(async (call) => {
  for (let n = 0; n < STORIES; n++) {
    const bytes = new TextEncoder().encode(`Story ${n}\n\n${paragraph.repeat(60)}\n`)
    const [imported] = await call('document.import', { files: [{ name: `${n}.txt`, bytes }] })
    if (imported?.document) ids.push(imported.document.id)
  }
})
const started = performance.now()
for (let n = 0; n < SESSIONS; n++) {
  await session(async (call) => {
    const document = ids[n % ids.length] ?? ''
    await call('document.open', { id: document })
    sum.opens++
    await edit(call, document)
    if (sum.exports * SESSIONS < EXPORTS * n) {
      await call('document.export', { id: document, format: FORMATS[n % FORMATS.length], inHand: true })
      sum.exports++
    }
  })
  if ((n + 1) % Math.max(1, Math.floor(SESSIONS / 10)) > 0) continue
  await measure()
  const last = samples.at(-1)
  if (last)
    console.log(
      `${sum.edits} edits, ${sum.opens} opens and closes, ${sum.exports} exports: heap ${mb(last.heap)}, resident ${mb(last.resident)}, ${last.handles} handles, ${last.files} open files`,
    )
}
await rm(home, { recursive: true, force: true })

function mb(bytes: number): string {
  return `${(bytes / MEGABYTE).toFixed(1)} MB`
}

const early = samples[Math.floor(samples.length / 5)]
const late = samples.at(-1)
if (!early || !late) throw new Error('Too few sessions to say anything.')
const grown = late.heap - early.heap
const flat = grown < GROWTH && late.handles <= early.handles + 2 && late.files <= early.files + 2
const minutes = ((performance.now() - started) / 60_000).toFixed(1)
console.log(
  `${flat ? 'flat' : 'NOT FLAT'}: heap ${grown >= 0 ? '+' : ''}${mb(grown)} from the second tenth on, in ${minutes} minutes`,
)
process.exit(flat ? 0 : 1)
