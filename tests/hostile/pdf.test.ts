import { PDFArray, PDFDocument, PDFName, StandardFonts } from '@cantoo/pdf-lib'
import { zlibSync } from 'fflate'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { AppError } from '../../src-main/contract/result'
import { importFile } from '../../src-main/core/importers/registry'
import { paragraphs, pdfOf } from '../support/pdf-samples'

const SECONDS = 10
const MEGABYTES = 512

/** Imports within the bounds; what is refused is refused with a sentence that names the file. */
async function outcome(bytes: Uint8Array): Promise<string> {
  const before = process.memoryUsage()
  const start = performance.now()
  let result: string
  try {
    const { report, text } = await importFile({ name: 'story.pdf', bytes })
    expect(report.coverage.inText + report.coverage.leftOut).toBe(report.coverage.total)
    result = text ? 'read' : 'nothing'
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown
    expect(thrown.message).toMatch(/^“story\.pdf” .+\.$/)
    result = thrown.code
  }
  expect(performance.now() - start).toBeLessThan(SECONDS * 1_000)
  const after = process.memoryUsage()
  expect((after.arrayBuffers - before.arrayBuffers) / 1e6).toBeLessThan(MEGABYTES)
  return result
}

const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))

/** A file of numbered objects with a table that finds them; streams are given as bytes. */
function pdfFrom(objects: readonly (string | { dictionary: string; stream: Uint8Array })[], trailer = ''): Uint8Array {
  const parts: Uint8Array[] = [latin('%PDF-1.7\n')]
  const offsets: number[] = []
  const at = () => parts.reduce((sum, part) => sum + part.length, 0)
  for (const [index, object] of objects.entries()) {
    offsets.push(at())
    parts.push(latin(`${index + 1} 0 obj\n`))
    if (typeof object === 'string') parts.push(latin(object))
    else {
      parts.push(latin(`<< ${object.dictionary} /Length ${object.stream.length} >>\nstream\n`))
      parts.push(object.stream, latin('\nendstream'))
    }
    parts.push(latin('\nendobj\n'))
  }
  const start = at()
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  parts.push(
    latin(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  )
  const file = new Uint8Array(at())
  let to = 0
  for (const part of parts) {
    file.set(part, to)
    to += part.length
  }
  return file
}

const CATALOG = '<< /Type /Catalog /Pages 2 0 R >>'
const PAGES = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'
const PAGE =
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F 4 0 R >> >> >>'
const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'
const SHOWN = 'BT /F 12 Tf 50 700 Td (The council said that the wall was safe.) Tj ET'
const content = (text: string) => ({ dictionary: '', stream: latin(text) })
const packed = (bytes: Uint8Array, layers = 1) => {
  const stream = Array.from({ length: layers }).reduce<Uint8Array>((inner) => zlibSync(inner, { level: 9 }), bytes)
  return { dictionary: `/Filter [${' /FlateDecode'.repeat(layers)} ]`, stream }
}

/** So many megabytes of white space. */
function bomb(megabytes: number, layers: number) {
  return packed(new Uint8Array(megabytes * 1024 * 1024).fill(32), layers)
}

describe('a PDF that is cut off', () => {
  let whole: Uint8Array
  beforeAll(async () => {
    whole = await pdfOf(paragraphs(12), { columns: 2, head: 'Footbridge closes' })
  })

  test('at every hundredth of its length is read in part or refused in a sentence', async () => {
    const results = new Set<string>()
    for (let percent = 1; percent < 100; percent++)
      results.add(await outcome(whole.slice(0, Math.floor((whole.length * percent) / 100))))
    expect([...results].filter((result) => !['read', 'unreadable', 'empty'].includes(result))).toEqual([])
    expect(await outcome(whole)).toBe('read')
  }, 120_000)
})

describe('a PDF made to harm', () => {
  test.each<[string, () => Uint8Array, string]>([
    ['sound', () => pdfFrom([CATALOG, PAGES, PAGE, FONT, content(SHOWN)]), 'read'],
    [
      'pages within themselves',
      () => pdfFrom([CATALOG, '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>']),
      'unreadable',
    ],
    [
      'a page that is its own parent',
      () => pdfFrom([CATALOG, PAGES, PAGE.replace('/Parent 2 0 R', '/Parent 3 0 R'), FONT, content(SHOWN)]),
      'read',
    ],
    [
      'a length that is its own length',
      () => pdfFrom([CATALOG, PAGES, PAGE, FONT, { dictionary: '/Length 5 0 R', stream: latin(SHOWN) }]),
      'read',
    ],
    [
      'resources in a circle',
      () =>
        pdfFrom([
          CATALOG,
          PAGES,
          PAGE.replace('<< /Font << /F 4 0 R >> >>', '6 0 R'),
          FONT,
          content(`${SHOWN} /X Do`),
          '<< /Font << /F 4 0 R >> /XObject << /X 7 0 R >> >>',
          {
            dictionary: '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources 6 0 R',
            stream: latin('/X Do /X Do'),
          },
        ]),
      'read',
    ],
    [
      'two thousand million pages',
      () => pdfFrom([CATALOG, PAGES.replace('/Count 1', '/Count 2000000000'), PAGE, FONT, content(SHOWN)]),
      'read|too-large',
    ],
    ['80 MB in one part', () => pdfFrom([CATALOG, PAGES, PAGE, FONT, bomb(80, 1)]), 'too-large'],
    ['80 MB packed twice', () => pdfFrom([CATALOG, PAGES, PAGE, FONT, bomb(80, 2)]), 'too-large'],
    ['ten filters', () => pdfFrom([CATALOG, PAGES, PAGE, FONT, packed(latin(SHOWN), 10)]), 'too-large'],
    [
      '20 parts of 60 MB',
      () =>
        pdfFrom([CATALOG, PAGES, PAGE, FONT, content(SHOWN), ...Array<ReturnType<typeof bomb>>(20).fill(bomb(60, 1))]),
      'too-large',
    ],
    [
      '50,000 brackets',
      () => pdfFrom([CATALOG, PAGES, PAGE, FONT, content(`${'['.repeat(50_000)} ${SHOWN}`)]),
      'read|empty',
    ],
    [
      'an answer to itself',
      () =>
        pdfFrom([
          CATALOG,
          PAGES,
          PAGE.replace('/Contents', '/Annots [6 0 R 7 0 R] /Contents'),
          FONT,
          content(SHOWN),
          '<< /Type /Annot /Subtype /Text /Rect [50 700 60 710] /Contents (a) /IRT 7 0 R >>',
          '<< /Type /Annot /Subtype /Text /Rect [50 700 60 710] /Contents (b) /IRT 6 0 R >>',
        ]),
      'read',
    ],
    ['not a PDF behind its first line', () => latin(`%PDF-1.7\n${'\xff\xfe\x00'.repeat(50_000)}`), 'unreadable'],
    ['a table that leads nowhere', () => latin('%PDF-1.7\nstartxref\n99999999\n%%EOF'), 'unreadable'],
  ])(
    '%s',
    async (_, make, expected) => {
      expect(expected.split('|')).toContain(await outcome(make()))
    },
    30_000,
  )

  test('a bomb behind an empty password is stopped, and all is as before', async () => {
    const { Uint8Array: before } = globalThis
    const locked = async (megabytes: number) => {
      const pdf = await PDFDocument.create()
      const page = pdf.addPage()
      page.drawText('The wall.', { font: await pdf.embedFont(StandardFonts.Helvetica) })
      await pdf.flush()
      const { stream } = bomb(megabytes, 1)
      const more = pdf.context.register(pdf.context.stream(stream, { Filter: 'FlateDecode' }))
      const drawn = page.node.get(PDFName.of('Contents'))
      page.node.set(
        PDFName.of('Contents'),
        pdf.context.obj([...(drawn instanceof PDFArray ? drawn.asArray() : [drawn]), more] as never),
      )
      pdf.encrypt({ userPassword: '', ownerPassword: 'b' })
      return pdf.save()
    }
    expect(await outcome(await locked(1))).toBe('read')
    expect(await outcome(await locked(80))).toBe('too-large')
    expect(globalThis.Uint8Array).toBe(before)
  })

  test('a locked one says what to do', async () => {
    const pdf = await PDFDocument.create()
    pdf.addPage().drawText('Locked', { font: await pdf.embedFont(StandardFonts.Helvetica) })
    pdf.encrypt({ userPassword: 'a', ownerPassword: 'b' })
    const locked = importFile({ name: 'story.pdf', bytes: await pdf.save() })
    await expect(locked).rejects.toThrow('“story.pdf” is locked with a password.')
  })

  test('its scripts do not run, its links and remote files are not fetched, and its embedded files stay closed', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('offline'))
    const pdf = await PDFDocument.create()
    const page = pdf.addPage()
    page.drawText('The council said that the wall was safe.', {
      x: 50,
      y: 700,
      font: await pdf.embedFont(StandardFonts.Helvetica),
    })
    pdf.addJavaScript('run', 'globalThis.harmed = true; app.launchURL("https://beacon.example/")')
    pdf.catalog.set(
      PDFName.of('OpenAction'),
      pdf.context.obj({ S: 'JavaScript', JS: pdf.context.obj('globalThis.harmed = true') as never }),
    )
    const link = {
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [40, 690, 300, 715],
      A: { S: 'URI', URI: 'https://beacon.example/a' },
    }
    page.node.set(PDFName.of('Annots'), pdf.context.obj([pdf.context.obj(link as never)]))
    await pdf.attach(latin('MZ…'), 'run.exe')
    const { text } = await importFile({ name: 'story.pdf', bytes: await pdf.save() })
    expect(text).toBe('The council said that the wall was safe.')
    expect(fetched).not.toHaveBeenCalled()
    expect('harmed' in globalThis).toBe(false)
  })
})
