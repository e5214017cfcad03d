import { PDFName, PDFString, type PDFContext, type PDFRef } from '@cantoo/pdf-lib'
import type { Face } from './pdf-faces'
import { pdfNumber } from './pdf-objects'

/**
 * Puts a typeface into the file with the glyphs that were used, and with the characters that they stand for, so that
 * the text can be found and copied. A composite font with two bytes for each glyph (ISO 32000-1, 9.7).
 *
 * @param index tells the subsets of one file apart
 */
export function embedFace(context: PDFContext, face: Face, index: number): PDFRef {
  const { font, subset, widths } = face
  const scale = 1000 / font.unitsPerEm
  const postScript = subset.cff !== undefined
  const name = PDFName.of(`${tag(index)}+${font.postscriptName.replace(/[^A-Za-z0-9-]/g, '') || 'Font'}`)
  const program = context.flateStream(subset.encode(), postScript ? { Subtype: 'CIDFontType0C' } : {})
  const { minX, minY, maxX, maxY } = font.bbox
  const descriptor = context.obj({
    Type: 'FontDescriptor',
    FontName: name,
    // Symbolic: which glyph is meant is told by its number alone.
    Flags: 4,
    FontBBox: [minX, minY, maxX, maxY].map((value) => pdfNumber(value * scale)),
    ItalicAngle: pdfNumber(font.italicAngle || 0),
    Ascent: pdfNumber(font.ascent * scale),
    Descent: pdfNumber(font.descent * scale),
    CapHeight: pdfNumber((font.capHeight || font.ascent) * scale),
    StemV: 80,
    [postScript ? 'FontFile3' : 'FontFile2']: context.register(program),
  })
  const descendant = context.obj({
    Type: 'Font',
    Subtype: postScript ? 'CIDFontType0' : 'CIDFontType2',
    BaseFont: name,
    CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
    FontDescriptor: context.register(descriptor),
    W: [...widths].sort((a, b) => a[0] - b[0]).flatMap(([id, width]) => [id, [pdfNumber(width)]]),
    ...(postScript ? {} : { CIDToGIDMap: 'Identity' }),
  } as never)
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: name,
      Encoding: 'Identity-H',
      DescendantFonts: [context.register(descendant)],
      ToUnicode: context.register(context.flateStream(toUnicode(face))),
    }),
  )
}

/** Six letters, as a subset's name begins with. */
function tag(index: number): string {
  return [...Array(6).keys()].map((at) => String.fromCharCode(65 + (Math.floor(index / 26 ** at) % 26))).join('')
}

function toUnicode({ characters }: Face): string {
  const lines = [...characters].map(
    ([id, text]) => `<${hex(id)}> <${[...Array(text.length).keys()].map((at) => hex(text.charCodeAt(at))).join('')}>`,
  )
  const parts: string[] = []
  for (let at = 0; at < lines.length; at += 100) {
    const part = lines.slice(at, at + 100)
    parts.push(`${part.length} beginbfchar\n${part.join('\n')}\nendbfchar`)
  }
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
    '1 begincodespacerange <0000> <ffff> endcodespacerange',
    ...parts,
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n')
}

export const hex = (value: number) => value.toString(16).padStart(4, '0')
