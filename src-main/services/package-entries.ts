import type { StoredDocument } from '../core/review/replay'
import type { PackageEntry } from './package-writer'

/** Where the files that a document came from, and those attached to its sources, are read; nothing where one is missing. */
export interface KeptFiles {
  original(sha256: string): Promise<Uint8Array | undefined>
  attachment(sha256: string): Promise<Uint8Array | undefined>
}

/** A document of a package, with the files that it came from and those that are attached to its sources. */
export function packageEntries(stored: StoredDocument, files: KeptFiles): PackageEntry[] {
  const bytes = new TextEncoder().encode(JSON.stringify(stored))
  const origins = [stored.document, ...stored.earlier].map(({ origin }) => origin)
  const attached = stored.review.sources.flatMap(({ attachment }) => (attachment ? [attachment.sha256] : []))
  return [
    { name: `documents/${stored.document.id}.json`, deflate: true, read: async () => bytes },
    ...origins.map(({ sha256, mediaType }) => ({
      name: `originals/${sha256}`,
      deflate: mediaType.startsWith('text/'),
      read: () => files.original(sha256),
    })),
    ...attached.map((one) => ({ name: `attachments/${one}`, deflate: false, read: () => files.attachment(one) })),
  ]
}
