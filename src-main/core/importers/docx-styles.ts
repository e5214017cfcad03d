import type { Block } from '../../contract/entities'
import { APPENDIX_STYLES } from '../exporters/docx-appendix'
import { childElement, childElements, type XmlElement } from './xml'

/** What the styles of a file say of its paragraphs and runs. */
export interface WordStyles {
  /** What a paragraph is by its own properties and its style. */
  paragraph(properties: XmlElement | undefined): ParagraphKind
  /** What a run's character style says. */
  run(styleId: string | undefined): { strong: boolean; emphasis: boolean; code: boolean }
}

export interface ParagraphKind {
  readonly kind: Block['kind']
  readonly level?: number
  /** Why it is not part of the text: a table of contents, a list that Blue Pencil added. */
  readonly leftOut?: string
  readonly title: boolean
}

/** Names of headings in the languages that programs translate them to; Word itself keeps the English name. */
const HEADING =
  /^(?:heading|überschrift|titre|título|titolo|kop|rubrik|overskrift|nagłówek|nadpis|otsikko|заголовок|cabeçalho|encabezado|intestazione|kopje)[ _]?([1-9])\b/i
const TITLE = /^(?:title|titel|titre|título|titolo|tytuł|название|otsikko)$/i
const QUOTATION =
  /^(?:(?:intense )?quot(?:e|ations?)|block ?(?:text|quote|quotation)|(?:intensives )?zitat|citation(?: intense)?|cita|citazione)$/i
const CAPTION =
  /^(?:caption|beschriftung|légende|leyenda|descripción|didascalia|illustration|legenda|image ?caption|table ?caption)$/i
const CONTENTS = /^(?:toc|table of contents|verzeichnis|contents|index) ?\d$/i
const STRONG = /^(?:strong|intense emphasis|fett|strong emphasis)$/i
const EMPHASIS = /^(?:emphasis|subtle emphasis|hervorhebung|betont)$/i
const CODE = /^(?:html code|html typewriter|source text|verbatim char|code|inline code)$/i

interface Style {
  readonly name: string
  readonly basedOn: string | undefined
  readonly properties: XmlElement | undefined
}

/** @param styles `word/styles.xml` @param numbering `word/numbering.xml`: without it nothing is a list */
export function readStyles(styles: XmlElement | undefined, numbering: XmlElement | undefined): WordStyles {
  const byId = new Map<string, Style>()
  let standard: string | undefined
  for (const style of styles ? childElements(styles, 'w:style') : []) {
    const id = style.attributes['w:styleId'] ?? ''
    const isParagraph = style.attributes['w:type'] === 'paragraph'
    if (isParagraph && isOn(style.attributes['w:default'], false)) standard = id
    byId.set(id, {
      name: valueOf(style, 'w:name') ?? id,
      basedOn: valueOf(style, 'w:basedOn'),
      properties: childElement(style, 'w:pPr'),
    })
  }
  const unlisted = unlistedNumbers(numbering)
  /** A style and those it is based on. */
  const chain = (id: string | undefined): Style[] => {
    const styles: Style[] = []
    for (let at = id; at !== undefined && styles.length < 20;) {
      const style = byId.get(at)
      if (!style) break
      styles.push(style)
      at = style.basedOn
    }
    return styles
  }
  const known = new Map<string, Style[]>()
  const chainOf = (id: string | undefined): Style[] => {
    const key = id ?? standard ?? ''
    let styles = known.get(key)
    if (!styles) known.set(key, (styles = chain(key)))
    return styles
  }
  return {
    paragraph(properties) {
      const id = properties && valueOf(properties, 'w:pStyle')
      const styles = chainOf(id)
      // A file may name a style that it does not define; then its id is all there is.
      const names = styles.length ? styles.map(({ name }) => name) : id ? [id] : []
      const own = names[0] ?? ''
      const is = (pattern: RegExp) => names.some((name) => pattern.test(name))
      const title = TITLE.test(own)
      const leftOut =
        own === APPENDIX_STYLES.heading || own === APPENDIX_STYLES.item
          ? 'list added by Blue Pencil'
          : is(CONTENTS)
            ? 'table of contents'
            : undefined
      const sources = [properties, ...styles.map((style) => style.properties)]
      const heading = title ? 1 : headingLevel(sources, names)
      const item = listLevel(sources, unlisted)
      const kind: Block['kind'] = heading
        ? 'heading'
        : item
          ? 'list-item'
          : is(QUOTATION)
            ? 'quotation'
            : is(CAPTION)
              ? 'caption'
              : 'paragraph'
      const level = heading || item
      return { kind, title, ...(level && { level }), ...(leftOut && { leftOut }) }
    },
    run(id) {
      const names = id === undefined ? [] : byId.has(id) ? chainOf(id).map(({ name }) => name) : [id]
      const is = (pattern: RegExp) => names.some((name) => pattern.test(name))
      return { strong: is(STRONG), emphasis: is(EMPHASIS), code: is(CODE) }
    },
  }
}

/** 1 to 6, 0 for no heading: the nearest outline level that is given, else what the name of the style says. */
function headingLevel(sources: readonly (XmlElement | undefined)[], names: readonly string[]): number {
  for (const source of sources) {
    const outline = source && valueOf(source, 'w:outlineLvl')
    if (outline !== undefined) return Number(outline) <= 8 ? Math.min(6, Number(outline) + 1) : 0
  }
  for (const name of names) {
    const level = HEADING.exec(name)?.[1]
    if (level) return Math.min(6, Number(level))
  }
  return 0
}

/** Depth of a list item from 1, 0 for none. */
function listLevel(
  sources: readonly (XmlElement | undefined)[],
  unlisted: (number: string, level: string) => boolean,
): number {
  for (const source of sources) {
    const numbering = childElement(source, 'w:numPr')
    if (!numbering) continue
    const number = valueOf(numbering, 'w:numId')
    const level = valueOf(numbering, 'w:ilvl') ?? '0'
    if (number === undefined) continue
    return number === '0' || unlisted(number, level) ? 0 : Math.min(9, (Number(level) || 0) + 1)
  }
  return 0
}

/** Tells numbers whose list draws neither number nor bullet, or that no list defines. */
function unlistedNumbers(numbering: XmlElement | undefined): (number: string, level: string) => boolean {
  const drawn = new Map<string, Set<string>>()
  for (const list of numbering ? childElements(numbering, 'w:abstractNum') : []) {
    const levels = childElements(list, 'w:lvl').filter((level) => valueOf(level, 'w:numFmt') !== 'none')
    const linked = childElement(list, 'w:numStyleLink') !== undefined
    const all = linked
      ? Array.from({ length: 9 }, (_, level) => `${level}`)
      : levels.map((level) => level.attributes['w:ilvl'] ?? '')
    drawn.set(list.attributes['w:abstractNumId'] ?? '', new Set(all))
  }
  const lists = new Map<string, string>()
  for (const number of numbering ? childElements(numbering, 'w:num') : [])
    lists.set(number.attributes['w:numId'] ?? '', valueOf(number, 'w:abstractNumId') ?? '')
  return (number, level) => !drawn.get(lists.get(number) ?? '?')?.has(level)
}

/** The `w:val` of a child. */
export function valueOf(element: XmlElement, child: string): string | undefined {
  return childElement(element, child)?.attributes['w:val']
}

/** A switch of WordprocessingML: on when it is there without a value. */
export function isOn(value: string | undefined, present: boolean): boolean {
  return value === undefined ? present : !/^(?:0|false|off|none)$/i.test(value)
}
