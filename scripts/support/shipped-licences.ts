import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Plugin } from 'vite'
import type { ShippedPackage } from '../../src-main/store/licences'

/**
 * Writes down which packages went into a part of the build, with their licences: `licences/<part>.json` beside the
 * part's folder. The program shows them, and the release script makes its bill of materials from them.
 */
export function shippedLicences(part: string): Plugin {
  let root = ''
  let outDir = ''
  return {
    name: 'shipped-licences',
    apply: 'build',
    configResolved(config) {
      root = config.root
      outDir = resolve(config.root, config.build.outDir)
    },
    generateBundle(_options, bundle) {
      // Typefaces come by way of style sheets, which are no modules.
      const assets = Object.values(bundle).flatMap((one) => (one.type === 'asset' ? one.originalFileNames : []))
      const ids = [...this.getModuleIds(), ...assets.map((name) => resolve(root, name))]
      const folders = new Set(ids.flatMap((id) => packageFolder(id) ?? []))
      const packages = [...folders]
        .map((folder) => describePackage(folder, ids))
        .sort((a, b) => (a.name < b.name ? -1 : 1))
      const folder = join(dirname(outDir), 'licences')
      mkdirSync(folder, { recursive: true })
      writeFileSync(join(folder, `${part}.json`), `${JSON.stringify(packages, undefined, 1)}\n`)
    },
  }
}

/** The folder of the package that a module is of; nothing for our own. */
function packageFolder(id: string): string | undefined {
  const path = id.replace(/^\0/, '').split('?', 1)[0] ?? ''
  const folder = /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path.replaceAll('\\', '/'))?.[0]
  return folder !== undefined && existsSync(join(folder, 'package.json')) ? folder : undefined
}

const licenceIn = (folder: string) => readdirSync(folder).find((file) => /^(licen[cs]e|copying)/i.test(file))

function describePackage(folder: string, ids: readonly string[]): ShippedPackage {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, unknown>
  const name = licenceIn(folder)
  return {
    name: String(manifest.name),
    version: String(manifest.version),
    licence: typeof manifest.license === 'string' ? manifest.license : 'see its text',
    text:
      name === undefined
        ? `Licence as its package says: ${String(manifest.license)}`
        : [readFileSync(join(folder, name), 'utf8'), ...partsLicences(folder, ids)].join('\n\n'),
  }
}

/** Of parts of a package that somebody else wrote, such as character maps: they lie beside their own licence. */
function partsLicences(folder: string, ids: readonly string[]): string[] {
  const inside = ids.filter((id) => id.startsWith(`${folder}/`)).map((id) => dirname(id.split('?', 1)[0] ?? id))
  return [...new Set(inside)].flatMap((part) => {
    const name = part === folder ? undefined : licenceIn(part)
    return name === undefined ? [] : [readFileSync(join(part, name), 'utf8')]
  })
}
