import { keepAddress } from './address'
import { childElements, descendants, type XmlElement } from './xml'

/** Field codes as they come by: what is inside of a code is no text, what is in the result of a link is a link. */
export class FieldCodes {
  private readonly open: { code: string; inResult: boolean; href?: string }[] = []

  mark(kind: string | undefined): void {
    const field = this.open[this.open.length - 1]
    if (kind === 'begin') this.open.push({ code: '', inResult: false })
    else if (kind === 'end') this.open.pop()
    else if (kind === 'separate' && field) {
      field.inResult = true
      field.href = FieldCodes.address(field.code)
    }
  }

  code(text: string): void {
    const field = this.open[this.open.length - 1]
    if (field && !field.inResult && field.code.length < 4_000) field.code += text
  }

  get inCode(): boolean {
    return this.open.some(({ inResult }) => !inResult)
  }

  get href(): string | undefined {
    return this.open.findLast(({ href }) => href)?.href
  }

  /** Where `HYPERLINK "https://…"` leads. */
  static address(code: string): string | undefined {
    return keepAddress(/^\s*HYPERLINK\s+"([^"]+)"/i.exec(code)?.[1])
  }
}

/** What is in a drawing, a picture or an object, boxes of text among it; boxes in boxes are found with their content. */
export function drawingIn(element: XmlElement) {
  const boxes: XmlElement[] = []
  const find = (parent: XmlElement) => {
    for (const child of childElements(parent)) {
      if (child.name === 'w:txbxContent') boxes.push(child)
      else if (child.name === 'mc:Fallback') continue
      else find(child)
    }
  }
  find(element)
  const relations = [...descendants(element, 'a:blip'), ...descendants(element, 'v:imagedata')].flatMap(
    ({ attributes }) => ['r:link', 'r:embed', 'r:id', 'r:href'].flatMap((name) => attributes[name] ?? []),
  )
  const watermark = descendants(element, 'v:textpath')
    .map(({ attributes }) => attributes.string ?? '')
    .join(' ')
    .trim()
  return { boxes, relations, isObject: element.name === 'w:object', watermark }
}

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** The number of a note, raised, so that it cannot be taken for part of a figure beside it. */
export function noteNumber(number: number): string {
  return [...String(number)].map((digit) => RAISED[Number(digit)]).join('')
}

/** Signs of the symbol fonts that turn up in articles, by their place in the font. */
const SYMBOLS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  symbol: {
    0xb7: '•',
    0xb0: '°',
    0xb1: '±',
    0xb4: '×',
    0xa3: '≤',
    0xb3: '≥',
    0xb9: '≠',
    0xae: '→',
    0xac: '←',
    0xbc: '…',
  },
  wingdings: {
    0x4a: '☺',
    0x4c: '☹',
    0xa7: '▪',
    0xa8: '☐',
    0xd8: '➢',
    0xdf: '←',
    0xe0: '→',
    0xfb: '✗',
    0xfc: '✓',
    0xfd: '☒',
    0xfe: '☑',
  },
}

/** The character of a `w:sym`; undefined where only its font knows what it looks like. */
export function symbolOf({ attributes }: XmlElement): string | undefined {
  const code = Number.parseInt(attributes['w:char'] ?? '', 16)
  if (!(code > 0x1f && code < 0x110000) || (code >= 0xd800 && code < 0xe000)) return undefined
  const isPrivate = code >= 0xf000 && code <= 0xf0ff
  const place = isPrivate ? code - 0xf000 : code
  const known = SYMBOLS[(attributes['w:font'] ?? '').toLowerCase()]?.[place]
  return known ?? (code >= 0xe000 && code <= 0xf8ff ? undefined : code > 0xff ? String.fromCodePoint(code) : undefined)
}
