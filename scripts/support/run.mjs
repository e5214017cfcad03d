import { spawn } from 'node:child_process'

/**
 * Runs a program to its end, or to its time limit.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ timeout?: number, show?: boolean, env?: Record<string, string> }} [options] timeout in ms; show: pass its
 *   output through as it comes
 * @returns {Promise<{ code: number, output: string, timedOut: boolean }>} code -1 when it could not be started
 */
export function run(command, args, { timeout = 600_000, show = false, env = {} } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      // npm and npx are scripts on Windows, which only a shell can start.
      shell: process.platform === 'win32',
      // A group of its own, so that a time limit ends what the program started, too.
      detached: process.platform !== 'win32',
    })
    let output = ''
    let timedOut = false
    const keep = (stream) => (part) => {
      output += part
      if (show) stream.write(part)
    }
    child.stdout.on('data', keep(process.stdout))
    child.stderr.on('data', keep(process.stderr))
    const end = () => stopGroup(child)
    const timer = setTimeout(() => {
      timedOut = true
      end()
    }, timeout)
    process.once('exit', end)
    const finish = (code) => {
      clearTimeout(timer)
      process.off('exit', end)
      resolve({ code, output, timedOut })
    }
    child.once('error', (error) => {
      output += error.message
      finish(-1)
    })
    child.once('close', (code) => finish(timedOut ? 124 : (code ?? 1)))
  })
}

function stopGroup(child) {
  if (child.exitCode !== null || child.pid === undefined) return
  try {
    if (process.platform === 'win32') child.kill('SIGKILL')
    else process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It ended by itself in the meantime.
  }
}
