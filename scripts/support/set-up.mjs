import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './run.mjs'

/** The oldest Node that runs this, as package.json says. */
const OLDEST = [20, 19]

/** @returns {string | undefined} why this Node will not do */
export function complainAboutNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return undefined
  return `Blue Pencil needs Node ${OLDEST.join('.')} or newer; this is ${version}. Install one from https://nodejs.org.`
}

/**
 * Installs what package-lock.json lists, unless that is already there and newer than the list.
 *
 * @param {string} root
 * @param {(line: string) => void} say
 * @returns {Promise<string | undefined>} what went wrong
 */
export async function installDependencies(root, say) {
  const marker = join(root, 'node_modules', '.package-lock.json')
  if (existsSync(marker) && time(marker) >= time(join(root, 'package-lock.json')) - 1_000) return undefined
  say('Installing what Blue Pencil is built from (npm ci, a minute or two)…')
  const env = { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1', ELECTRON_SKIP_BINARY_DOWNLOAD: '1', NODE_ENV: 'development' }
  const { code, output } = await run('npm', ['ci', '--no-audit', '--no-fund'], { timeout: 480_000, env })
  if (code === 0) return undefined
  return `npm ci did not finish. Is the npm registry within reach?\n${output.trim().split('\n').slice(-12).join('\n')}`
}

/** @returns {boolean} whether out/ is there and newer than every source */
export function isBuilt(root) {
  const built = ['main/index.js', 'main/cli.js', 'main/browser.js', 'preload/index.cjs', 'renderer/index.html']
  const files = built.map((path) => join(root, 'out', path))
  if (!files.every((path) => existsSync(path))) return false
  const oldest = Math.min(...files.map(time))
  const sources = [
    'src-main',
    'src-renderer',
    'resources',
    'electron.vite.config.ts',
    'package.json',
    'package-lock.json',
  ]
  return sources.every((source) => newest(join(root, source)) <= oldest)
}

/**
 * Builds into out/.
 *
 * @returns {Promise<string | undefined>} what went wrong
 */
export async function build() {
  const { code, output } = await run('npm', ['run', '--silent', 'build'], { timeout: 300_000 })
  return code === 0 ? undefined : `The build failed.\n${output.trim().split('\n').slice(-30).join('\n')}`
}

function newest(path) {
  const { mtimeMs } = statSync(path)
  if (!statSync(path).isDirectory()) return mtimeMs
  const inside = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return Math.max(0, ...inside.map((entry) => time(join(entry.parentPath, entry.name))))
}

/** Modification time in ms; 0 where there is nothing. */
function time(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}
