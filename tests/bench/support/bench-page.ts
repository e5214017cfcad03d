import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium, type Browser, type Page } from '@playwright/test'
import { CHROMIUM_FLAGS, chromiumPath } from '../../support/chromium'
import { EDITOR, writeLibrary, type LargeStory } from './large-library'

export const CLI = process.env['BLUEPENCIL_CLI'] ?? join(process.cwd(), 'out', 'main', 'cli.js')

export interface BenchShell {
  readonly url: string
  /** Milliseconds from the start of the process to the printed address. */
  readonly started: number
  call(method: string, args: unknown): Promise<unknown>
  stop(): Promise<void>
}

/** Starts the built program on a library. */
export async function serve(home: string): Promise<BenchShell> {
  const began = performance.now()
  const child = spawn(process.execPath, [CLI, 'serve', '--library', join(home, 'library')], {
    env: { ...process.env, BLUEPENCIL_HOME: home },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let url = ''
  for await (const line of createInterface({ input: child.stdout })) {
    url = /http:\/\/127\.0\.0\.1:\d+\/#token=\S+/.exec(line)?.[0] ?? ''
    if (url) break
  }
  const started = performance.now() - began
  const { origin, hash } = new URL(url)
  const headers = { origin, 'content-type': 'application/json', 'x-bluepencil-token': hash.replace('#token=', '') }
  return {
    url,
    started,
    async call(method, args) {
      const response = await fetch(`${origin}/rpc`, { method: 'POST', headers, body: JSON.stringify({ method, args }) })
      return ((await response.json()) as { value: unknown }).value
    },
    stop: () =>
      new Promise((resolve) => {
        child.on('exit', () => resolve())
        child.kill('SIGINT')
      }),
  }
}

export interface Bench {
  readonly home: string
  readonly shell: BenchShell
  readonly browser: Browser
  page(): Promise<Page>
}

/** A library of the stories, the program on it and a browser; undefined, with a word why, where they cannot be had. */
export async function withBench(stories: Iterable<LargeStory>, work: (bench: Bench) => Promise<void>): Promise<void> {
  if (!existsSync(CLI)) return console.log('   skipped: nothing is built yet (npm run build)')
  const home = await mkdtemp(join(tmpdir(), 'bluepencil-bench-'))
  await writeLibrary(home, stories)
  const shell = await serve(home)
  await shell.call('settings.set', { author: EDITOR, tourDone: true })
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: CHROMIUM_FLAGS })
  try {
    await work({ home, shell, browser, page: () => browser.newPage({ viewport: { width: 1280, height: 800 } }) })
  } finally {
    await browser.close()
    await shell.stop()
    await rm(home, { recursive: true, force: true })
  }
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
}

export function percentile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN
}

export function row(label: string, milliseconds: number, must?: number, note = ''): void {
  const bar = must === undefined ? '' : `  must be ≤ ${must} ms${milliseconds <= must ? '' : '  MISSED'}`
  console.log(`   ${label.padEnd(62)}${milliseconds.toFixed(1).padStart(9)} ms${bar}${note}`)
}
