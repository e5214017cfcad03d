import { strToU8, zipSync, type Zippable } from 'fflate'

type Parts = Readonly<Record<string, string | Uint8Array>>

/** A ZIP file. What is told by its first entry, such as OpenDocument, has that entry unpacked. */
export function zipOf(parts: Parts): Uint8Array {
  const entries = Object.entries(parts).map(([name, content]) => {
    const bytes = typeof content === 'string' ? strToU8(content) : content
    return [name, name === 'mimetype' ? [bytes, { level: 0 }] : bytes] as const
  })
  return zipSync(Object.fromEntries(entries) as Zippable, { mtime: new Date(1980, 0, 2, 12) })
}

const DIRECTORY_ENTRY = 0x02014b50

/** Changes what the directory of a ZIP file says of an entry. Offsets are those of a directory entry (APPNOTE 4.3.12). */
export function withDirectory(zip: Uint8Array, name: string, change: (view: DataView) => void): Uint8Array {
  const bytes = zip.slice()
  const view = new DataView(bytes.buffer)
  for (let at = 0; at + 46 <= bytes.length; at++) {
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) continue
    const length = view.getUint16(at + 28, true)
    if (new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length)) !== name) continue
    change(new DataView(bytes.buffer, at))
    return bytes
  }
  throw new Error(`There is no ${name} in the directory.`)
}

/** Says that an entry has another size than it has. */
export const lying = (zip: Uint8Array, name: string, size: number): Uint8Array =>
  withDirectory(zip, name, (entry) => entry.setUint32(24, size, true))

/** Lets an entry begin where the file begins, over the entries there. */
export const overlapping = (zip: Uint8Array, name: string): Uint8Array =>
  withDirectory(zip, name, (entry) => {
    entry.setUint32(42, 0, true)
    entry.setUint32(20, zip.length - 100, true)
  })
