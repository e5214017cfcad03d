import { createHash } from 'node:crypto'

/** What kind of file it is and which version of its shape this program writes. */
export interface Format {
  readonly name: string
  readonly version: number
}

export const DOCUMENT: Format = { name: 'bluepencil-document', version: 1 }
export const DETECTION: Format = { name: 'bluepencil-detection', version: 1 }
export const CATALOGUE: Format = { name: 'bluepencil-catalogue', version: 1 }
export const RULES: Format = { name: 'bluepencil-rules', version: 1 }
export const SETTINGS: Format = { name: 'bluepencil-settings', version: 1 }

export type Unsealed =
  | { state: 'good'; payload: unknown; version: number; savedAt: string }
  | { state: 'newer'; payload: unknown; version: number; savedAt: string }
  | { state: 'damaged'; why: string }

/** JSON that a person can read, with what is needed to tell whether it is whole. */
export function seal(format: Format, payload: unknown, savedAt: string): string {
  const checksum = checksumOf(format.name, format.version, savedAt, payload)
  return JSON.stringify({ format: format.name, version: format.version, savedAt, checksum, payload }, undefined, 1)
}

/** Opens what `seal` made. The checksum is of the values, so that a file that was only laid out anew stays whole. */
export function unseal(format: Format, text: string): Unsealed {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    return { state: 'damaged', why: text.trim() ? 'it is not whole' : 'it is empty' }
  }
  if (typeof parsed !== 'object' || parsed === null || (parsed as { format?: unknown }).format !== format.name)
    return { state: 'damaged', why: 'it holds something else' }
  const { version, savedAt, checksum, payload } = parsed as Record<string, unknown>
  if (typeof version !== 'number' || typeof savedAt !== 'string' || payload === undefined)
    return { state: 'damaged', why: 'a part of it is missing' }
  if (checksum !== checksumOf(format.name, version, savedAt, payload))
    return { state: 'damaged', why: 'its checksum does not agree' }
  return { state: version > format.version ? 'newer' : 'good', payload, version, savedAt }
}

function checksumOf(name: string, version: number, savedAt: string, payload: unknown): string {
  return sha256(JSON.stringify([name, version, savedAt, payload]))
}

export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex')
}
