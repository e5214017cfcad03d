import { strToU8, zipSync, type Zippable } from 'fflate'
import { EXPORT_FORMATS } from '../../../src-main/contract/api'
import { exportDocument } from '../../../src-main/core/exporters/registry'
import { importableExtensions } from '../../../src-main/core/importers/registry'
import { writePackage } from '../../../src-main/services/package-writer'
import { newStoredDocument } from '../../../src-main/core/review/replay'
import { sha256 } from '../../../src-main/store/envelope'
import { annotate, DETECTION, documentOf, NOW, replyTo, reviewOf, sourceOf } from '../../support/review-fixture'

/** A good file to make bad ones from. */
export interface Seed {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What the annotations of other programs are about. */
export const NOTED_TEXT = `Harbour wall declared safe

The council said on Monday that the wall was safe. “Nobody asked us,” said Ida Brandt, 44, who lives below it.

About 1,400 people live there. Critics say that the survey of 2019 was never published 🌊 — and that it cost €80,000.

Keep Reading

Ten gardens to see before summer ends
`

const TEXT = NOTED_TEXT

const MORE =
  'Nobody who lives there had been asked about it, three of them told the paper. The survey of 2019 was never published, the councils clerk said, and nobody could say who had ordered it. A spokesman did not answer two calls.'

/** Small, and with something of everything that the format's reader knows. */
const WRITTEN: Readonly<Record<string, string>> = {
  'plain.txt': TEXT,
  'marked.md': `---\ntitle: Wall\nauthor: Ida\n---\n# Wall\n\n${TEXT}\n> quoted\n\n| a | b |\n|---|---|\n| 1 | [x](http://a.example) |\n\n- one\n  1. two **strong** *em* \`code\`\n\n[^1]: note\n\n{==marked==}{>>said<<}{++new++}{--old--}\n`,
  'page.html': `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Wall</title><meta name="author" content="Ida"><script type="application/ld+json">{"@type":"NewsArticle","headline":"Wall","datePublished":"2026-01-02"}</script></head><body><nav><a href="/">Home</a></nav><article><h1>Wall</h1><p>The council said that the <b>wall</b> was <a href="https://a.example/x">safe</a>.</p><p>${MORE}</p><ul><li>One<ol><li>Two</ol></ul><table><tr><th>a<td rowspan=2>b<tr><td>c</table><figure><img src=x alt="A wall"><figcaption>The wall</figcaption></figure><blockquote>“Nobody asked us,” she said.</blockquote></article><aside class="related">Keep reading</aside><footer>© 2026</footer></body></html>`,
  'old.rtf': `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Times;}{\\f1\\fcharset204 Arial;}}{\\stylesheet{\\s1 heading 1;}}{\\info{\\title Wall}{\\author Ida}{\\creatim\\yr2026\\mo1\\dy2}}{\\*\\revtbl{Unknown;}{Ida;}}\\pard\\s1 Wall\\par The council said \\b that\\b0  the wall was safe \\u8364?80 \\'e9.\\par{\\*\\atnid IB}{\\*\\atnauthor Ida}\\chatn{\\*\\annotation Check}\\trowd\\cellx1\\cellx2 a\\cell b\\cell\\row{\\revised\\revauth1 new}{\\deleted\\revauth1 old}{\\field{\\*\\fldinst HYPERLINK "http://a.example"}{\\fldrslt link}}{\\footnote note}\\bin4 abcd\\par}`,
  'letter.eml': `From: Ida <ida@a.example>\r\nSubject: =?utf-8?Q?W=C3=A4ll?= =?iso-8859-1?B?5A==?=\r\nDate: Mon, 2 Feb 2026 10:00:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b1"\r\n\r\n--b1\r\nContent-Type: multipart/alternative; boundary=b2\r\n\r\n--b2\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nThe wall is s=61fe, they said.=\r\n And more.\r\n--b2\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\nPHA+VGhlIHdhbGwgaXMgc2FmZS48L3A+\r\n--b2--\r\n--b1\r\nContent-Type: application/octet-stream; name=a.bin\r\nContent-Disposition: attachment\r\n\r\nxyz\r\n--b1--\r\n`,
  'saved.mhtml': `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/wall\r\nSubject: Wall\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="----b"\r\n\r\n------b\r\nContent-Type: text/html\r\nContent-ID: <f@mhtml.blink>\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://a.example/wall\r\n\r\n<html><body><article><h1>Wall</h1><p>The council said that the wall was=\r\n safe.</p><p>${MORE}</p></article></body></html>\r\n------b--\r\n`,
}

const selectors = [
  { type: 'TextQuoteSelector', exact: 'Nobody asked us', prefix: 'safe. “', suffix: ',” said' },
  { type: 'TextPositionSelector', start: 80, end: 95 },
]
/** Annotations of other programs about the text above. */
const NOTES: Readonly<Record<string, unknown>> = {
  'w3c.notes.json': {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'AnnotationPage',
    items: [
      {
        id: 'https://a.example/1',
        type: 'Annotation',
        creator: { name: 'Ida' },
        created: NOW,
        body: [
          { type: 'TextualBody', value: '<p>Who?</p>', format: 'text/html' },
          { type: 'Choice', items: ['urn:x'] },
        ],
        target: {
          source: 'https://a.example/wall',
          selector: [...selectors, { type: 'RangeSelector', startSelector: selectors[0], endSelector: selectors[0] }],
        },
      },
      {
        type: 'Annotation',
        motivation: 'replying',
        bodyValue: 'She.',
        target: 'https://a.example/1',
      },
      { type: 'Annotation', target: { selector: { type: 'XPathSelector', value: '/p', refinedBy: selectors[0] } } },
    ],
  },
  'hypothesis.notes.json': {
    total: 2,
    rows: [
      {
        id: 'a1',
        uri: 'https://a.example/wall',
        user: 'acct:ida@a.example',
        text: 'Who?',
        tags: ['x'],
        created: NOW,
        target: [{ selector: selectors }],
      },
      { id: 'r1', uri: 'https://a.example/wall', user: 'acct:otto@a.example', text: 'She.', references: ['a1'] },
    ],
  },
}

const XML = '<?xml version="1.0" encoding="UTF-8"?>'
const ODT = `${XML}<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"><office:body><office:text><text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info><dc:creator>Ida</dc:creator><dc:date>2026-01-02T10:00:00</dc:date></office:change-info><text:p>old</text:p></text:deletion></text:changed-region></text:tracked-changes><text:h text:outline-level="1">Wall</text:h><text:p>The council <text:change text:change-id="c1"/>said <text:span>that</text:span><text:s text:c="3"/>the <office:annotation office:name="n1"><dc:creator>Ida</dc:creator><dc:date>2026-01-02T10:00:00</dc:date><text:p>Check</text:p></office:annotation>wall<office:annotation-end office:name="n1"/> was <text:a xlink:href="http://a.example">safe</text:a>.</text:p><table:table><table:table-row><table:table-cell table:number-columns-repeated="2"><text:p>a</text:p></table:table-cell></table:table-row></table:table><text:list><text:list-item><text:p>One</text:p></text:list-item></text:list></office:text></office:body></office:document-content>`

const EPUB: Readonly<Record<string, string>> = {
  mimetype: 'application/epub+zip',
  'META-INF/container.xml': `${XML}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`,
  'OEBPS/book.opf': `${XML}<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">wall</dc:identifier><dc:title>Wall</dc:title><dc:creator>Ida</dc:creator><dc:language>en</dc:language></metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="b" href="sub/b%20b.xhtml" media-type="application/xhtml+xml"/><item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/></manifest><spine><itemref idref="a"/><itemref idref="b" linear="no"/></spine></package>`,
  'OEBPS/nav.xhtml': `${XML}<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body><nav epub:type="toc"><ol><li><a href="a.xhtml">One</a></li></ol></nav></body></html>`,
  'OEBPS/a.xhtml': `${XML}<html xmlns="http://www.w3.org/1999/xhtml"><head><title>One</title></head><body><h1>One</h1><p>The council said that the wall was <em>safe</em>.</p></body></html>`,
  'OEBPS/sub/b b.xhtml': `${XML}<html xmlns="http://www.w3.org/1999/xhtml"><body><h2>Two</h2><p>Nobody had been asked.</p></body></html>`,
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const DOCX: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>`,
  '_rels/.rels': `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/_rels/document.xml.rels': `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>`,
  'word/document.xml': `${XML}<w:document ${W}><w:body><w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Wall</w:t></w:r></w:p><w:p><w:r><w:t xml:space="preserve">The council </w:t></w:r><w:commentRangeStart w:id="0"/><w:ins w:id="1" w:author="Ida" w:date="2026-01-02T10:00:00Z"><w:r><w:t>said</w:t></w:r></w:ins><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:del w:id="2" w:author="Ida"><w:r><w:delText>denied</w:delText></w:r></w:del><w:r><w:rPr><w:b/></w:rPr><w:t> that the wall was safe.</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>`,
  'word/comments.xml': `${XML}<w:comments ${W}><w:comment w:id="0" w:author="Ida" w:date="2026-01-02T10:00:00Z"><w:p><w:r><w:t>Check</w:t></w:r></w:p></w:comment></w:comments>`,
}

const PAGE_WORDS =
  'BT /F1 12 Tf 72 720 Td (The council said that the wall was safe.) Tj 0 -14 Td (Nobody was asked.) Tj ET'
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>/Annots[6 0 R]>>endobj
4 0 obj<</Length ${PAGE_WORDS.length}>>stream
${PAGE_WORDS}
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
6 0 obj<</Type/Annot/Subtype/Highlight/Rect[72 700 200 730]/QuadPoints[72 730 200 730 72 715 200 715]/Contents(Check)/T(Ida)>>endobj
trailer<</Root 1 0 R/Size 7>>
%%EOF
`

const zipped = (files: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, text]) => [
        name,
        // OpenDocument and EPUB are told by this entry, which lies unpacked at the beginning.
        name === 'mimetype' ? [strToU8(text), { level: 0 }] : strToU8(text),
      ]),
    ) as Zippable,
    {
      mtime: new Date(1980, 0, 2, 12),
    },
  )

/** A good file of every format that can be imported or is exported, made here, and a package. */
export async function makeSeeds(): Promise<Seed[]> {
  const document = documentOf(TEXT)
  const claim = annotate('claim', TEXT, 'the wall was safe', { citations: [{ source: 's1', stance: 'supports' }] })
  const comment = annotate('comment', TEXT, 'Ida Brandt', { note: 'Spelling?' })
  const review = reviewOf([claim, comment, annotate('flag', TEXT, 'Critics say'), annotate('highlight', TEXT, '🌊')], {
    replies: [replyTo(comment, 'Yes.')],
    sources: [sourceOf({ id: 's1', citation: 'Survey, 2019', url: 'https://a.example/survey' })],
  })
  const input = { document, review, detection: DETECTION }
  const options = { confidential: false, now: NOW, generator: 'Blue Pencil' }
  const exported: Seed[] = []
  // A PDF takes typefaces, which only a built program has; the one above is written by hand.
  for (const format of EXPORT_FORMATS.filter((one) => one !== 'pdf')) {
    const { bytes, fileName } = await exportDocument(format, input, options)
    exported.push({ name: `exported-${fileName}`, bytes })
  }
  const seeds = [
    ...Object.entries(WRITTEN).map(([name, text]) => ({ name, bytes: strToU8(text) })),
    { name: 'text.odt', bytes: zipped({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': ODT }) },
    { name: 'book.epub', bytes: zipped(EPUB) },
    { name: 'word.docx', bytes: zipped(DOCX) },
    { name: 'print.pdf', bytes: strToU8(PDF) },
    ...Object.entries(NOTES).map(([name, value]) => ({ name, bytes: strToU8(JSON.stringify(value)) })),
    ...exported,
  ]
  const covered = new Set(seeds.map(({ name }) => name.slice(name.lastIndexOf('.'))))
  const uncovered = importableExtensions.filter((extension) => !covered.has(extension) && !ALIASES.has(extension))
  if (uncovered.length > 0) throw new Error(`There is no seed for ${uncovered.join(', ')}: add one to seeds.ts.`)
  return [...seeds, { name: 'library.bluepencil', bytes: await makePackage(newStoredDocument(document, NOW)) }]
}

/** Other names of formats that have a seed. */
const ALIASES = new Set(
  '.text .log .asc .markdown .mdown .mkd .htm .xhtml .xht .mht .fodt .ott .docm .dotx .json'.split(' '),
)

function makePackage(stored: ReturnType<typeof newStoredDocument>): Promise<Uint8Array> {
  const original = strToU8(TEXT)
  const document = { ...stored.document, origin: { ...stored.document.origin, sha256: sha256(original) } }
  const entries = [
    { name: 'documents/doc1.json', deflate: true, read: async () => strToU8(JSON.stringify({ ...stored, document })) },
    { name: `originals/${sha256(original)}`, deflate: true, read: async () => original },
  ]
  return writePackage(entries, { savedAt: NOW, generator: 'Blue Pencil', hash: sha256 }, async () => {})
}
