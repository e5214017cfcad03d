import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { extractFile, listPackage } from '@electron/asar'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Bridge } from '../../src-main/contract/bridge'
import type { ShippedPackage } from '../../src-main/store/licences'
import { chromiumPath } from '../support/chromium'
import { launchDesktop } from '../support/desktop'

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
    await pack(electron, 'dist')
    unpacked = join(folder, 'dist', 'linux-unpacked')
  }, 120_000)
  afterAll(() => rm(folder, { recursive: true, force: true }))

  /** As `npm run dist -- --dir` does, into a folder of its own. */
  async function pack(electron: string, output: string): Promise<void> {
    const builder = join(ROOT, 'node_modules', 'electron-builder', 'cli.js')
    const settings = [`-c.electronDist=${electron}`, `-c.directories.output=${join(folder, output)}`]
    const args = [builder, '--linux', '--dir', '--publish=never', ...settings]
    await promisify(execFile)(process.execPath, args, { cwd: ROOT, timeout: 110_000 })
  }

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
        '/out/licences/main.json',
      ]),
    )
    expect(
      files.filter(
        (file) => !/^\/(out(\/(main|preload|renderer|licences)(\/|$)|$)|package\.json$|LICENSE$)/.test(file),
      ),
    ).toEqual([])
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

  test('made again from the same build is the same, byte for byte', async () => {
    await pack(join(folder, 'electron'), 'again')
    const hash = async (path: string) =>
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex')
    const again = join(folder, 'again', 'linux-unpacked', 'resources', 'app.asar')
    expect(await hash(again)).toBe(await hash(asar()))
  }, 60_000)

  test.skipIf(chromiumPath() === undefined)(
    'starts on the stand-in, and its page, its workers and its data are read out of the archive',
    async () => {
      const home = join(folder, 'home')
      await mkdir(join(home, 'settings'), { recursive: true })
      const desktop = await launchDesktop(join(asar(), 'out', 'main', 'index.js'), home)
      try {
        const answers = await desktop.page.evaluate(async () => {
          const { host } = window as unknown as { host: Bridge }
          const bytes = new TextEncoder().encode('The harbour stays shut.\n\nCritics say that nobody was told why.\n')
          const imported = await host.call('document.import', { files: [{ name: 'harbour.txt', bytes }] })
          const [story] = (imported.ok ? imported.value : []) as { document?: { id: string } }[]
          const opened = await host.call('document.open', { id: story?.document?.id })
          const pdf = await host.call('document.export', { id: story?.document?.id, format: 'pdf', inHand: true })
          const licences = await host.call('app.licences', {})
          return { imported, opened, pdf, licences, title: globalThis.document.title }
        })
        expect(answers.title).toBe('Blue Pencil')
        expect(answers).toMatchObject({ imported: { ok: true }, opened: { ok: true }, pdf: { ok: true } })
        expect(answers.licences).toMatchObject({ value: { text: expect.stringMatching(/^lowdb \d/m) as string } })
      } finally {
        await desktop.stop()
      }
    },
    60_000,
  )
})

describe('what ships', () => {
  const shipped = (): ShippedPackage[] =>
    ['main', 'preload', 'renderer'].flatMap(
      (part) => JSON.parse(readFileSync(join(ROOT, 'out', 'licences', `${part}.json`), 'utf8')) as ShippedPackage[],
    )

  test.skipIf(!BUILT)('is under licences that ask for no more than to be named, and carries their texts', () => {
    const names = shipped().map(({ name }) => name)
    expect(names).toEqual(expect.arrayContaining(['lowdb', 'svelte', 'valibot', 'parse5', '@electron-toolkit/preload']))
    const others = shipped().filter(
      ({ licence }) =>
        !/^\(?(MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|OFL-1\.1|BlueOak-1\.0\.0|Unlicense|CC0-1\.0|Zlib|MIT-0)\b/.test(
          licence,
        ),
    )
    expect(others.map(({ name, licence }) => `${name}: ${licence}`)).toEqual([])
    expect(shipped().filter(({ text }) => text.length < 20)).toEqual([])
  })

  test.skipIf(!BUILT)('is listed in a bill of materials, Electron included, each once', async () => {
    const at = await mkdtemp(join(tmpdir(), 'bluepencil-bill-'))
    const { writeBillOfMaterials } = (await import(
      new URL('../../scripts/support/bill-of-materials.mjs', import.meta.url).href
    )) as {
      writeBillOfMaterials(root: string, folder: string): string
    }
    const bill = JSON.parse(await readFile(writeBillOfMaterials(ROOT, at), 'utf8')) as {
      bomFormat: string
      components: { purl: string }[]
    }
    await rm(at, { recursive: true })
    const purls = bill.components.map(({ purl }) => purl)
    expect(bill.bomFormat).toBe('CycloneDX')
    expect(purls.some((purl) => /^pkg:npm\/electron@\d/.test(purl))).toBe(true)
    expect(purls.some((purl) => /^pkg:npm\/%40fontsource-variable\/inter@\d/.test(purl))).toBe(true)
    expect(new Set(purls).size).toBe(purls.length)
  })

  test('is made for each system in the forms people expect', () => {
    const settings = readFileSync(join(ROOT, 'electron-builder.yml'), 'utf8')
    for (const wanted of [
      /target: \[nsis, portable\]/,
      /target: dmg\s+arch: universal/,
      /target: zip\s+arch: universal/,
      /target: \[AppImage, deb, rpm, tar\.gz\]/,
      /ext: bluepencil[\s\S]*mimeType: application\/vnd\.bluepencil\+zip/,
    ])
      expect(settings).toMatch(wanted)
  })
})
