import type { Block } from '../../contract/entities'
import { childElement, descendants, type XmlElement } from './xml'

/** What the styles of a file say of its paragraphs and letters. */
export interface OdtStyles {
  /** What a paragraph in this style is; a plain one where nothing is said. */
  blockOf(style: string | undefined): { readonly kind: Block['kind']; readonly level?: number }
  emphasisOf(style: string | undefined): { readonly strong: boolean; readonly emphasis: boolean }
}

interface Style {
  readonly parent: string | undefined
  readonly shown: string
  readonly level: number
  readonly weight: string | undefined
  readonly slant: string | undefined
}

/** Styles inherit; a longer line of ancestors goes in a circle. */
const LONGEST = 30

/** @param roots parts of the file that hold styles */
export function odtStyles(roots: readonly XmlElement[]): OdtStyles {
  const styles = new Map<string, Style>()
  for (const root of roots)
    for (const style of descendants(root, 'style:style')) {
      const { attributes } = style
      const letters = childElement(style, 'style:text-properties')?.attributes
      styles.set(attributes['style:name'] ?? '', {
        parent: attributes['style:parent-style-name'],
        shown: attributes['style:display-name'] ?? attributes['style:name'] ?? '',
        level: Number(attributes['style:default-outline-level'] ?? 0),
        weight: letters?.['fo:font-weight'],
        slant: letters?.['fo:font-style'],
      })
    }
  const line = function* (name: string | undefined): Generator<Style & { name: string }> {
    for (let count = 0; name !== undefined && count < LONGEST; count++) {
      const style = styles.get(name)
      yield { parent: undefined, shown: name, level: 0, weight: undefined, slant: undefined, ...style, name }
      name = style?.parent
    }
  }
  return {
    blockOf(name) {
      for (const style of line(name)) {
        const words = `${style.name} ${style.shown}`.replaceAll('_20_', ' ')
        if (/\b(?:quotations?|block text|quote)\b/i.test(words)) return { kind: 'quotation' }
        if (/\b(?:caption|illustration|figure)\b/i.test(words)) return { kind: 'caption' }
        if (/(?:^|\s)title(?:$|\s)/i.test(words)) return { kind: 'heading', level: 1 }
        if (style.level > 0) return { kind: 'heading', level: Math.min(6, style.level) }
      }
      return { kind: 'paragraph' }
    },
    emphasisOf(name) {
      let weight: string | undefined
      let slant: string | undefined
      for (const style of line(name)) {
        weight ??= style.weight ?? (/strong/i.test(style.name) ? 'bold' : undefined)
        slant ??= style.slant ?? (/emphasis/i.test(style.name) ? 'italic' : undefined)
      }
      return { strong: weight === 'bold' || Number(weight) >= 600, emphasis: slant === 'italic' || slant === 'oblique' }
    },
  }
}
