import { PDFDocument, StandardFonts, type PDFFont } from '@cantoo/pdf-lib'

const WORDS =
  'the council voted late on Tuesday to close the footbridge after engineers reported corrosion in its northern cables and warned that inspections had been postponed because of unforeseen administrative difficulties said Marguerite Holloway who chairs the transportation committee and has represented Ostermark since the reorganisation'.split(
    ' ',
  )

/** Paragraphs of invented prose, the same for the same seed. */
export function paragraphs(count: number, seed = 7): string[] {
  let state = seed
  const random = () => (state = (state * 1_103_515_245 + 12_345) & 0x7fffffff) / 0x7fffffff
  const sentence = () => {
    const words = Array.from(
      { length: 8 + Math.floor(random() * 18) },
      () => WORDS[Math.floor(random() * WORDS.length)],
    )
    const text = words.join(' ')
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
  }
  return Array.from({ length: count }, () => Array.from({ length: 3 + Math.floor(random() * 3) }, sentence).join(' '))
}

export interface Layout {
  readonly columns: 1 | 2
  readonly head?: string
  /** On every page, with its number. */
  readonly running?: string
  /** Divides words at the ends of lines. */
  readonly divide?: boolean
  /** Draws line by line across both columns, as some programs do. */
  readonly across?: boolean
}

const SIZE = 10
const STEP = 13

/** A PDF made with pdf-lib: paragraphs in columns, lines broken by hand. */
export async function pdfOf(texts: readonly string[], layout: Layout): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const font = await pdf.embedFont(StandardFonts.TimesRoman)
  const width = layout.columns === 2 ? 230 : 480
  const lines = texts.flatMap((text, index) => [
    ...(index > 0 ? [''] : []),
    ...broken(text, font, width, layout.divide ?? false),
  ])
  const perPage = 46
  let at = 0
  for (let number = 1; at < lines.length; number++) {
    const page = pdf.addPage([595, 842])
    let top = 760
    if (number === 1 && layout.head) {
      page.drawText(layout.head, { x: 57, y: top, size: 22, font })
      top -= 50
    }
    if (layout.running) {
      page.drawText(layout.running, { x: 57, y: 810, size: 8, font })
      page.drawText(String(number), { x: 290, y: 30, size: 8, font })
    }
    const rows = number === 1 ? perPage - 6 : perPage
    const columns = Array.from({ length: layout.columns }, () => lines.slice(at, (at += rows)))
    const draw = (line: string | undefined, column: number, row: number) =>
      line && page.drawText(line, { x: 57 + column * 250, y: top - row * STEP, size: SIZE, font })
    if (layout.across)
      for (let row = 0; row < rows; row++) columns.forEach((column, index) => draw(column[row], index, row))
    else columns.forEach((column, index) => column.forEach((line, row) => draw(line, index, row)))
  }
  return pdf.save()
}

function broken(text: string, font: PDFFont, width: number, divide: boolean): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line ? `${line} ${word}` : word
    if (font.widthOfTextAtSize(longer, SIZE) <= width) {
      line = longer
      continue
    }
    if (divide && /^\p{L}{9,}$/u.test(word) && font.widthOfTextAtSize(`${line} ${word.slice(0, 5)}-`, SIZE) <= width) {
      lines.push(`${line} ${word.slice(0, 5)}-`)
      line = word.slice(5)
    } else {
      lines.push(line)
      line = word
    }
  }
  return [...lines, line]
}

/** How much of the words comes again in the same order, 0 to 1: the longest common subsequence of words. */
export function inOrder(expected: string, found: string): number {
  const a = expected.match(/\S+/gu) ?? []
  const b = found.match(/\S+/gu) ?? []
  let row = new Uint16Array(b.length + 1)
  for (const word of a) {
    const next = new Uint16Array(b.length + 1)
    for (let at = 1; at <= b.length; at++)
      next[at] = word === b[at - 1] ? (row[at - 1] as number) + 1 : Math.max(row[at] as number, next[at - 1] as number)
    row = next
  }
  return (row[b.length] as number) / a.length
}
