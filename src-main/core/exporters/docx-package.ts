import { strToU8, zipSync } from 'fflate'
import { CARRIED_ITEM, CARRIED_NAMESPACE } from './docx-carried'
import { attributeXml, escapeXml, RELATIONS, wordTime, XML_HEAD } from './docx-xml'

export const WORD_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const OFFICE = 'application/vnd.openxmlformats-officedocument'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const MICROSOFT = 'http://schemas.microsoft.com/office'

/** The parts of the file beside the main one: name in `word/`, media type, kind of relation to the main part. */
const PARTS: readonly (readonly [name: string, type: string, relation: string])[] = [
  ['styles', `${OFFICE}.wordprocessingml.styles+xml`, `${RELATIONS}/styles`],
  ['numbering', `${OFFICE}.wordprocessingml.numbering+xml`, `${RELATIONS}/numbering`],
  ['settings', `${OFFICE}.wordprocessingml.settings+xml`, `${RELATIONS}/settings`],
  ['comments', `${OFFICE}.wordprocessingml.comments+xml`, `${RELATIONS}/comments`],
  [
    'commentsExtended',
    `${OFFICE}.wordprocessingml.commentsExtended+xml`,
    `${MICROSOFT}/2011/relationships/commentsExtended`,
  ],
  ['commentsIds', `${OFFICE}.wordprocessingml.commentsIds+xml`, `${MICROSOFT}/2016/09/relationships/commentsIds`],
  [
    'commentsExtensible',
    `${OFFICE}.wordprocessingml.commentsExtensible+xml`,
    `${MICROSOFT}/2018/08/relationships/commentsExtensible`,
  ],
  ['people', `${OFFICE}.wordprocessingml.people+xml`, `${MICROSOFT}/2011/relationships/people`],
]

export interface WordParts {
  readonly document: string
  /** By the names above, without `.xml`; one that is missing is not in the file. */
  readonly parts: Readonly<Record<string, string>>
  /** Custom XML that carries the session. */
  readonly carried: string
  /** Addresses that the text links to, by the ids of their relations. */
  readonly links: ReadonlyMap<string, string>
  readonly properties: WordProperties
}

export interface WordProperties {
  readonly title: string
  readonly creator?: string
  readonly language?: string
  readonly lastModifiedBy: string
  /** ISO 8601, UTC. */
  readonly time: string
  readonly application: string
}

/** Zips the parts of a Word file (ECMA-376 part 2). The same parts give the same bytes. */
export function wordPackage({ document, parts, carried, links, properties }: WordParts): Uint8Array {
  const present = PARTS.filter(([name]) => parts[name] !== undefined)
  const override = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${type}"/>`
  const types = [
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    override('word/document.xml', `${OFFICE}.wordprocessingml.document.main+xml`),
    ...present.map(([name, type]) => override(`word/${name}.xml`, type)),
    override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    override('docProps/app.xml', `${OFFICE}.extended-properties+xml`),
    override('customXml/itemProps1.xml', `${OFFICE}.customXmlProperties+xml`),
  ]
  const files: Record<string, string> = {
    '[Content_Types].xml': `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types">${types.join('')}</Types>`,
    '_rels/.rels': relations([
      ['rId1', `${RELATIONS}/officeDocument`, 'word/document.xml'],
      ['rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
      ['rId3', `${RELATIONS}/extended-properties`, 'docProps/app.xml'],
    ]),
    'word/document.xml': document,
    'word/_rels/document.xml.rels': relations(
      [
        ...present.map(([name, , relation]) => [`rId_${name}`, relation, `${name}.xml`] as const),
        ['rId_carried', `${RELATIONS}/customXml`, '../customXml/item1.xml'],
      ],
      links,
    ),
    ...Object.fromEntries(present.map(([name]) => [`word/${name}.xml`, parts[name] as string])),
    'customXml/item1.xml': carried,
    'customXml/_rels/item1.xml.rels': relations([['rId1', `${RELATIONS}/customXmlProps`, 'itemProps1.xml']]),
    'customXml/itemProps1.xml': `${XML_HEAD}<ds:datastoreItem ds:itemID="${CARRIED_ITEM}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"><ds:schemaRefs><ds:schemaRef ds:uri="${CARRIED_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
    'docProps/core.xml': coreXml(properties),
    'docProps/app.xml': `${XML_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>${escapeXml(properties.application)}</Application></Properties>`,
  }
  const entries = Object.entries(files).map(([name, xml]) => [name, strToU8(xml)] as const)
  // The oldest time that a ZIP file can say: local time would differ from machine to machine.
  return zipSync(Object.fromEntries(entries), { mtime: new Date(1980, 0, 1), level: 6 })
}

function relations(
  inside: readonly (readonly [id: string, type: string, target: string])[],
  links: ReadonlyMap<string, string> = new Map(),
): string {
  const body = [
    ...inside.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`),
    ...[...links].map(
      ([id, address]) =>
        `<Relationship Id="${id}" Type="${RELATIONS}/hyperlink" Target="${attributeXml(address)}" TargetMode="External"/>`,
    ),
  ]
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${body.join('')}</Relationships>`
}

function coreXml({ title, creator, language, lastModifiedBy, time }: WordProperties): string {
  const date = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${wordTime(time)}</dcterms:${name}>`
  const fields = [
    `<dc:title>${escapeXml(title)}</dc:title>`,
    creator ? `<dc:creator>${escapeXml(creator)}</dc:creator>` : '',
    language && language !== 'und' ? `<dc:language>${escapeXml(language)}</dc:language>` : '',
    `<cp:lastModifiedBy>${escapeXml(lastModifiedBy)}</cp:lastModifiedBy>`,
    date('created'),
    date('modified'),
  ]
  return `${XML_HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${fields.join('')}</cp:coreProperties>`
}
