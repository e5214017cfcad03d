/**
 * The character maps that PDF names instead of bringing along (ISO 32000-2, 9.7.5.2): what the codes of Chinese, Japanese
 * and Korean fonts mean that are not in the file. pdf.js ships them; here they are one part that is loaded on demand.
 */
const addresses: Readonly<Record<string, string>> = import.meta.glob('/node_modules/pdfjs-dist/cmaps/*.bcmap', {
  query: '?url&inline',
  import: 'default',
  eager: true,
})

const byName = new Map(Object.entries(addresses).map(([path, address]) => [path.replace(/^.*\//, ''), address]))

/** @param fileName as pdf.js asks for it: `UniGB-UCS2-H.bcmap` @throws Error where there is none of this name */
export function characterMap(fileName: string): Uint8Array {
  const address = byName.get(fileName)
  if (address === undefined) throw new Error(`There is no character map ${fileName}.`)
  const packed = atob(address.slice(address.indexOf(',') + 1))
  return Uint8Array.from(packed, (character) => character.charCodeAt(0))
}
