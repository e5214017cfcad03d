// node --import tests/support/asar-in-node.mjs, with BLUEPENCIL_ASAR naming an archive: its files can then be imported
// and read by path, as Electron's own Node can. Threads that are started inherit it.
import { createRequire, register, syncBuiltinESMExports } from 'node:module'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { extractFile, listPackage } from '@electron/asar'

const require = createRequire(import.meta.url)
const archive = process.env.BLUEPENCIL_ASAR ?? ''
const names = listPackage(archive, { isPack: false }).map((name) => name.split(/[\\/]/).slice(1).join('/'))
const folders = new Set(names.map((name) => dirname(name)))

/** The name inside of the archive that a path or address stands for; nothing for every other path. */
function inside(path) {
  const full = path instanceof URL || String(path).startsWith('file:') ? fileURLToPath(path) : String(path)
  return full.startsWith(archive + sep) ? relative(archive, full).split(sep).join('/').replace(/\/$/, '') : undefined
}

function read(name, options) {
  const encoding = typeof options === 'string' ? options : options?.encoding
  if (!names.includes(name) || folders.has(name)) throw missing(name)
  const bytes = extractFile(archive, name)
  return encoding ? bytes.toString(encoding) : bytes
}

function list(name, options = {}) {
  if (!folders.has(name)) throw missing(name)
  const below = names.filter((one) => (options.recursive ? one.startsWith(`${name}/`) : dirname(one) === name))
  if (!options.withFileTypes) return below.map((one) => one.slice(name.length + 1))
  return below.map((one) => ({
    name: one.slice(one.lastIndexOf('/') + 1),
    parentPath: join(archive, dirname(one)),
    isFile: () => !folders.has(one),
    isDirectory: () => folders.has(one),
  }))
}

const missing = (name) => Object.assign(new Error(`ENOENT: ${name} is not in the archive`), { code: 'ENOENT' })

const fs = require('node:fs')
const replace = (functions, name, answer) => {
  const real = functions[name]
  functions[name] = (path, ...rest) => {
    const found = inside(path)
    return found === undefined ? real.call(functions, path, ...rest) : answer(found, ...rest)
  }
}
replace(fs, 'existsSync', (name) => names.includes(name))
replace(fs, 'readFileSync', read)
replace(fs, 'readdirSync', list)
replace(fs.promises, 'readFile', async (...given) => read(...given))
replace(fs.promises, 'readdir', async (...given) => list(...given))
syncBuiltinESMExports()

const hooks = `
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
const asar = createRequire(${JSON.stringify(import.meta.url)})('@electron/asar')
const archive = ${JSON.stringify(archive)}
const isInside = (url) => url.startsWith('file:') && fileURLToPath(url).startsWith(archive + '/')
export const resolve = (specifier, context, next) => {
  if (!/^(\\.|file:)/.test(specifier)) return next(specifier, context)
  const url = new URL(specifier, context.parentURL).href
  if (!isInside(url)) return next(specifier, context)
  return { url, format: url.endsWith('.cjs') ? 'commonjs' : 'module', shortCircuit: true }
}
export const load = (url, context, next) => {
  if (!isInside(url)) return next(url, context)
  const source = asar.extractFile(archive, fileURLToPath(url).slice(archive.length + 1))
  return { format: 'module', source, shortCircuit: true }
}`
register(`data:text/javascript,${encodeURIComponent(hooks)}`)
