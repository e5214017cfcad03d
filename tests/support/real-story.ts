import { paragraphs } from './pdf-samples'

/** A story in the parts that word processors know, written out for each program that is to make a file of it. */
type Part =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly note?: string; readonly rtl?: boolean }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: 'quotation'; readonly text: string }

const [first = '', second = '', third = '', fourth = ''] = paragraphs(4, 11)
const BEFORE: readonly Part[] = [
  { kind: 'heading', level: 1, text: 'Footbridge closes after cables corrode' },
  { kind: 'paragraph', text: first, note: 'From the minutes of the transportation committee, page 14.' },
  { kind: 'heading', level: 2, text: 'What the engineers found' },
  { kind: 'paragraph', text: second },
  {
    kind: 'list',
    ordered: false,
    items: ['Corrosion in the northern cables', 'Bolts missing at both towers', 'No inspection since 2019'],
  },
  { kind: 'quotation', text: '“Nobody asked us,” said Ida Brandt, who crosses the bridge each day.' },
]
const AFTER: readonly Part[] = [
  {
    kind: 'table',
    rows: [
      ['Year', 'Crossings', 'Repairs'],
      ['2018', '1,204', 'twelve'],
      ['2019', '1,377', 'none'],
    ],
  },
  { kind: 'paragraph', text: third, note: 'The second report was never published.' },
  { kind: 'list', ordered: true, items: ['Close the bridge', 'Replace the cables', 'Open it again'] },
  { kind: 'paragraph', text: fourth },
]
const BEYOND: readonly Part[] = [
  {
    kind: 'paragraph',
    text: 'Readers wrote in by the dozen 🌊 and sent pictures 🌉 of the towers, Øystein Åsberg and Łucja Žák among them.',
  },
  { kind: 'paragraph', rtl: true, text: 'قال المجلس إن الجسر مغلق حتى الصيف ولم يسأل أحد السكان عن رأيهم في ذلك' },
]

/** @param beyond with emoji and a paragraph from right to left */
export function realStory(beyond: boolean): readonly Part[] {
  return [...BEFORE, ...(beyond ? BEYOND : []), ...AFTER]
}

/** The words of a text, without marks, numbers of notes and signs of lists. */
export const wordsOf = (text: string): string[] =>
  text.normalize('NFC').match(/\p{L}[\p{L}\p{M}]*|\p{N}{2,}|\p{Extended_Pictographic}/gu) ?? []

/** What a reader of the story reads, in order; notes stand at its end. */
export function wordsOfStory(parts: readonly Part[]): string[] {
  const notes = parts.flatMap((part) => (part.kind === 'paragraph' && part.note ? [part.note] : []))
  const said = parts.map((part) =>
    part.kind === 'list' ? part.items.join(' ') : part.kind === 'table' ? part.rows.flat().join(' ') : part.text,
  )
  return wordsOf([...said, ...notes].join(' '))
}

