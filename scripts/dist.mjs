/**
 * npm run dist: installers for this system into dist/. `npm run dist -- --dir` stops at the unpacked program, and
 * `-c.electronDist=FOLDER` takes Electron's runtime from a folder instead of fetching it.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { mkdirSync } from 'node:fs'
import { writeBillOfMaterials } from './support/bill-of-materials.mjs'
import { build, complainAboutNode, installDependencies, isBuilt } from './support/set-up.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
const say = (line) => console.log(line)

const problem =
  complainAboutNode() ?? (await installDependencies(root, say)) ?? (isBuilt(root) ? undefined : await build())
if (problem) {
  console.error(problem)
  process.exit(1)
}
const builder = createRequire(import.meta.url).resolve('electron-builder/package.json')
const child = spawn(process.execPath, [join(dirname(builder), 'cli.js'), '--publish=never', ...process.argv.slice(2)], {
  stdio: 'inherit',
  // Nobody's certificate is looked for; a release is signed by whoever sets these.
  env: { CSC_IDENTITY_AUTO_DISCOVERY: 'false', ...process.env },
})
const [code] = await once(child, 'exit')
if (code === 0) {
  mkdirSync(join(root, 'dist'), { recursive: true })
  say(`What it is made of: ${writeBillOfMaterials(root, join(root, 'dist'))}`)
}
process.exit(code ?? 1)
