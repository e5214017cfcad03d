import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './run.mjs'

/** Long enough for the runtime on a usual line, short enough for a machine that cannot reach it. */
const FETCH_MS = 120_000
const REACH_MS = 5_000

/** Whether a window could be shown. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/**
 * Electron's program. Its npm package brings none: it is fetched once, from where Electron publishes it.
 *
 * @param {string} root
 * @param {(line: string) => void} say
 * @returns {Promise<{ path?: string, problem?: string }>} problem in half a sentence
 */
export async function findElectron(root, say) {
  const there = electronPath(root)
  if (there) return { path: there }
  if (!(await isReachable())) return { problem: 'its runtime is not installed and cannot be fetched from here' }
  say('Fetching Electron’s runtime, once…')
  const { code } = await run(process.execPath, [join(root, 'node_modules', 'electron', 'install.js')], {
    timeout: FETCH_MS,
  })
  const path = code === 0 ? electronPath(root) : undefined
  return path ? { path } : { problem: 'its runtime could not be fetched' }
}

/** @returns {string | undefined} the program, where it has been fetched before */
export function electronPath(root) {
  const folder = join(root, 'node_modules', 'electron')
  try {
    const name = readFileSync(join(folder, 'path.txt'), 'utf8')
    const path = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), name)
    return existsSync(path) ? path : undefined
  } catch {
    return undefined
  }
}

async function isReachable() {
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? 'https://github.com/'
  try {
    await fetch(mirror, { method: 'HEAD', signal: AbortSignal.timeout(REACH_MS) })
    return true
  } catch {
    return false
  }
}
