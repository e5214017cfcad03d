import { refuse } from './refuse'

export interface ZipEntry {
  /** With `/` between folders, also where the file has `\`. */
  readonly name: string
  /** 0 stored, 8 deflated; nothing else is read. */
  readonly method: number
  readonly encrypted: boolean
  /** Of the content as the directory gives them; the content is checked against both. */
  readonly crc: number
  readonly size: number
  /** As they lie in the file. */
  readonly packed: Uint8Array
}

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const ZIP64_FIELD = 1
/** Stands in a 32-bit field when the value is in the 64-bit field. */
const ELSEWHERE = 0xffffffff

/**
 * The directory of a ZIP file (PKWARE APPNOTE 6.3), held against what lies at the places it names.
 *
 * @param most entries
 * @throws AppError `damaged`: no directory, or one that is not true (entries that overlap, lie outside of the file, come
 *   twice or have another name in place); `too-large`: too many entries; `unsupported`: names that lead out of the archive
 */
export function listEntries(bytes: Uint8Array, fileName: string, most: number): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const end = findEnd(view)
    const count = view.getUint16(end + 10, true)
    const directory = view.getUint32(end + 16, true)
    if (end < 0 || view.getUint16(end + 8, true) !== count || directory > end) throw untrue(fileName)
    if (count > most) throw refuse('too-large', fileName, `holds ${count} parts; the most that is read is ${most}.`)
    return readEntries(bytes, view, { count, directory, end }, fileName)
  } catch (thrown) {
    // Reading past the end: the file is shorter than it says.
    throw thrown instanceof RangeError ? untrue(fileName) : thrown
  }
}

function readEntries(
  bytes: Uint8Array,
  view: DataView,
  { count, directory, end }: { count: number; directory: number; end: number },
  fileName: string,
): ZipEntry[] {
  const entries: ZipEntry[] = []
  const names = new Set<string>()
  const places: { from: number; to: number }[] = []
  let at = directory
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== ENTRY) throw untrue(fileName)
    const nameLength = view.getUint16(at + 28, true)
    const extraLength = view.getUint16(at + 30, true)
    const raw = bytes.subarray(at + 46, at + 46 + nameLength)
    const { size, packedSize, place } = sizesOf(view, at, at + 46 + nameLength, extraLength)
    const name = nameOf(raw, fileName)
    if (names.has(name)) throw untrue(fileName)
    names.add(name)
    const from = contentOf(bytes, view, place, raw, fileName)
    if (from + packedSize > directory) throw untrue(fileName)
    places.push({ from: place, to: from + packedSize })
    entries.push({
      name,
      method: view.getUint16(at + 10, true),
      encrypted: (view.getUint16(at + 8, true) & 1) !== 0,
      crc: view.getUint32(at + 16, true),
      size,
      packed: bytes.subarray(from, from + packedSize),
    })
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true)
    if (at > end) throw untrue(fileName)
  }
  places.sort((a, b) => a.from - b.from)
  if (places.some(({ from }, index) => index > 0 && from < (places[index - 1]?.to ?? 0))) throw untrue(fileName)
  return entries
}

/** Where the record that ends the file begins: 22 bytes before its end, further up where a remark follows it. */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--)
    if (view.getUint32(at, true) === END) return at
  return -1
}

/** Sizes and place of an entry, out of the 64-bit field where the 32-bit ones point to it. */
function sizesOf(view: DataView, at: number, extra: number, extraLength: number) {
  let packedSize = view.getUint32(at + 20, true)
  let size = view.getUint32(at + 24, true)
  let place = view.getUint32(at + 42, true)
  for (let field = extra; field + 4 <= extra + extraLength; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== ZIP64_FIELD) continue
    let next = field + 4
    const long = () => Number(view.getBigUint64((next += 8) - 8, true))
    if (size === ELSEWHERE) size = long()
    if (packedSize === ELSEWHERE) packedSize = long()
    if (place === ELSEWHERE) place = long()
  }
  return { size, packedSize, place }
}

/** Where the content of an entry begins, whose own header must bear the same name. */
function contentOf(bytes: Uint8Array, view: DataView, place: number, name: Uint8Array, fileName: string): number {
  if (view.getUint32(place, true) !== LOCAL || view.getUint16(place + 26, true) !== name.length) throw untrue(fileName)
  const there = bytes.subarray(place + 30, place + 30 + name.length)
  if (there.length !== name.length || there.some((byte, index) => byte !== name[index])) throw untrue(fileName)
  return place + 30 + name.length + view.getUint16(place + 28, true)
}

function nameOf(raw: Uint8Array, fileName: string): string {
  const name = new TextDecoder().decode(raw).replaceAll('\\', '/')
  if (name.includes('\0') || /^\/|^[A-Za-z]:|(?:^|\/)\.\.(?:\/|$)/.test(name))
    throw refuse('unsupported', fileName, 'holds names that lead out of it, as an attack would, and was not opened.')
  return name
}

const untrue = (fileName: string) =>
  refuse('damaged', fileName, 'is damaged: its table of contents does not fit what is in it. Ask for the file again.')
