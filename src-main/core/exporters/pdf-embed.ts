import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFString,
  type PDFDocument,
  type PDFObject,
  type PDFRef,
} from '@cantoo/pdf-lib'
import { CARRIED_FILE, carriedDescription } from '../importers/pdf-carried'
import { pdfDate, pdfText } from './pdf-objects'

/**
 * Puts the session into a PDF as an embedded file, in the place of one that is there already; other embedded files stay.
 *
 * @param text as the importer reads it off the pages, so that a change to them can be told later
 */
export function embedSave(pdf: PDFDocument, save: string, text: string, now: string): void {
  const { context, catalog } = pdf
  const bytes = new TextEncoder().encode(save)
  const file = context.register(
    context.flateStream(bytes, {
      Type: 'EmbeddedFile',
      Subtype: PDFName.of('application/json'),
      Params: { Size: bytes.length, ModDate: pdfDate(now), CreationDate: pdfDate(now) },
    }),
  )
  const specification = context.register(
    context.obj({
      Type: 'Filespec',
      F: PDFString.of(CARRIED_FILE),
      UF: pdfText(CARRIED_FILE),
      EF: { F: file, UF: file },
      Desc: PDFString.of(carriedDescription(text)),
      AFRelationship: 'Data',
    }),
  )
  const names = catalog.lookupMaybe(PDFName.of('Names'), PDFDict)
  const tree = names?.lookupMaybe(PDFName.of('EmbeddedFiles'), PDFDict)
  const others = tree ? entriesOf(tree, 0) : []
  const kept = others.filter(([name]) => name !== CARRIED_FILE)
  const all = [...kept, [CARRIED_FILE, specification] as const].sort(([a], [b]) => (a < b ? -1 : 1))
  const flat = context.obj({ Names: all.flatMap(([name, value]) => [PDFHexString.fromText(name), value]) })
  const own = names ? names.clone(context) : context.obj({})
  own.set(PDFName.of('EmbeddedFiles'), context.register(flat))
  catalog.set(PDFName.of('Names'), context.register(own))
  const gone = new Set(others.filter(([name]) => name === CARRIED_FILE).map(([, value]) => String(value)))
  const associated = catalog.lookupMaybe(PDFName.of('AF'), PDFArray)?.asArray() ?? []
  catalog.set(PDFName.of('AF'), context.obj([...associated.filter((one) => !gone.has(String(one))), specification]))
}

type Entry = readonly [name: string, value: PDFObject | PDFRef]

/** The entries of a name tree, whatever its depth within reason. */
function entriesOf(node: PDFDict, depth: number): Entry[] {
  const entries: Entry[] = []
  const names = node.lookupMaybe(PDFName.of('Names'), PDFArray)
  for (let at = 0; names && at + 1 < names.size(); at += 2) {
    const name = names.lookup(at)
    if (name instanceof PDFString || name instanceof PDFHexString) entries.push([name.decodeText(), names.get(at + 1)])
  }
  const kids = depth < 16 ? node.lookupMaybe(PDFName.of('Kids'), PDFArray) : undefined
  for (let at = 0; kids && at < kids.size(); at++) {
    const kid = kids.lookup(at)
    if (kid instanceof PDFDict) entries.push(...entriesOf(kid, depth + 1))
  }
  return entries
}
