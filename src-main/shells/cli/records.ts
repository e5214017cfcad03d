/** A line of a stream of records, or what stands in for one that is longer than may be. */
export type StreamLine = { text: string } | { tooLong: true }

const NEWLINE = 0x0a

/**
 * The lines of a stream of bytes, without their line ends and without a byte order mark, empty ones left out. A line that
 * is longer than `most` bytes is passed over without being kept in memory.
 */
export async function* linesOf(stream: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<StreamLine> {
  let parts: Uint8Array[] = []
  let length = 0
  let skipping = false

  function take(piece: Uint8Array): void {
    if (skipping) return
    length += piece.byteLength
    if (length > most) {
      skipping = true
      parts = []
    } else parts.push(piece)
  }

  function finish(): StreamLine | undefined {
    const text = skipping
      ? undefined
      : Buffer.concat(parts, length)
          .toString('utf8')
          .replace(/^\ufeff/, '')
    parts = []
    length = 0
    skipping = false
    if (text === undefined) return { tooLong: true }
    return text.trim() ? { text } : undefined
  }

  for await (const chunk of stream) {
    let start = 0
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      take(chunk.subarray(start, end))
      const line = finish()
      if (line) yield line
      start = end + 1
    }
    // A copy: the rest of a chunk must not keep the whole chunk in memory.
    if (start < chunk.byteLength) take(Uint8Array.prototype.slice.call(chunk, start))
  }
  if (length > 0) {
    const line = finish()
    if (line) yield line
  }
}
