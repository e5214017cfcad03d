/**
 * JSON for what crosses HTTP: a Uint8Array becomes {"$bytes": base64}. IPC needs none of this, structured clone
 * carries bytes.
 */
const KEY = '$bytes'

export function encodeWire(value: unknown): string {
  // A replacer is called for every value there is, and hardly any answer carries bytes.
  if (!holdsBytes(value)) return JSON.stringify(value)
  // Of its holder, because Node's Buffer has made an object of itself before a replacer sees it.
  return JSON.stringify(value, function (this: Record<string, unknown>, key, inner: unknown) {
    const held = this[key]
    return held instanceof Uint8Array ? { [KEY]: toBase64(held) } : inner
  })
}

function holdsBytes(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (value instanceof Uint8Array) return true
  if (Array.isArray(value)) return value.some(holdsBytes)
  for (const key in value) if (holdsBytes((value as Record<string, unknown>)[key])) return true
  return false
}

export function decodeWire(json: string): unknown {
  // A reviver is called for every value there is: six times the work for a long list that carries no bytes.
  if (!json.includes(`"${KEY}"`)) return JSON.parse(json)
  return JSON.parse(json, (_, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || !(KEY in inner)) return inner
    const bytes = (inner as Record<string, unknown>)[KEY]
    return typeof bytes === 'string' && Object.keys(inner).length === 1 ? fromBase64(bytes) : inner
  })
}

/** `btoa` takes a string of bytes; built in pieces, because an argument list has a limit. */
function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000))
  return btoa(binary)
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (c) => c.charCodeAt(0))
}
