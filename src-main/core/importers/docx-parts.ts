import { refuse } from './refuse'
import { childElements, readXml, type XmlElement } from './xml'
import { openZip, type ZipFile } from './zip-file'

/** The prefixes that the readers of Word files use, for the namespaces of both editions of the standard and later ones. */
const NAMESPACES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'urn:schemas-microsoft-com:vml': 'v',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
  'http://schemas.microsoft.com/office/word/2012/wordml': 'w15',
  'http://schemas.microsoft.com/office/word/2016/wordml/cid': 'w16cid',
  'http://schemas.microsoft.com/office/word/2018/wordml/cex': 'w16cex',
  'http://schemas.openxmlformats.org/package/2006/relationships': '',
  'http://schemas.openxmlformats.org/package/2006/metadata/core-properties': 'cp',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
  'urn:bluepencil:review': 'bp',
}

export interface Relation {
  readonly id: string
  /** The last word of its type: `styles`, `comments`, `hyperlink` … */
  readonly kind: string
  /** Name of a part, or an address where it is outside of the file. */
  readonly target: string
  readonly outside: boolean
}

/** The parts of a Word file that are read; nothing of it is ever run, and nothing that it points to is fetched. */
export interface WordFile {
  readonly name: string
  readonly main: XmlElement
  readonly relations: readonly Relation[]
  /** The first part that the main part has this relation to, such as `styles`. */
  part(kind: string): XmlElement | undefined
  /** All of them, such as `header`. */
  all(kind: string): XmlElement[]
  /** Relations of a part other than the main one. */
  relationsOf(part: string): Relation[]
  /** The properties of the whole file: title, author, last editor. */
  readonly core: XmlElement | undefined
  readonly hasMacros: boolean
}

/**
 * Opens a Word file by its relations (ECMA-376 part 2), wherever its parts lie.
 *
 * @throws AppError when it is damaged, too large, or no Word file
 */
export function openWordFile(name: string, bytes: Uint8Array): WordFile {
  const zip = openZip(bytes, name)
  const read = (part: string) => {
    const content = zip.read(part)
    return content && readXml(content, { fileName: name, part, namespaces: NAMESPACES })
  }
  const relationsOf = (part: string) => relationsIn(read(relationsName(part)), part)
  const ofFile = relationsOf('')
  const mainName = ofFile.find(({ kind }) => kind === 'officeDocument')?.target ?? 'word/document.xml'
  const main = read(mainName)
  if (!main || main.name !== 'w:document')
    throw refuse('damaged', name, 'is no whole Word document: its text is missing. Ask for the file again.')
  const relations = relationsOf(mainName)
  const all = (wanted: string) =>
    relations.filter(({ kind, outside }) => kind === wanted && !outside).flatMap(({ target }) => read(target) ?? [])
  return {
    name,
    main,
    relations,
    relationsOf,
    all,
    part: (kind) => all(kind)[0],
    core: partOf(ofFile, 'core-properties', read),
    hasMacros: hasMacros(zip),
  }
}

function partOf(
  relations: readonly Relation[],
  kind: string,
  read: (part: string) => XmlElement | undefined,
): XmlElement | undefined {
  const relation = relations.find((one) => one.kind === kind && !one.outside)
  return relation && read(relation.target)
}

const hasMacros = ({ names }: ZipFile) => names.some((name) => /(?:^|\/)vbaProject\.bin$/i.test(name))

/** Where the relations of a part stand; those of the file itself for no name. */
function relationsName(part: string): string {
  const slash = part.lastIndexOf('/')
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`
}

function relationsIn(root: XmlElement | undefined, part: string): Relation[] {
  if (!root) return []
  return childElements(root, 'Relationship').map(({ attributes: { Id = '', Type = '', Target = '', TargetMode } }) => {
    const outside = TargetMode === 'External'
    return {
      id: Id,
      kind: Type.slice(Type.lastIndexOf('/') + 1),
      target: outside ? Target : resolve(part, Target),
      outside,
    }
  })
}

/** A target as the name of a part: relative to the folder of the part that names it, or from the root. */
function resolve(part: string, target: string): string {
  const folders = target.startsWith('/') ? [] : part.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') folders.pop()
    else if (step && step !== '.') folders.push(step)
  }
  return folders.join('/')
}
