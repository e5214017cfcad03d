import type { IncomingMessage } from 'node:http'

/** Bytes of one call: three files of the 50 MB an import takes, as base64, and something for the rest. */
export const MAX_BODY = 224 * 1024 * 1024

/**
 * Reads a request's body as it comes, and stops at the limit whatever its Content-Length promised.
 *
 * @param limit bytes
 * @returns the body as UTF-8 text, or undefined when it is larger
 */
export async function readBody(request: IncomingMessage, limit = MAX_BODY): Promise<string | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return undefined
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > limit) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}