/** Share of the first list's words that are in the second, in order: the longest common subsequence. */
export function shareInOrder(wanted: readonly string[], there: readonly string[]): number {
  let before = new Uint32Array(there.length + 1)
  for (const word of wanted) {
    const row = new Uint32Array(there.length + 1)
    for (let at = 0; at < there.length; at++)
      row[at + 1] =
        word === there[at] ? (before[at] as number) + 1 : Math.max(row[at] as number, before[at + 1] as number)
    before = row
  }
  return (before[there.length] as number) / wanted.length
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** For browsers. Pages have no footnotes; notes stand in brackets at the end. */
export function storyHtml(parts: readonly Part[]): string {
  const notes: string[] = []
  const body = parts.map((part) => {
    switch (part.kind) {
      case 'heading':
        return `<h${part.level}>${escape(part.text)}</h${part.level}>`
      case 'paragraph':
        if (part.note) notes.push(`<p>${escape(part.note)}</p>`)
        return `<p${part.rtl ? ' dir="rtl" lang="ar"' : ''}>${escape(part.text)}</p>`
      case 'quotation':
        return `<blockquote><p>${escape(part.text)}</p></blockquote>`
      case 'list': {
        const tag = part.ordered ? 'ol' : 'ul'
        return `<${tag}>${part.items.map((item) => `<li>${escape(item)}</li>`).join('')}</${tag}>`
      }
      case 'table':
        return `<table border="1">${part.rows.map((row) => `<tr>${row.map((cell) => `<td>${escape(cell)}</td>`).join('')}</tr>`).join('')}</table>`
    }
  })
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Footbridge</title></head><body><article>${body.join('\n')}${notes.join('\n')}</article></body></html>`
}

/** For pandoc. */
export function storyMarkdown(parts: readonly Part[]): string {
  const notes: string[] = []
  const body = parts.map((part) => {
    switch (part.kind) {
      case 'heading':
        return `${'#'.repeat(part.level)} ${part.text}`
      case 'paragraph': {
        const note = part.note ? `[^${notes.push(part.note)}]` : ''
        return part.rtl ? `::: {dir=rtl lang=ar}\n${part.text}${note}\n:::` : `${part.text}${note}`
      }
      case 'quotation':
        return `> ${part.text}`
      case 'list':
        return part.items.map((item, index) => `${part.ordered ? `${index + 1}.` : '-'} ${item}`).join('\n')
      case 'table': {
        const line = (row: readonly string[]) => `| ${row.join(' | ')} |`
        const [head = [], ...rest] = part.rows
        return [line(head), line(head.map(() => '---')), ...rest.map(line)].join('\n')
      }
    }
  })
  return [...body, ...notes.map((note, index) => `[^${index + 1}]: ${note}`)].join('\n\n')
}

/** For LibreOffice: OpenDocument in one file of XML. */
export function storyFlatOdt(parts: readonly Part[]): string {
  let notes = 0
  const note = (text: string | undefined) =>
    text
      ? `<text:note text:id="n${++notes}" text:note-class="footnote"><text:note-citation>${notes}</text:note-citation><text:note-body><text:p>${escape(text)}</text:p></text:note-body></text:note>`
      : ''
  const body = parts.map((part) => {
    switch (part.kind) {
      case 'heading':
        return `<text:h text:outline-level="${part.level}">${escape(part.text)}</text:h>`
      case 'paragraph':
        return `<text:p${part.rtl ? ' text:style-name="RTL"' : ''}>${escape(part.text)}${note(part.note)}</text:p>`
      case 'quotation':
        return `<text:p text:style-name="Quotations">${escape(part.text)}</text:p>`
      case 'list':
        return `<text:list>${part.items.map((item) => `<text:list-item><text:p>${escape(item)}</text:p></text:list-item>`).join('')}</text:list>`
      case 'table':
        return `<table:table>${`<table:table-column table:number-columns-repeated="${part.rows[0]?.length ?? 1}"/>`}${part.rows.map((row) => `<table:table-row>${row.map((cell) => `<table:table-cell><text:p>${escape(cell)}</text:p></table:table-cell>`).join('')}</table:table-row>`).join('')}</table:table>`
    }
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles><style:style style:name="RTL" style:family="paragraph"><style:paragraph-properties style:writing-mode="rl-tb" fo:text-align="end"/></style:style></office:automatic-styles><office:body><office:text>${body.join('\n')}</office:text></office:body></office:document>`
}

/** For groff, which knows Latin letters. */
export function storyGroff(parts: readonly Part[]): string {
  const safe = (text: string) =>
    text
      .replace(/[“”]/g, '"')
      .split('\n')
      .map((line) => (/^[.']/.test(line) ? `\\&${line}` : line))
      .join('\n')
  return parts
    .flatMap((part): string[] => {
      switch (part.kind) {
        case 'heading':
          return ['.SH', safe(part.text)]
        case 'paragraph':
          return ['.PP', safe(part.text)]
        case 'quotation':
          return ['.QP', safe(part.text)]
        case 'list':
          return part.items.flatMap((item, index) => [`.IP ${part.ordered ? `${index + 1}.` : '\\(bu'} 3`, safe(item)])
        case 'table':
          return ['.TS', 'l l l.', ...part.rows.map((row) => row.map(safe).join('\t')), '.TE']
      }
    })
    .join('\n')
}
