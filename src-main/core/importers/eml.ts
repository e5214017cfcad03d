import { countVisible } from './coverage'
import { readDate } from './date'
import { readMarkup } from './html'
import type { ImportedText, Importer, SourceFile } from './importer'
import { readMime, type MimePart } from './mime'
import { headerWords } from './mime-words'
import { readPlainText } from './plain-text'
import { quoteName, refuse } from './refuse'
import { latin1 } from './sniff'
import { tidyTitle } from './title'

/** An e-mail message: its text, plain or HTML; subject, sender and day as title, byline and date. Nothing is fetched. */
export const emlImporter: Importer = {
  mediaType: 'message/rfc822',
  extensions: ['.eml'],
  recognises,
  read: readMessage,
}

const KNOWN =
  /^(?:from|to|subject|date|message-id|received|return-path|mime-version|content-type|delivered-to|reply-to):/i
/** Lines that only mail programs write. */
const SURE = /^(?:message-id|received|return-path|mime-version|delivered-to):/im

/** Told by the header of a message: fields only, some of them such as only mail has. */
function recognises({ bytes }: SourceFile): number {
  const head = latin1(bytes.subarray(0, 16_384)).split(/\r?\n\r?\n/)[0] ?? ''
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  if (!lines.slice(0, 20).every((line) => /^[A-Za-z][A-Za-z0-9-]*:/.test(line))) return 0
  const known = new Set(lines.filter((line) => KNOWN.test(line)).map((line) => line.split(':')[0]?.toLowerCase()))
  return known.has('from') && known.size >= 3 && SURE.test(head) ? 0.9 : 0
}

function readMessage({ name, bytes }: SourceFile): ImportedText {
  const message = readMime(bytes, name)
  if (/^(?:application\/(?:x-)?pkcs7-mime|multipart\/encrypted)/.test(message.type))
    throw refuse(
      'unsupported',
      name,
      'is encrypted. Save it from your mail program without encryption, and import that.',
    )
  const leaves = leavesOf(message)
  const plain = leaves.find((part) => isText(part, 'text/plain'))
  const html = leaves.find((part) => isText(part, 'text/html'))
  const chosen = plain && countVisible(plain.text()) > 0 ? plain : (html ?? plain)
  if (!chosen) throw refuse('empty', name, 'has no text in it: the message holds nothing but files.')
  const read =
    chosen === html
      ? readMarkup(html.text(), name, { whole: true })
      : readPlainText({ name, bytes: new TextEncoder().encode(unflowed(chosen)) })
  const word = (field: string) => headerWords(message.headers.get(field) ?? '')
  const byline = senderName(word('from'))
  const date = readDate(word('date'))
  const attachments = leaves.filter((part) => part !== chosen && part !== html && part !== plain)
  return {
    ...read,
    title: tidyTitle(word('subject')) ?? read.title,
    ...(byline && { byline }),
    ...(date && { date }),
    mediaType: 'message/rfc822',
    report: withHeaders(read.report, message, notices(attachments, chosen === plain && html !== undefined)),
  }
}

const isText = (part: MimePart, type: string) => part.type === type && !part.attached

/** What holds content, in order. Of a message inside a message only the name is said. */
function leavesOf(part: MimePart): MimePart[] {
  return part.parts.length ? part.parts.flatMap(leavesOf) : [part]
}

/** Text of a part; lines that the mail program wrapped (format=flowed, RFC 3676) are whole again. */
function unflowed(part: MimePart): string {
  const text = part.text().replace(/\r\n?/g, '\n')
  if (part.parameters.get('format')?.toLowerCase() !== 'flowed') return text
  const joined = part.parameters.get('delsp')?.toLowerCase() === 'yes' ? '' : ' '
  return text
    .split('\n')
    .map((line) => (line.startsWith(' ') ? line.slice(1) : line))
    .join('\n')
    .replace(/(?<!(?:^|\n)--) \n(?!\n|>)/g, joined)
}

function senderName(from: string): string | undefined {
  const name = from
    .replace(/<[^>]*>/g, '')
    .replace(/^\s*"|"\s*$/g, '')
    .trim()
  return tidyTitle(name || from.replace(/[<>]/g, ''))
}

const SHOWN = ['from', 'to', 'cc', 'date', 'subject']

/** The lines over a message that a reader sees are kept beside the text. */
function withHeaders(report: ImportedText['report'], message: MimePart, notices: string[]): ImportedText['report'] {
  const lines = SHOWN.flatMap((name) => {
    const value = headerWords(message.headers.get(name) ?? '')
    return value ? [`${name.charAt(0).toUpperCase()}${name.slice(1)}: ${value}`] : []
  })
  if (!lines.length) return { ...report, notices: [...report.notices, ...notices] }
  const head = { text: lines.join('\n'), reason: 'message header', at: 0 }
  const visible = countVisible(head.text)
  const { total, inText, leftOut } = report.coverage
  return {
    coverage: { total: total + visible, inText, leftOut: leftOut + visible },
    leftOut: [head, ...report.leftOut],
    notices: [...report.notices, ...notices],
  }
}

function notices(attachments: readonly MimePart[], both: boolean): string[] {
  const said = both ? ['The message has its text twice, plain and as HTML; the plain one was read.'] : []
  if (attachments.length) {
    const names = attachments.map((part) => `${quoteName(part.fileName ?? part.type)} (${size(part.bytes().length)})`)
    said.push(`Files attached to the message were not opened: ${names.join(', ')}.`)
  }
  return said
}

const size = (bytes: number) => (bytes < 1024 ? `${bytes} bytes` : `${Math.round(bytes / 1024)} KB`)
