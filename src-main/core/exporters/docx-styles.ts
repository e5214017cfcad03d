import { APPENDIX_STYLES } from './docx-appendix'
import { attributeXml, WORD_NAMESPACES, XML_HEAD } from './docx-xml'

interface Style {
  readonly type: 'paragraph' | 'character' | 'table'
  readonly id: string
  readonly name: string
  readonly paragraph?: string
  readonly run?: string
  readonly more?: string
}

const size = (halfPoints: number) => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`
const headings = [32, 28, 26, 24, 22, 22].map((halfPoints, index): Style => ({
  type: 'paragraph',
  id: `Heading${index + 1}`,
  name: `heading ${index + 1}`,
  paragraph: `<w:keepNext/><w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="${index}"/>`,
  run: `<w:b/><w:bCs/>${size(halfPoints)}`,
}))
const border = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="A0A0A0"/>`

const STYLES: readonly Style[] = [
  ...headings,
  {
    type: 'paragraph',
    id: 'ListParagraph',
    name: 'List Paragraph',
    paragraph: '<w:spacing w:after="60"/><w:ind w:left="360"/>',
  },
  {
    type: 'paragraph',
    id: 'Quote',
    name: 'Quote',
    paragraph: '<w:ind w:left="567" w:right="567"/>',
    run: '<w:i/><w:iCs/>',
  },
  { type: 'paragraph', id: 'Caption', name: 'caption', run: `<w:i/><w:iCs/>${size(18)}` },
  {
    type: 'paragraph',
    id: 'CommentText',
    name: 'annotation text',
    paragraph: '<w:spacing w:after="0"/>',
    run: size(20),
  },
  {
    type: 'paragraph',
    id: 'BluePencilHeading',
    name: APPENDIX_STYLES.heading,
    paragraph: '<w:keepNext/><w:spacing w:before="480" w:after="120"/>',
    run: `<w:b/><w:bCs/>${size(24)}`,
  },
  {
    type: 'paragraph',
    id: 'BluePencilItem',
    name: APPENDIX_STYLES.item,
    paragraph: '<w:spacing w:after="60"/>',
    run: size(20),
  },
  { type: 'character', id: 'CommentReference', name: 'annotation reference', run: size(16) },
  { type: 'character', id: 'Hyperlink', name: 'Hyperlink', run: '<w:color w:val="0563C1"/><w:u w:val="single"/>' },
  {
    type: 'character',
    id: 'HTMLCode',
    name: 'HTML Code',
    run: `<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>${size(20)}`,
  },
  {
    type: 'table',
    id: 'TableGrid',
    name: 'Table Grid',
    more: `<w:tblPr><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(border).join('')}</w:tblBorders></w:tblPr>`,
  },
]

/** `word/styles.xml` @param language BCP 47; "und" where unknown */
export function stylesXml(language: string): string {
  const lang = language === 'und' ? '' : `<w:lang w:val="${attributeXml(language)}"/>`
  const fonts = '<w:rFonts w:ascii="Georgia" w:hAnsi="Georgia" w:eastAsia="MS Mincho" w:cs="Times New Roman"/>'
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${fonts}${size(22)}${lang}</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`
  const normal = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
  return `${XML_HEAD}<w:styles ${WORD_NAMESPACES}>${defaults}${normal}${STYLES.map(styleXml).join('')}</w:styles>`
}

function styleXml({ type, id, name, paragraph, run, more }: Style): string {
  return [
    `<w:style w:type="${type}"${id.startsWith('BluePencil') ? ' w:customStyle="1"' : ''} w:styleId="${id}">`,
    `<w:name w:val="${name}"/>`,
    type === 'paragraph' ? '<w:basedOn w:val="Normal"/>' : '',
    paragraph ? `<w:pPr>${paragraph}</w:pPr>` : '',
    run ? `<w:rPr>${run}</w:rPr>` : '',
    more ?? '',
    '</w:style>',
  ].join('')
}

/** `word/numbering.xml`: one bulleted list with nine levels. */
export function numberingXml(): string {
  const levels = Array.from({ length: 9 }, (_, level) => {
    const sign = ['•', '◦', '▪'][level % 3] ?? '•'
    return `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="${sign}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${360 * (level + 1)}" w:hanging="360"/></w:pPr></w:lvl>`
  })
  return `${XML_HEAD}<w:numbering ${WORD_NAMESPACES}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>${levels.join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`
}

/** `word/settings.xml` */
export function settingsXml(): string {
  const compatibility =
    '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
  return `${XML_HEAD}<w:settings ${WORD_NAMESPACES}>${compatibility}</w:settings>`
}
