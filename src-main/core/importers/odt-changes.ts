import { childElement, childElements, descendants, textOf, type XmlElement } from './xml'

/** A tracked change: text that came in, or text that went, with what it was. */
export interface OdtChange {
  readonly kind: 'insertion' | 'deletion' | 'other'
  readonly author: string
  /** Paragraphs that went; the first and the last are parts of those around the place. */
  readonly content: readonly XmlElement[]
}

export function odtChanges(root: XmlElement): Map<string, OdtChange> {
  const changes = new Map<string, OdtChange>()
  for (const region of descendants(root, 'text:changed-region')) {
    const id = region.attributes['text:id'] ?? region.attributes['xml:id']
    const deletion = childElement(region, 'text:deletion')
    const insertion = childElement(region, 'text:insertion')
    const change = deletion ?? insertion
    if (!id) continue
    const info = change && childElement(change, 'office:change-info')
    const creator = info && childElement(info, 'dc:creator')
    changes.set(id, {
      kind: deletion ? 'deletion' : insertion ? 'insertion' : 'other',
      author: creator ? textOf(creator).trim() : '',
      content: deletion ? childElements(deletion).filter(({ name }) => name !== 'office:change-info') : [],
    })
  }
  return changes
}
