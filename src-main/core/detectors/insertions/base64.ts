const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const values = new Uint8Array(128)
for (let i = 0; i < 64; i++) values[ALPHABET.charCodeAt(i)] = i

/** The bytes of a base64 text. Typed arrays over them take the machine's byte order, little-endian wherever we run. */
export function decodeBytes(text: string): ArrayBuffer {
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const bytes = new Uint8Array((text.length / 4) * 3 - padding)
  let to = 0
  for (let from = 0; from < text.length; from += 4) {
    const group =
      (valueAt(text, from) << 18) |
      (valueAt(text, from + 1) << 12) |
      (valueAt(text, from + 2) << 6) |
      valueAt(text, from + 3)
    bytes[to++] = group >> 16
    if (to < bytes.length) bytes[to++] = (group >> 8) & 255
    if (to < bytes.length) bytes[to++] = group & 255
  }
  return bytes.buffer
}

const valueAt = (text: string, at: number) => values[text.charCodeAt(at) & 127] as number
