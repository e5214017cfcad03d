import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { createWorkerHost, type WorkerHost } from '../../../src-main/workers/host'
import { mutate, randomOf } from './mutate'
import { makeSeeds, type Seed } from './seeds'

export interface FuzzJob {
  readonly seed: Seed
  /** The one folder that may be written to. */
  readonly folder: string
  /** Whether to collect garbage and say how much is held. */
  readonly measure: boolean
}

export interface Outcome {
  /** `read`, or the code of the problem that was said. */
  readonly code: string
  /** The sentences that refused it. */
  readonly said: readonly string[]
  readonly wrong?: string
  /** Bytes held after a collection. */
  readonly held?: number
}

export interface Failure {
  /** Of the input: with the run's seed it makes the same input again. */
  readonly number: number
  readonly name: string
  readonly wrong: string
  readonly bytes: Uint8Array
}

export interface FuzzFigures {
  readonly inputs: number
  /** How often each outcome came, by format and code. */
  readonly outcomes: ReadonlyMap<string, number>
  readonly failures: readonly Failure[]
  readonly slowest: { readonly ms: number; readonly number: number; readonly name: string }
  /** Bytes that the worker held at the end beyond what it held after the first hundreds. */
  readonly grown: number
}

export interface FuzzOptions {
  readonly inputs: number
  readonly seed: number
  /** Of the first input; to do one again. */
  readonly from?: number
  /** Formats by extension; all when left out. */
  readonly only?: string
}

/** Of one input; many times what any takes, because a machine may be busy. ms */
const DEADLINE = 20_000
/** Of the worker's heap. A file of some kilobytes has no business to take more. */
const MEGABYTES = 384
const MEASURE_EVERY = 250

/** Reads files in a worker, as the app does, and watches it. */
export interface WatchedReader {
  read(file: Seed, measure?: boolean): Promise<Outcome>
  close(): Promise<void>
}

/** @param deadline ms for one file @param megabytes of the worker's heap */
export async function openWatchedReader(deadline: number, megabytes: number): Promise<WatchedReader> {
  const folder = await mkdtemp(join(tmpdir(), 'bluepencil-fuzz-'))
  const host: WorkerHost = createWorkerHost({ url: await buildWorker(folder), deadline, megabytes })
  const library = join(folder, 'library')
  return {
    read: (seed, measure = false) =>
      host
        .run<Outcome>({ seed, folder: library, measure } satisfies FuzzJob, seed.name)
        .catch((thrown: unknown): Outcome => ({
          code: 'gave up',
          said: [],
          wrong: thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown),
        })),
    async close() {
      await host.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Reads bad files of every format in a worker, as the app does, with less time and memory. */
export async function fuzz({ inputs, seed, from = 0, only }: FuzzOptions): Promise<FuzzFigures> {
  const reader = await openWatchedReader(DEADLINE, MEGABYTES)
  try {
    return await run(reader, { inputs, seed, from, only })
  } finally {
    await reader.close()
  }
}

async function run(
  reader: WatchedReader,
  { inputs, seed, from, only }: FuzzOptions & { from: number },
): Promise<FuzzFigures> {
  const all = await makeSeeds()
  const seeds = only === undefined ? all : all.filter(({ name }) => name.endsWith(only))
  const outcomes = new Map<string, number>()
  const failures: Failure[] = []
  const held: number[] = []
  let slowest = { ms: 0, number: -1, name: '' }
  for (let number = from; number < from + inputs; number++) {
    const random = randomOf(seed * 1_000_003 + number)
    const good = seeds[number % seeds.length]
    if (!good) break
    const bad = mutate(good, all, random)
    const measure = number % MEASURE_EVERY === 0
    const started = performance.now()
    const outcome = await reader.read(bad, measure)
    const ms = performance.now() - started
    if (ms > slowest.ms) slowest = { ms, number, name: bad.name }
    if (outcome.held !== undefined) held.push(outcome.held)
    if (outcome.wrong !== undefined) failures.push({ number, name: bad.name, wrong: outcome.wrong, bytes: bad.bytes })
    const key = `${good.name.slice(good.name.lastIndexOf('.'))} ${outcome.code}`
    outcomes.set(key, (outcomes.get(key) ?? 0) + 1)
  }
  const grown = held.length > 2 ? (held.at(-1) ?? 0) - (held[1] ?? 0) : 0
  return { inputs, outcomes, failures, slowest, grown }
}

/** The worker as it ships: bundled, with the importers in it. */
async function buildWorker(folder: string): Promise<URL> {
  const root = resolve(import.meta.dirname, '../../..')
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    resolve: { alias: { '@contract': join(root, 'src-main/contract'), '@core': join(root, 'src-main/core') } },
    build: {
      ssr: true,
      target: 'node20',
      minify: false,
      outDir: join(folder, 'built'),
      rolldownOptions: {
        external: [/^node:/],
        input: { 'fuzz-worker': join(root, 'tests/hostile/parts/fuzz-worker.ts') },
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  })
  return pathToFileURL(join(folder, 'built', 'fuzz-worker.mjs'))
}
