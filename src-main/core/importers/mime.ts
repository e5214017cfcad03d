import { refuse } from './refuse'
import { decodeNamed, fromBase64, fromQuotedPrintable, bytesOf, headerWords } from './mime-words'
import { latin1 } from './sniff'

/** One part of a message; a part that holds parts has no content of its own. */
export interface MimePart {
  /** Raw values by name in lower case, the first of each name. */
  readonly headers: ReadonlyMap<string, string>
  /** Lower case: `text/html`. */
  readonly type: string
  readonly parameters: ReadonlyMap<string, string>
  readonly parts: readonly MimePart[]
  /** The file name that an attachment has. */
  readonly fileName: string | undefined
  readonly attached: boolean
  /** The content with its transfer encoding undone. */
  bytes(): Uint8Array
  /** The content as letters. */
  text(): string
}

/** Parts inside parts; mail programs make four or five. */
const DEEPEST = 50
const MOST_PARTS = 5_000

/**
 * A message with its parts (RFC 5322, RFC 2045 to 2047, RFC 2231).
 *
 * @throws AppError `unreadable` for a message built to exhaust a reader
 */
export function readMime(bytes: Uint8Array, fileName: string): MimePart {
  const left = { parts: MOST_PARTS }
  return partOf(latin1(bytes), fileName, 0, left)
}

function partOf(source: string, fileName: string, depth: number, left: { parts: number }): MimePart {
  if (depth > DEEPEST || --left.parts < 0)
    throw refuse('unreadable', fileName, 'has far more parts than a message has; it was not read.')
  const { headers, body } = headersOf(source)
  const [type, parameters] = fieldOf(headers.get('content-type') ?? 'text/plain')
  const [disposition, more] = fieldOf(headers.get('content-disposition') ?? '')
  const boundary = type.startsWith('multipart/') ? parameters.get('boundary') : undefined
  const parts = boundary ? split(body, boundary).map((part) => partOf(part, fileName, depth + 1, left)) : []
  const encoding = (headers.get('content-transfer-encoding') ?? '').trim().toLowerCase()
  const content = () =>
    encoding === 'base64'
      ? fromBase64(body)
      : encoding === 'quoted-printable'
        ? fromQuotedPrintable(body)
        : bytesOf(body)
  return {
    headers,
    type,
    parameters,
    parts,
    fileName: more.get('filename') ?? parameters.get('name'),
    attached: disposition === 'attachment',
    bytes: content,
    text: () => decodeNamed(content(), parameters.get('charset')),
  }
}

function headersOf(source: string): { headers: Map<string, string>; body: string } {
  const end = /\r?\n\r?\n|^\r?\n/.exec(source)
  const head = source.slice(0, end?.index ?? source.length)
  const headers = new Map<string, string>()
  // A line that begins with white space goes on with the one before.
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).trim().toLowerCase()
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim())
  }
  return { headers, body: end ? source.slice(end.index + end[0].length) : '' }
}

/** The content between the lines of a boundary; a last part that is not closed ends with the file. */
function split(body: string, boundary: string): string[] {
  const parts: string[] = []
  const mark = `--${boundary}`
  let start = -1
  let at = body.startsWith(mark) ? 0 : body.indexOf(`\n${mark}`)
  while (at >= 0) {
    const line = body[at] === '\n' ? at + 1 : at
    if (start >= 0) parts.push(body.slice(start, at).replace(/\r$/, ''))
    const after = line + mark.length
    if (body.startsWith('--', after)) return parts
    const next = body.indexOf('\n', after)
    if (next < 0) return parts
    start = next + 1
    at = body.indexOf(`\n${mark}`, next)
    if (at < 0) parts.push(body.slice(start))
  }
  return parts
}

/** The value of a field and its parameters, those in several pieces and in other encodings too (RFC 2231). */
function fieldOf(raw: string): [string, Map<string, string>] {
  const pieces = raw.match(/"(?:[^"\\]|\\.)*"|[^;"]+|;|"/g) ?? []
  const fields: string[] = ['']
  for (const piece of pieces)
    if (piece === ';') fields.push('')
    else fields[fields.length - 1] += piece
  const parameters = new Map<string, string>()
  const extended = new Map<string, string>()
  for (const field of fields.slice(1)) {
    const [, name = '', star, value = ''] = /^\s*([^=*\s]+)(\*[^=]*)?\s*=\s*([^]*)$/.exec(field) ?? []
    const words = value
      .trim()
      .replace(/^"([^]*)"$/, '$1')
      .replace(/\\(.)/g, '$1')
    if (!name) continue
    if (star) extended.set(name.toLowerCase(), (extended.get(name.toLowerCase()) ?? '') + words)
    else parameters.set(name.toLowerCase(), headerWords(words))
  }
  for (const [name, value] of extended) parameters.set(name, percentDecoded(value))
  return [(fields[0] ?? '').trim().toLowerCase(), parameters]
}

function percentDecoded(value: string): string {
  const [, charset, rest = value] = /^([^']*)'[^']*'([^]*)$/.exec(value) ?? []
  const raw = rest.replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return decodeNamed(bytesOf(raw), charset || undefined)
}
