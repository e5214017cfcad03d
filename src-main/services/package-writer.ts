import { deflateSync, Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import { LIMITS, PACKAGE_VERSION, type Manifest } from './package-format'

export interface PackageEntry {
  readonly name: string
  /** Whether deflate makes it smaller: text does, pictures and PDF files do not. */
  readonly deflate: boolean
  read(): Promise<Uint8Array | undefined>
}

/** Makes a package, one entry at a time, letting other work in between. Times inside are fixed, so that the same
 * library gives the same bytes. The manifest comes first; it needs the hash of every entry, so entries are read twice. */
export async function writePackage(
  entries: readonly PackageEntry[],
  about: { savedAt: string; generator: string; hash(bytes: Uint8Array): string },
  step: (done: number, total: number) => Promise<void>,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let failure: Error | undefined
  const zip = new Zip((error, chunk) => {
    if (error) failure = error
    else chunks.push(chunk)
  })
  const add = (name: string, bytes: Uint8Array, deflate: boolean) => {
    const file = deflate && !swells(bytes) ? new ZipDeflate(name, { level: 6 }) : new ZipPassThrough(name)
    file.mtime = FIXED_TIME
    zip.add(file)
    file.push(bytes, true)
    if (failure) throw failure
  }
  const manifest: Manifest = {
    format: 'bluepencil-package',
    version: PACKAGE_VERSION,
    savedAt: about.savedAt,
    generator: about.generator,
    entries: {},
  }
  const present: PackageEntry[] = []
  for (const [index, entry] of entries.entries()) {
    await step(index, entries.length * 2)
    const bytes = await entry.read()
    if (!bytes) continue
    present.push(entry)
    manifest.entries[entry.name] = { sha256: about.hash(bytes), bytes: bytes.byteLength }
  }
  add('manifest.json', new TextEncoder().encode(JSON.stringify(manifest, undefined, 1)), true)
  for (const [index, entry] of present.entries()) {
    await step(entries.length + index, entries.length * 2)
    const bytes = await entry.read()
    if (bytes) add(entry.name, bytes, entry.deflate)
  }
  zip.end()
  if (failure) throw failure
  const total = chunks.reduce((sum, chunk) => sum + chunk.byteLength, 0)
  const whole = new Uint8Array(total)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.byteLength
  }
  return whole
}

/** Whether a reader would take an entry for a bomb if it were deflated; it is stored as it is then. */
function swells(bytes: Uint8Array): boolean {
  return bytes.byteLength > LIMITS.smallEntry && deflateSync(bytes).byteLength * LIMITS.ratio < bytes.byteLength * 1.1
}

/** Zip counts from 1980 in local time; noon is the same day everywhere. */
const FIXED_TIME = new Date(1980, 0, 2, 12)
