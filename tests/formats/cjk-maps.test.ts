import { expect, test } from 'vitest'
import { importFile } from '../../src-main/core/importers/registry'

/** A page in a font that is not in the file, whose codes are told by the name of a map alone. */
function pdfIn(map: string, ordering: string, codes: string): Uint8Array {
  const shown = `BT /F 14 Tf 60 700 Td <${codes}> Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
    `<< /Length ${shown.length} >>\nstream\n${shown}\nendstream`,
    `<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /${map} /DescendantFonts [6 0 R] >>`,
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 0 >> /FontDescriptor 7 0 R /DW 1000 >>`,
    '<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
  ]
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('')
  return new TextEncoder().encode(`%PDF-1.4\n${body}trailer\n<< /Root 1 0 R /Size 8 >>\n%%EOF\n`)
}

test.each<[string, string, string, string]>([
  ['UniGB-UCS2-H', 'GB1', '4E0A6D775E02653F5E9C', '上海市政府'],
  ['GBK-EUC-H', 'GB1', 'C9CFBAA3CAD0', '上海市'],
  ['90ms-RKSJ-H', 'Japan1', '93FA967B8CEA', '日本語'],
  ['UniJIS-UTF16-H', 'Japan1', '67714EAC90FD', '東京都'],
  ['ETen-B5-H', 'CNS1', 'A578A55FA5AB', '台北市'],
  ['KSCms-UHC-H', 'Korea1', 'BCADBFEFBDC3', '서울시'],
])('a PDF in %s without its font gives its text', async (map, ordering, codes, text) => {
  const read = await importFile({ name: 'story.pdf', bytes: pdfIn(map, ordering, codes) })
  expect(read.text).toBe(text)
})
