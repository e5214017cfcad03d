import { describe, expect, it } from 'vitest'
import { AppError } from '../../src-main/contract/result'
import { importFile } from '../../src-main/core/importers/registry'

const utf8 = (text: string) => new TextEncoder().encode(text)
const RTF =
  '{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset204 A;}}{\\stylesheet{\\s1 heading 1;}}{\\info{\\title Quay}}' +
  "\\pard\\s1 Quay closed\\par\\pard The \\b wall\\b0  \\'80 is \\u8211?{\\f0 \\'e4}, {\\*\\atrfstart 0}says the trust{\\*\\atrfend 0}" +
  '{\\*\\atnid IR}{\\*\\atnauthor Ines Roth}{\\*\\annotation{\\*\\atnref 0}Who?}. {\\deleted very }{\\revised now }shut.' +
  '{\\footnote Minutes.}\\par\\trowd\\intbl a\\cell b\\cell\\row}'
const MAIL =
  'Received: x\nFrom: =?utf-8?Q?Mara_=C3=96st?= <m@example.org>\nSubject: Quay\nDate: Tue, 13 Oct 2026 09:30:00 +0200\n' +
  'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain; charset=iso-8859-1\n' +
  'Content-Transfer-Encoding: quoted-printable\n\nThe quay is closed, said =C4da.\n--x\nContent-Type: application/pdf; name=m.pdf\n\n%PDF\n--x--\n'

describe('rich text and mail', () => {
  it('reads rich text with its code pages, comments, notes, tables and both readings', async () => {
    const file = await importFile({ name: 'a.doc', bytes: utf8(RTF) })
    expect(file.text).toBe('Quay closed\n\nThe wall € is –д, says the trust. now shut.[1]\n\na\nb\n\n[1] Minutes.')
    expect(file.earlier?.text).toContain('. very shut.')
    expect(file.blocks.map(({ kind }) => kind)).toEqual([
      'heading',
      'paragraph',
      'table-cell',
      'table-cell',
      'paragraph',
    ])
    expect(file.notes?.annotations[0]).toMatchObject({
      note: 'Who?',
      anchor: { exact: 'says the trust' },
      author: { name: 'Ines Roth' },
    })
    const { total, inText, leftOut } = file.report.coverage
    expect(inText + leftOut).toBe(total)
  })

  it('reads a message, names what is attached', async () => {
    const file = await importFile({ name: 'a.txt', bytes: utf8(MAIL) })
    expect(file).toMatchObject({
      text: 'The quay is closed, said Äda.',
      title: 'Quay',
      byline: 'Mara Öst',
      date: '2026-10-13',
    })
    expect(file.report.notices.join()).toContain('m.pdf')
  })

  it.each([
    ['rtf', RTF],
    ['eml', MAIL],
  ])('%s cut anywhere is read or refused with a sentence', async (name, whole) => {
    for (let percent = 1; percent < 100; percent++) {
      const bytes = utf8(whole).subarray(0, Math.ceil((whole.length * percent) / 100))
      await importFile({ name: `a.${name}`, bytes }).catch((thrown) => expect(thrown).toBeInstanceOf(AppError))
    }
  })

  it.each([
    ['a sentence', utf8('The quay is closed until Monday.'), 'The quay is closed until Monday.'],
    ['in UTF-16', new Uint8Array([0xff, 0xfe, 0x48, 0, 0x69, 0, 0x2e, 0]), 'Hi.'],
    ['a program’s own data', Uint8Array.from({ length: 900 }, (_, at) => (at * 7) % 256), /is not a Word file/],
    ['an old Office file', officeFile('WordDocument'), /is an old Office document/],
    ['a locked Word file', officeFile('EncryptedPackage'), /is protected with a password/],
  ])('what is named .docx and is %s', async (_, bytes, expected) => {
    const reading = importFile({ name: 'a.docx', bytes })
    if (expected instanceof RegExp) return expect(reading).rejects.toThrow(expected)
    const { text, mediaType, report } = await reading
    expect([text, mediaType]).toEqual([expected, 'text/plain'])
    expect(report.notices.join()).toContain('it holds plain text')
  })
})

/** The head of a compound file, and the name of a stream in it. */
function officeFile(stream: string): Uint8Array {
  const name = [...stream].flatMap((letter) => [letter.charCodeAt(0), 0])
  return Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array<number>(500).fill(0), ...name])
}
