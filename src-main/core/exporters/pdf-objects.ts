import { PDFHexString, PDFName, PDFNumber, PDFString, type PDFContext, type PDFRef } from '@cantoo/pdf-lib'

/** Text of any script, as a PDF has it. */
export const pdfText = (text: string) => PDFHexString.fromText(text)
export const pdfName = (name: string) => PDFName.of(name)

/** Points, rounded to what an eye or a printer can tell apart. */
export const pdfNumber = (value: number) => PDFNumber.of(Math.round(value * 100) / 100)
export const short = (value: number) => String(Math.round(value * 100) / 100)

/** @param time ISO 8601, UTC */
export function pdfDate(time: string): PDFString {
  return PDFString.of(`D:${time.replace(/\D/g, '').slice(0, 14).padEnd(14, '0')}Z`)
}

/** A drawing of its own, placed where its box lies on the page. */
export function drawing(
  context: PDFContext,
  operators: string,
  [x0, y0, x1, y1]: readonly [number, number, number, number],
  resources: Record<string, unknown> = {},
): PDFRef {
  const stream = context.flateStream(operators, {
    Type: 'XObject',
    Subtype: 'Form',
    FormType: 1,
    BBox: [pdfNumber(x0), pdfNumber(y0), pdfNumber(x1), pdfNumber(y1)],
    Resources: context.obj(resources as never),
  })
  return context.register(stream)
}
