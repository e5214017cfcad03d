import { createRequire, syncBuiltinESMExports } from 'node:module'
import { resolve, sep } from 'node:path'

/** The modules themselves: what an `import * as` gives cannot be changed. */
const require = createRequire(import.meta.url)

const WRITERS = [
  'writeFile',
  'appendFile',
  'mkdir',
  'rm',
  'rmdir',
  'rename',
  'unlink',
  'symlink',
  'link',
  'copyFile',
  'cp',
  'truncate',
  'createWriteStream',
  'mkdtemp',
]
const CALLERS: readonly [module: string, names: readonly string[]][] = [
  ['node:net', ['connect', 'createConnection']],
  ['node:http', ['request', 'get']],
  ['node:https', ['request', 'get']],
  ['node:dns', ['lookup', 'resolve']],
  ['node:child_process', ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']],
]

type Functions = Record<string, ((...args: unknown[]) => unknown) | undefined>

/**
 * Watches this thread: every write outside of a folder, every connection and every program that is started is refused
 * and noted. Call it before anything that is to be watched is loaded.
 *
 * @returns what was noted since it was asked last
 */
export function watchTrespass(allowed: () => string): () => string[] {
  let noted: string[] = []
  const inside = (path: unknown) =>
    typeof path === 'string' && `${resolve(path)}${sep}`.startsWith(`${allowed()}${sep}`)

  function guard(
    where: string,
    functions: Functions,
    names: readonly string[],
    may: (args: unknown[]) => boolean,
  ): void {
    for (const name of names) {
      const real = functions[name]
      if (!real) continue
      functions[name] = (...args: unknown[]) => {
        if (may(args)) return real.apply(functions, args)
        noted.push(`${where}.${name}(${String(args[0]).slice(0, 100)})`)
        throw new Error(`${where}.${name} is not allowed here`)
      }
    }
  }

  const fs = require('node:fs') as Functions & { promises: Functions }
  const writes = [...WRITERS, ...WRITERS.map((name) => `${name}Sync`)]
  for (const [where, functions] of [
    ['fs', fs],
    ['fs.promises', fs.promises],
  ] as const) {
    guard(where, functions, writes, ([path]) => inside(path))
    guard(
      where,
      functions,
      ['open', 'openSync'],
      ([path, flags]) => inside(path) || flags === undefined || flags === 'r' || flags === 0,
    )
  }
  for (const [module, names] of CALLERS) guard(module, require(module) as Functions, names, () => false)
  guard('globalThis', globalThis as unknown as Functions, ['fetch', 'WebSocket'], () => false)
  syncBuiltinESMExports()
  return () => {
    const told = noted
    noted = []
    return told
  }
}
