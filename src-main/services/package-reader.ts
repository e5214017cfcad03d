import { unzipSync, type UnzipFileInfo } from 'fflate'
import * as v from 'valibot'
import { AppError } from '../contract/result'
import { ENTRY_NAME, LIMITS, Manifest, PACKAGE_VERSION } from './package-format'

export interface PackageReader {
  readonly manifest: Manifest
  readonly names: readonly string[]
  /** The bytes of an entry, checked against the manifest. @throws AppError `damaged` */
  read(name: string): Uint8Array
}

/**
 * Opens a package without inflating more than its manifest. Names, sizes, their sum and their ratio are held against
 * bounds first: a package comes from elsewhere.
 *
 * @param hash SHA-256 in hexadecimal
 * @throws AppError `unreadable`, `unsupported`, `too-large`, `damaged` or `newer-version`
 */
export function openPackage(
  fileName: string,
  bytes: Uint8Array,
  hash: (bytes: Uint8Array) => string,
  limits = LIMITS,
): PackageReader {
  const listed = list(fileName, bytes, limits)
  const inflate = (name: string): Uint8Array => {
    const [content] = Object.values(unzip(fileName, bytes, (info) => info.name === name))
    if (!content) throw refuse(fileName, 'damaged', `has no ${name}`)
    return content
  }
  if (!listed.has('manifest.json')) throw refuse(fileName, 'unsupported', 'has no manifest')
  const manifest = readManifest(fileName, inflate('manifest.json'))
  for (const name of Object.keys(manifest.entries))
    if (!listed.has(name)) throw refuse(fileName, 'damaged', `lacks ${name}, which its manifest names`)
  return {
    manifest,
    names: Object.keys(manifest.entries),
    read(name) {
      const promised = manifest.entries[name]
      if (!promised) throw refuse(fileName, 'damaged', `has no ${name}`)
      const content = inflate(name)
      if (content.byteLength !== promised.bytes || hash(content) !== promised.sha256)
        throw refuse(fileName, 'damaged', `holds another ${name} than its manifest says`)
      return content
    },
  }
}

function list(fileName: string, bytes: Uint8Array, limits: typeof LIMITS): Set<string> {
  const names = new Set<string>()
  let total = 0
  unzip(fileName, bytes, ({ name, size, originalSize, compression }) => {
    if (!ENTRY_NAME.test(name))
      throw refuse(fileName, 'unsupported', `holds “${shown(name)}”, which has no place in it`)
    if (names.has(name)) throw refuse(fileName, 'damaged', `holds ${name} twice`)
    if (compression !== 0 && compression !== 8) throw refuse(fileName, 'unsupported', 'is packed in an unknown way')
    names.add(name)
    total += originalSize
    const swollen = originalSize > limits.smallEntry && originalSize > size * limits.ratio
    if (names.size > limits.entries || originalSize > limits.entry || total > limits.total || swollen)
      throw refuse(fileName, 'too-large', 'unpacks to far more than a library holds, and was not unpacked')
    return false
  })
  return names
}

/** fflate inflates into a buffer of the size that the directory gives, so that no entry can grow past its bound. */
function unzip(fileName: string, bytes: Uint8Array, filter: (info: UnzipFileInfo) => boolean) {
  try {
    return unzipSync(bytes, { filter })
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown
    throw refuse(fileName, 'damaged', 'is not a whole package', thrown)
  }
}

function readManifest(fileName: string, bytes: Uint8Array): Manifest {
  const parsed = v.safeParse(Manifest, parse(new TextDecoder().decode(bytes)))
  if (!parsed.success) throw refuse(fileName, 'unsupported', 'has a manifest of another program')
  if (parsed.output.version > PACKAGE_VERSION)
    throw new AppError(
      'newer-version',
      `${fileName} was made by a newer version of Blue Pencil. Open it with that version.`,
    )
  return parsed.output
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

const shown = (name: string) => name.replace(/[^\x20-\x7e]/g, '?').slice(0, 60)

function refuse(
  fileName: string,
  code: 'unsupported' | 'too-large' | 'damaged',
  what: string,
  thrown?: unknown,
): AppError {
  return new AppError(
    code,
    `${fileName} ${what}. Nothing was taken from it; ask for the package again.`,
    thrown instanceof Error ? thrown.message : undefined,
  )
}
