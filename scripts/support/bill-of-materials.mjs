import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Writes what a release is made of as CycloneDX 1.6: every package that is bundled, and Electron.
 *
 * @param {string} root of the project, built
 * @param {string} folder where the release lies
 * @returns {string} the file's path
 */
export function writeBillOfMaterials(root, folder) {
  const manifest = readJson(join(root, 'package.json'))
  const licences = join(root, 'out', 'licences')
  const parts = readdirSync(licences).filter((name) => name.endsWith('.json'))
  const packages = parts.flatMap((name) => readJson(join(licences, name)))
  const { version } = readJson(join(root, 'node_modules', 'electron', 'package.json'))
  packages.push({ name: 'electron', version, licence: 'MIT' })
  const byPurl = new Map(packages.map((one) => [purlOf(one), one]))
  const bill = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', name: manifest.name, version: manifest.version } },
    components: [...byPurl].sort().map(([purl, { name, version, licence }]) => ({
      type: 'library',
      'bom-ref': purl,
      name,
      version,
      purl,
      licenses: [{ expression: licence }],
    })),
  }
  const path = join(folder, `${manifest.name}-${manifest.version}.cdx.json`)
  writeFileSync(path, `${JSON.stringify(bill, undefined, 2)}\n`)
  return path
}

/** Package URL: the @ of a scope is escaped. */
const purlOf = ({ name, version }) => `pkg:npm/${name.replace('@', '%40')}@${version}`

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'))
}
