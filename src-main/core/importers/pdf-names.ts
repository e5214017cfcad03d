import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRef, PDFString } from '@cantoo/pdf-lib'

/** Ends the name of an annotation of somebody else whose note was changed in Blue Pencil. */
export const KEPT = '~f'

/** Names of annotations (`NM`), which pdf.js does not give, by pdf.js' names of their objects. */
export async function annotationNames(bytes: Uint8Array): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  const pdf = await PDFDocument.load(new Uint8Array(bytes), { updateMetadata: false, ignoreEncryption: true }).catch(
    () => undefined,
  )
  for (const page of pdf?.getPages() ?? []) {
    const annots = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray)
    for (const ref of annots?.asArray() ?? []) {
      if (!(ref instanceof PDFRef)) continue
      const name = pdf?.context.lookupMaybe(ref, PDFDict)?.lookup(PDFName.of('NM'))
      if (name instanceof PDFString || name instanceof PDFHexString)
        names.set(`${ref.objectNumber}R${ref.generationNumber || ''}`, name.decodeText())
    }
  }
  return names
}
