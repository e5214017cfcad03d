import * as v from 'valibot'

/** What a package may hold, by the exact form of its names. Nothing else is read, whatever the zip says. */
export const ENTRY_NAME =
  /^(?:manifest\.json|documents\/[A-Za-z0-9_-]{1,64}\.json|(?:originals|attachments)\/[0-9a-f]{64})$/

export const PACKAGE_VERSION = 1
export const PACKAGE_MEDIA_TYPE = 'application/vnd.bluepencil+zip'

export const Manifest = v.object({
  format: v.literal('bluepencil-package'),
  version: v.number(),
  savedAt: v.string(),
  generator: v.string(),
  /** Every other entry with its SHA-256 and its size in bytes. */
  entries: v.record(v.string(), v.object({ sha256: v.string(), bytes: v.number() })),
})
export type Manifest = v.InferOutput<typeof Manifest>

/** Bounds that are checked before anything is inflated. */
export const LIMITS = {
  entries: 50_000,
  /** Bytes, inflated, of one entry and of all. */
  entry: 256 * 1024 * 1024,
  total: 2 * 1024 * 1024 * 1024,
  /** Inflated bytes for each stored byte; text reaches 20. Small entries are let off. */
  ratio: 200,
  smallEntry: 1024 * 1024,
}
