import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'vite'

export interface Run {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

export interface BuiltCli {
  /** The bundled program. */
  readonly program: string
  /** A folder of its own for each builder of a program; gone with `remove`. */
  readonly folder: string
  run(args: readonly string[], options?: { input?: string; home?: string }): Promise<Run>
  remove(): Promise<void>
}

/** Bundles the command line and the workers as they ship, into a temporary folder: they are tested as processes. */
export async function buildCli(): Promise<BuiltCli> {
  const folder = await mkdtemp(join(tmpdir(), 'bluepencil-cli-'))
  const at = (path: string) => resolve(import.meta.dirname, '../..', path)
  await build({
    root: at('.'),
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    resolve: { alias: { '@contract': at('src-main/contract'), '@core': at('src-main/core') } },
    build: {
      ssr: true,
      target: 'node20',
      outDir: join(folder, 'main'),
      rolldownOptions: {
        external: ['electron', /^node:/],
        input: {
          cli: at('src-main/shells/cli/main.ts'),
          'import-worker': at('src-main/workers/import-worker.ts'),
          'detect-worker': at('src-main/workers/detect-worker.ts'),
          'scan-worker': at('src-main/workers/scan-worker.ts'),
          'search-worker': at('src-main/workers/search-worker.ts'),
          'export-worker': at('src-main/workers/export-worker.ts'),
          'record-worker': at('src-main/workers/record-worker.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunk-[name]-[hash].js' },
      },
    },
  })
  const program = join(folder, 'main', 'cli.js')
  return {
    program,
    folder,
    run: (args, { input = '', home = folder } = {}) =>
      new Promise((done, fail) => {
        const child = spawn(process.execPath, [program, ...args], {
          env: { PATH: process.env['PATH'], HOME: home, BLUEPENCIL_HOME: home },
        })
        let out = ''
        let err = ''
        child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
        child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
        child.on('error', fail)
        child.on('close', (status) => done({ status, out, err }))
        // A program that has seen enough may end before it has read all of it.
        child.stdin.on('error', () => {})
        child.stdin.end(input)
      }),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
