import { PDFName, type PDFDocument, type PDFRef } from '@cantoo/pdf-lib'
import { pdfText } from './pdf-objects'

/** What an element of the file's structure is, in the standard's words (ISO 32000-1, 14.8.4). */
export type Role =
  | 'Document'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'H6'
  | 'P'
  | 'L'
  | 'LI'
  | 'LBody'
  | 'BlockQuote'
  | 'Caption'
  | 'Table'
  | 'TR'
  | 'TD'
  | 'Note'
  | 'Annot'

type Kid =
  Element | { readonly page: number; readonly mark: number } | { readonly page: number; readonly object: PDFRef }

/** A part of the file as a screen reader goes through it. */
export class Element {
  readonly kids: Kid[] = []
  constructor(readonly role: Role) {}

  add(role: Role): Element {
    const child = new Element(role)
    this.kids.push(child)
    return child
  }
}

/** Numbers the pieces of the pages, and writes the tree that gives them their order and their roles. */
export class Structure {
  readonly root = new Element('Document')
  private readonly owners: Element[][] = []

  /** The number of a new piece of content of a page that belongs to an element. */
  mark(page: number, element: Element): number {
    const owners = (this.owners[page] ??= [])
    element.kids.push({ page, mark: owners.length })
    owners.push(element)
    return owners.length - 1
  }

  /** @param pages of the file, in order */
  write(pdf: PDFDocument, pages: readonly PDFRef[], language: string): void {
    const { context, catalog } = pdf
    const refs = new Map<Element, PDFRef>()
    const objects: (readonly [PDFRef, PDFRef])[] = []
    const top = context.nextRef()
    const write = (element: Element, parent: PDFRef): PDFRef => {
      const ref = context.nextRef()
      refs.set(element, ref)
      const kids = element.kids.map((kid) => {
        if (kid instanceof Element) return write(kid, ref)
        const Pg = pages[kid.page] as PDFRef
        if ('mark' in kid) return context.obj({ Type: 'MCR', Pg, MCID: kid.mark })
        objects.push([kid.object, ref])
        return context.obj({ Type: 'OBJR', Pg, Obj: kid.object })
      })
      context.assign(ref, context.obj({ Type: 'StructElem', S: element.role, P: parent, K: kids }))
      return ref
    }
    const document = write(this.root, top)
    const numbers = pages.flatMap((_, page) => [
      page,
      context.register(context.obj((this.owners[page] ?? []).map((element) => refs.get(element) as PDFRef))),
    ])
    for (const [index, [object, element]] of objects.entries()) {
      const dictionary = context.lookup(object)
      if (dictionary && 'set' in dictionary)
        (dictionary as { set(key: PDFName, value: unknown): void }).set(
          PDFName.of('StructParent'),
          context.obj(pages.length + index),
        )
      numbers.push(pages.length + index, element)
    }
    const tree = context.register(context.obj({ Nums: numbers }))
    const root = {
      Type: 'StructTreeRoot',
      K: document,
      ParentTree: tree,
      ParentTreeNextKey: pages.length + objects.length,
    }
    context.assign(top, context.obj(root))
    catalog.set(PDFName.of('StructTreeRoot'), top)
    catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }))
    if (language !== 'und') catalog.set(PDFName.of('Lang'), pdfText(language))
  }
}
