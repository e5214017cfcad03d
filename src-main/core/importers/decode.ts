/** Bytes to text: which encoding it is, and what could not be read. */
export interface DecodedText {
  readonly text: string
  /** As browsers name it: "utf-8", "windows-1252", … */
  readonly encoding: string
  readonly notices: readonly string[]
}

/** Bytes looked at for guessing. */
const SAMPLE = 65_536

/**
 * By byte order mark, else UTF-8 where it is valid or nearly so, else what the file declares, else Windows-1252, which
 * is what is left of the files that no longer say. UTF-16 without a mark is told by where its zero bytes stand.
 *
 * @param declared an encoding's name that the file itself gives (`<meta charset>`); unknown names are passed over
 */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText {
  const marked = byMark(bytes)
  if (marked) return { text: decodeBytes(marked, bytes), encoding: marked, notices: [] }
  const wide = wideEncoding(bytes)
  if (wide) return { text: decodeBytes(wide, bytes), encoding: wide, notices: [] }
  const strict = decodeStrictly(bytes)
  if (strict !== undefined) return { text: strict, encoding: 'utf-8', notices: [] }
  const lenient = decodeBytes('utf-8', bytes)
  const bad = count(lenient, /\ufffd/g)
  const good = count(lenient, /[^\p{ASCII}\ufffd]/gu)
  if (good >= bad * 10) return { text: lenient, encoding: 'utf-8', notices: [damage(bad)] }
  const named = declared && supported(declared)
  if (named && named !== 'utf-8') return { text: decodeBytes(named, bytes), encoding: named, notices: [] }
  return {
    text: decodeBytes('windows-1252', bytes),
    encoding: 'windows-1252',
    notices: [
      'The file does not say how its letters are encoded, and it is not UTF-8; it was read as Windows-1252. ' +
        'Should letters look wrong, save it as UTF-8 and import it again.',
    ],
  }
}

const damage = (bad: number) =>
  bad === 1
    ? 'One character of the file was damaged and is shown as �.'
    : `${bad} characters of the file were damaged and are shown as �.`

function byMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

/** UTF-16 has its zero bytes (of spaces, line ends, Latin letters) on one side only, and then reads as letters. */
function wideEncoding(bytes: Uint8Array): string | undefined {
  if (bytes.length < 4 || bytes.length % 2) return undefined
  const sample = bytes.subarray(0, SAMPLE)
  let even = 0
  let odd = 0
  for (let at = 0; at < sample.length; at++) {
    if (sample[at] !== 0) continue
    if (at % 2) odd++
    else even++
  }
  if (!even && !odd) return undefined
  const encoding = odd > even * 20 ? 'utf-16le' : even > odd * 20 ? 'utf-16be' : undefined
  if (!encoding) return undefined
  const text = decodeBytes(encoding, sample)
  return count(text, /[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Z}\s]/gu) >= count(text, /[^]/gu) * 0.97 ? encoding : undefined
}

function decodeStrictly(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function supported(label: string): string | undefined {
  try {
    return new TextDecoder(label.trim()).encoding
  } catch {
    return undefined
  }
}

/** U+0080 to U+009F of Windows-1252, where it is not Latin-1. */
const WINDOWS_1252 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/** Bytes in an encoding that is known; what cannot be read becomes �. */
export function decodeBytes(encoding: string, bytes: Uint8Array): string {
  const text = new TextDecoder(encoding).decode(bytes)
  // Some versions of Node read Windows-1252 as Latin-1, and leave its quotation marks and dashes as controls.
  if (encoding !== 'windows-1252') return text
  return text.replace(/[\x80-\x9f]/g, (c) => WINDOWS_1252[c.charCodeAt(0) - 0x80] as string)
}

function count(text: string, what: RegExp): number {
  let n = 0
  for (const _ of text.matchAll(what)) n++
  return n
}

/** Whether a decoded text is in truth a binary file: controls that no text has. Looks at a bounded sample. */
export function looksBinary(text: string): boolean {
  const sample = text.slice(0, SAMPLE)
  // eslint-disable-next-line no-control-regex
  const controls = count(sample, /[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x9f]/g)
  const nuls = count(sample, /\0/g)
  return controls > 4 + sample.length * 0.02 || nuls > 2 + sample.length * 0.002
}
