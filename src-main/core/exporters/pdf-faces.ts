import { create, type Font, type Subset } from 'fontkit'
import type { FontSource, FontStyle } from './exporter'

/** A typeface of the file, with the glyphs that were used of it so far. Lengths in thousandths of the type's size. */
export interface Face {
  readonly font: Font
  readonly subset: Subset
  /** By the glyph's number in the subset: how wide it is, and the characters it stands for. */
  readonly widths: Map<number, number>
  readonly characters: Map<number, string>
}

/** A glyph where it is set. */
export interface SetGlyph {
  readonly id: number
  readonly advance: number
  readonly x: number
  readonly y: number
  /** UTF-16 units of the text that it stands for. */
  readonly units: number
}

/** A stretch of text in one typeface, its glyphs from left to right. */
export interface Shaped {
  readonly face: Face
  readonly text: string
  readonly glyphs: readonly SetGlyph[]
  readonly width: number
}

/** Characters that show nothing by themselves, and may be left to the characters around them. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\ufeff]/u
const MARK = /\p{M}/u

/** The typefaces that a text needs: the program's own, and for what it has not, those of the computer. */
export class Typefaces {
  private readonly shapes = new Map<string, readonly Shaped[]>()
  private readonly choices = new Map<string, Face | undefined>()
  /** Characters that no typeface has. */
  readonly missing = new Set<string>()

  private constructor(
    private readonly own: Readonly<Record<FontStyle, readonly Face[]>>,
    private readonly others: readonly Face[],
  ) {}

  /** @param text all that is going to be set @param language BCP 47; tells Chinese forms from Japanese ones */
  static async load(source: FontSource, text: string, language: string): Promise<Typefaces> {
    const shipped = async (style: FontStyle) =>
      (await source.shipped(style)).map((bytes) => faceOf(fontsIn(bytes)[0] as Font))
    const own = { regular: await shipped('regular'), italic: await shipped('italic'), bold: await shipped('bold') }
    const wanted = new Set(
      [...new Set(text)].filter((character) => !/\s/u.test(character) && !INVISIBLE.test(character)),
    )
    for (const character of wanted) if (own.regular.some((face) => has(face, character))) wanted.delete(character)
    const others: Face[] = []
    if (wanted.size > 0)
      for await (const { bytes } of source.installed([...wanted].join(''))) {
        const font = bestOf(fontsIn(bytes), language)
        if (!font) continue
        const found = [...wanted].filter((character) => font.hasGlyphForCodePoint(character.codePointAt(0) as number))
        if (found.length > 0) others.push(faceOf(font))
        for (const character of found) wanted.delete(character)
        if (wanted.size === 0) break
      }
    return new Typefaces(own, others)
  }

  /** Every face that something was set in. */
  used(): Face[] {
    return [...Object.values(this.own).flat(), ...this.others].filter((face) => face.widths.size > 0)
  }

  /** The text in glyphs, cut where the typeface changes; the pieces in the order of the text. */
  shape(text: string, style: FontStyle, rtl: boolean): readonly Shaped[] {
    const key = `${style}${rtl ? '<' : '>'}${text}`
    let shaped = this.shapes.get(key)
    if (!shaped) {
      shaped = this.runs(text, style).map(([face, words]) => shapeIn(face, words, rtl))
      this.shapes.set(key, shaped)
    }
    return shaped
  }

  private runs(text: string, style: FontStyle): [Face, string][] {
    const runs: [Face, string][] = []
    for (const character of text) {
      const last = runs[runs.length - 1]
      const stays =
        last &&
        (/\s/u.test(character) || INVISIBLE.test(character) || (MARK.test(character) && has(last[0], character)))
      const face = stays ? last[0] : this.faceFor(character, style)
      if (last && last[0] === face) last[1] += character
      else runs.push([face, character])
    }
    return runs
  }

  private faceFor(character: string, style: FontStyle): Face {
    const key = style + character
    if (!this.choices.has(key)) {
      const chain = [...this.own[style], ...this.own.regular, ...this.others]
      this.choices.set(
        key,
        chain.find((face) => has(face, character)),
      )
    }
    const face = this.choices.get(key)
    if (!face && !/[\s\p{Cc}]/u.test(character) && !INVISIBLE.test(character)) this.missing.add(character)
    return face ?? (this.own[style][0] as Face)
  }
}

function shapeIn(face: Face, text: string, rtl: boolean): Shaped {
  const { font, subset, widths, characters } = face
  const scale = 1000 / font.unitsPerEm
  // What shows nothing has no glyph in many typefaces, and would be drawn as a box.
  const shown = [...text]
    .map((one) => (/[\p{Cc}\s]/u.test(one) ? ' ' : INVISIBLE.test(one) && !has(face, one) ? '' : one))
    .join('')
  const { glyphs, positions } = font.layout(shown, undefined, undefined, undefined, rtl ? 'rtl' : 'ltr')
  let width = 0
  const set = glyphs.map((glyph, index): SetGlyph => {
    const id = subset.includeGlyph(glyph.id)
    const stands = String.fromCodePoint(...glyph.codePoints)
    widths.set(id, glyph.advanceWidth * scale)
    if (!characters.has(id) && stands) characters.set(id, stands)
    const { xAdvance, xOffset, yOffset } = positions[index] as (typeof positions)[number]
    width += xAdvance * scale
    return { id, advance: xAdvance * scale, x: xOffset * scale, y: yOffset * scale, units: stands.length }
  })
  return { face, text, glyphs: set, width }
}

function has({ font }: Face, character: string): boolean {
  return font.hasGlyphForCodePoint(character.codePointAt(0) as number)
}

function faceOf(font: Font): Face {
  return { font, subset: font.createSubset(), widths: new Map(), characters: new Map() }
}

/** The fonts of a file that can be put into a PDF: with outlines that stand still. */
function fontsIn(bytes: Uint8Array): Font[] {
  try {
    const opened = create(bytes)
    const fonts = 'fonts' in opened ? opened.fonts : [opened]
    return fonts.filter(({ directory: { tables } }) => ('glyf' in tables || 'CFF ' in tables) && !('fvar' in tables))
  } catch {
    // A broken typeface of the computer is passed over.
    return []
  }
}

/** Of the fonts of one file, which are alike but for the forms of some characters, the one for the language. */
function bestOf(fonts: readonly Font[], language: string): Font | undefined {
  const form = /^ko/.test(language)
    ? /KR|K\b/
    : /^zh-(?:TW|Hant)/i.test(language)
      ? /TC/
      : /^zh-HK/i.test(language)
        ? /HK/
        : /^ja/.test(language)
          ? /JP/
          : /SC/
  return fonts.find(({ postscriptName }) => form.test(postscriptName)) ?? fonts[0]
}
