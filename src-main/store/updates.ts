import { createPublicKey, verify } from 'node:crypto'
import * as v from 'valibot'
import { AppError } from '../contract/result'

/** Where releases are told of, and whose signature they carry. Both are set by whoever publishes them. */
export interface UpdateSource {
  /** Of `release.json`, https; its signature lies beside it with `.sig` at the end. Empty where there is none. */
  readonly address: string
  /** Ed25519, SPKI in base64. */
  readonly publicKey: string
}

const Release = v.object({
  format: v.literal('bluepencil-release'),
  version: v.pipe(v.string(), v.regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/)),
  date: v.pipe(v.string(), v.isoDate()),
  /** From the changelog. */
  notes: v.pipe(v.string(), v.maxLength(20_000)),
  /** Where a person can get it. */
  page: v.pipe(v.string(), v.startsWith('https://'), v.maxLength(500)),
})
export type Release = v.InferOutput<typeof Release>

/** Bytes of the two files, and milliseconds for both. */
const LIMIT = 64 * 1024
const DEADLINE = 15_000

/**
 * Asks once whether there is a newer release. It is called when a person asks for it and at no other time; nothing is
 * sent but the request itself, and what comes back counts only with a good signature.
 *
 * @param get the network, for tests
 * @returns the newer release, or nothing when this is the newest
 * @throws AppError `unsupported` where this build has no place to ask, `unreadable` when it does not answer, `damaged`
 *   when what it answers was not signed by the publisher
 */
export async function findUpdate(
  source: UpdateSource,
  version: string,
  get: typeof fetch = fetch,
): Promise<Release | undefined> {
  if (!source.address.startsWith('https://') || source.publicKey === '')
    throw new AppError(
      'unsupported',
      'This copy of Blue Pencil was built without a place to ask for newer ones. Look where you got it from.',
    )
  const signal = AbortSignal.timeout(DEADLINE)
  const [content, signature] = await Promise.all([
    download(get, source.address, signal),
    download(get, `${source.address}.sig`, signal),
  ])
  const release = readRelease(content, signature, source.publicKey)
  return isNewer(release.version, version) ? release : undefined
}

async function download(get: typeof fetch, address: string, signal: AbortSignal): Promise<Buffer> {
  try {
    const response = await get(address, { signal, redirect: 'error', credentials: 'omit' })
    if (!response.ok || !response.body) throw new Error(`It answers with ${response.status}.`)
    const parts: Uint8Array[] = []
    let size = 0
    for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
      size += part.byteLength
      if (size > LIMIT) throw new Error('It answers with more than a release can be.')
      parts.push(part)
    }
    return Buffer.concat(parts)
  } catch (thrown) {
    const detail = thrown instanceof Error ? thrown.message : String(thrown)
    throw new AppError('unreadable', `${new URL(address).host} did not say which release is the newest.`, detail)
  }
}

/** @throws AppError `damaged` unless the publisher signed exactly these bytes and they say what a release is */
export function readRelease(content: Uint8Array, signature: Uint8Array, publicKey: string): Release {
  const refused = new AppError(
    'damaged',
    'What came back was not signed by the publisher of this program, so it was not believed. Nothing was changed.',
  )
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' })
    const signed = Buffer.from(Buffer.from(signature).toString('utf8').trim(), 'base64')
    if (key.asymmetricKeyType !== 'ed25519' || !verify(null, content, key, signed)) throw refused
    return v.parse(Release, JSON.parse(Buffer.from(content).toString('utf8')))
  } catch {
    throw refused
  }
}

function isNewer(one: string, other: string): boolean {
  const [a, b] = [one, other].map((version) => version.split(/[.-]/).slice(0, 3).map(Number))
  for (let at = 0; at < 3; at++) if (a?.[at] !== b?.[at]) return (a?.[at] ?? 0) > (b?.[at] ?? 0)
  return false
}
