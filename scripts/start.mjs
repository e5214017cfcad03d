/**
 * npm start: whatever a fresh clone lacks is done first; then the desktop program, or, on a machine that cannot show it,
 * the same app in a browser.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { electronPath, findElectron, hasDisplay } from './support/electron.mjs'
import { build, complainAboutNode, installDependencies, isBuilt } from './support/set-up.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const args = process.argv.slice(2)
const say = (line) => console.log(line)
process.chdir(root)

const problem =
  complainAboutNode() ?? (await installDependencies(root, say)) ?? (isBuilt(root) ? undefined : await buildAloud())
if (problem) {
  console.error(problem)
  process.exit(1)
}

const electron = hasDisplay() ? await findElectron(root, say) : { problem: noDisplay() }
if (electron.path) await startElectron(electron.path)
else {
  say(`Electron is not used here: ${electron.problem}. Blue Pencil runs in your browser instead.`)
  await startBrowserShell()
}

function buildAloud() {
  say('Building Blue Pencil…')
  return build()
}

function noDisplay() {
  return electronPath(root) ? 'there is no display' : 'there is no display, and its runtime is not installed'
}

async function startElectron(path) {
  // Chromium's own sandbox cannot be set up by root, on any Linux; it says so and ends.
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(path, [...asRoot, root, ...args], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  const [code] = await once(child, 'exit')
  process.exit(code ?? 0)
}

async function startBrowserShell() {
  const options = { library: { type: 'string' }, port: { type: 'string' } }
  const { values } = parseArgs({ args, options, allowPositionals: true, strict: false })
  const { serve } = await import(pathToFileURL(join(root, 'out', 'main', 'browser.js')).href)
  const serving = await serve({ library: values.library, port: Number(values.port ?? 0) }).catch((error) => {
    console.error(`bluepencil: ${error.message}`)
    process.exit(1)
  })
  say('Open this address in a browser on this machine; Ctrl+C ends Blue Pencil.')
  say(serving.url)
  if (hasDisplay()) openInBrowser(serving.url)
  let closing
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => (closing ??= serving.close().finally(() => process.exit(0))))
}

/** A convenience: where there is nothing to open it with, the printed address is enough. */
function openInBrowser(address) {
  const [command, ...before] =
    process.platform === 'darwin' ? ['open'] : process.platform === 'win32' ? ['explorer'] : ['xdg-open']
  spawn(command, [...before, address], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref()
}
