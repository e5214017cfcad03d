import { decodeBytes, decodeText } from './decode'
import { latin1 } from './sniff'

/** Bytes of a string of the characters U+0000 to U+00FF. */
export function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at)
  return bytes
}

/** Base64 (RFC 4648), whatever stands between its characters; what is cut off at the end is left out. */
export function fromBase64(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4) + 3)
  let length = 0
  let bits = 0
  let held = 0
  for (let at = 0; at < text.length; at++) {
    const value = SIXTY_FOUR[text.charCodeAt(at)] ?? -1
    if (value < 0) continue
    held = (held << 6) | value
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[length++] = (held >> bits) & 255
    held &= (1 << bits) - 1
  }
  return bytes.subarray(0, length)
}

const SIXTY_FOUR = new Int8Array(128).fill(-1)
;[...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].forEach((letter, value) => {
  SIXTY_FOUR[letter.charCodeAt(0)] = value
})

/** Quoted-printable (RFC 2045, 6.7). */
export function fromQuotedPrintable(text: string): Uint8Array {
  return bytesOf(
    text
      .replace(/[ \t]+(?=\r?\n|$)/g, '')
      .replace(/=\r?\n/g, '')
      .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  )
}

/** Bytes in an encoding as the file names it; an unknown or missing name is guessed. */
export function decodeNamed(bytes: Uint8Array, charset: string | undefined): string {
  try {
    if (charset) return decodeBytes(new TextDecoder(charset.trim()).encoding, bytes)
  } catch {
    // A name that nobody knows says nothing.
  }
  return decodeText(bytes).text
}

const ENCODED = /=\?([^?\s*]+)(?:\*[^?\s]*)?\?([BbQq])\?([^?\s]*)\?=/g

/** The words of a header field: encoded words (RFC 2047) and raw UTF-8 or Windows-1252 as letters. */
export function headerWords(raw: string): string {
  const parts: string[] = []
  let at = 0
  let held: { charset: string; bytes: string } | undefined
  const release = () => {
    if (held) parts.push(decodeNamed(bytesOf(held.bytes), held.charset))
    held = undefined
  }
  for (const match of raw.matchAll(ENCODED)) {
    const between = raw.slice(at, match.index)
    const [whole, charset = '', how, content = ''] = match
    // White space between two encoded words is no part of the text, and a letter may be cut in two between them.
    if (!held || /\S/.test(between) || held.charset.toLowerCase() !== charset.toLowerCase()) {
      const join = held !== undefined && !/\S/.test(between)
      release()
      if (!join) parts.push(decodeText(bytesOf(between)).text)
      held = { charset, bytes: '' }
    }
    const bytes = how?.toUpperCase() === 'B' ? fromBase64(content) : fromQuotedPrintable(content.replaceAll('_', ' '))
    held.bytes += latin1(bytes)
    at = match.index + whole.length
  }
  release()
  const rest = raw.slice(at)
  if (rest) parts.push(decodeText(bytesOf(rest)).text)
  return parts.join('').replace(/\s+/gu, ' ').trim()
}
