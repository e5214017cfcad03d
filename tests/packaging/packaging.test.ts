import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { extractFile, listPackage } from '@electron/asar'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const BUILT = existsSync(join(ROOT, 'out', 'main', 'index.js')) && process.platform === 'linux'
/** How Electron's binary marks its fuses: this text, version 1, their number, and one digit each. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

const FUSES = [
  'runAsNode',
  'cookieEncryption',
  'nodeOptions',
  'inspect',
  'asarIntegrity',
  'onlyAsar',
  'ownSnapshot',
  'fileProtocol',
] as const

let folder: string
let unpacked: string

/** A folder laid out as Electron's own, whose program does nothing but carry fuses. */
async function makeElectron(at: string): Promise<void> {
  await mkdir(join(at, 'resources'), { recursive: true })
  await mkdir(join(at, 'locales'))
  const fuses = Buffer.from([1, 9, ...Buffer.from('101101011')])
  await writeFile(
    join(at, 'electron'),
    Buffer.concat([Buffer.from('#!/bin/sh\nexit 0\n#'), Buffer.from(SENTINEL), fuses]),
  )
  await chmod(join(at, 'electron'), 0o755)
  for (const name of ['version', 'LICENSE', 'LICENSES.chromium.html', 'chrome-sandbox', 'chrome_crashpad_handler'])
    await writeFile(join(at, name), 'stand-in')
  await writeFile(join(at, 'locales', 'en-US.pak'), '')
}

describe.skipIf(!BUILT)('the packaged program', () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bluepencil-dist-'))
    const electron = join(folder, 'electron')
    await makeElectron(electron)
    const builder = join(ROOT, 'node_modules', 'electron-builder', 'cli.js')
    const settings = [`-c.electronDist=${electron}`, `-c.directories.output=${join(folder, 'dist')}`]
    const args = [builder, '--linux', '--dir', '--publish=never', ...settings]
    await promisify(execFile)(process.execPath, args, { cwd: ROOT, timeout: 110_000 })
    unpacked = join(folder, 'dist', 'linux-unpacked')
  }, 120_000)
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const asar = () => join(unpacked, 'resources', 'app.asar')

  test('holds what was built, and nothing of what it was built from', () => {
    const files = listPackage(asar(), { isPack: false })
    expect(files).toEqual(
      expect.arrayContaining([
        '/package.json',
        '/out/main/index.js',
        '/out/main/cli.js',
        '/out/main/import-worker.js',
        '/out/main/detect-worker.js',
        '/out/preload/index.cjs',
        '/out/renderer/index.html',
      ]),
    )
    expect(files.filter((file) => !/^\/(out(\/|$)|package\.json$|LICENSE$)/.test(file))).toEqual([])
  })

  test('names its way in, and carries no scripts or development dependencies', () => {
    const manifest = JSON.parse(extractFile(asar(), 'package.json').toString()) as Record<string, unknown>
    expect(manifest).toMatchObject({ name: 'bluepencil', main: 'out/main/index.js', type: 'module' })
    expect([manifest.scripts, manifest.devDependencies]).toEqual([undefined, undefined])
  })

  test('is small: under 25 MB beside Electron itself', async () => {
    expect((await stat(asar())).size).toBeLessThan(25 * 1024 * 1024)
  })

  test('is called what a terminal would call it', async () => {
    expect(await readdir(unpacked)).toContain('bluepencil')
  })

  test('has its fuses set', async () => {
    const program = await readFile(join(unpacked, 'bluepencil'), 'latin1')
    const wire = program.slice(program.indexOf(SENTINEL) + SENTINEL.length + 2).slice(0, FUSES.length)
    expect(Object.fromEntries(FUSES.map((name, at) => [name, wire[at] === '1']))).toEqual({
      runAsNode: false,
      cookieEncryption: false,
      nodeOptions: false,
      inspect: false,
      asarIntegrity: true,
      onlyAsar: true,
      ownSnapshot: false,
      fileProtocol: false,
    })
  })
})
