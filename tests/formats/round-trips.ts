/**
 * Every export that is a save file, with many notes: how long it takes to write and to read again, and whether it comes
 * back equal. `npm run round-trips -- [NOTES]`, 5,000 where nothing is said; ends with status 1 where one does not.
 */
import { readFile } from 'node:fs/promises'
import { isDeepStrictEqual } from 'node:util'
import type { ExportFormat } from '../../src-main/contract/api'
import type { FontSource } from '../../src-main/core/exporters/exporter'
import { exportDocument } from '../../src-main/core/exporters/registry'
import { importedDocument } from '../../src-main/core/importers/document'
import { MAX_FILE_BYTES } from '../../src-main/core/importers/limits'
import { importFile } from '../../src-main/core/importers/registry'
import { fontSource } from '../../src-main/store/fonts'
import { longSession, manyNotes, type Session } from '../support/any-session'
import { paragraphs, pdfOf } from '../support/pdf-samples'
import { NOW } from '../support/review-fixture'

const FORMATS = ['html', 'md', 'xlsx', 'jsonld', 'docx', 'pdf'] as const
const notes = Number(process.argv[2] ?? 5_000)
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
let wrong = 0
/** The same typefaces as the program's, read from where they are installed: only a build makes them part of it. */
const STYLES = { regular: '400-normal', italic: '400-italic', bold: '700-normal' } as const
const fonts: FontSource = {
  shipped: (style) =>
    Promise.all(
      ['latin', 'latin-ext', 'cyrillic', 'greek'].map((script) =>
        readFile(`node_modules/@fontsource/source-serif-4/files/source-serif-4-${script}-${STYLES[style]}.woff`),
      ),
    ),
  installed: (sample) => fontSource.installed(sample),
}

async function measure(name: string, format: ExportFormat, session: Session, original?: Uint8Array): Promise<void> {
  const options = { confidential: true, now: NOW, generator: 'Blue Pencil', fonts, original }
  const started = performance.now()
  const { bytes, extension, losses } = await exportDocument(format, session, options)
  const written = performance.now()
  if (bytes.length > MAX_FILE_BYTES) {
    if (!losses.some((loss) => loss.includes('hand on a package'))) wrong++
    return console.log(`${name.padEnd(18)} too large to be read again, which the export says: ${losses.at(-1)}`)
  }
  const back = await importFile({ name: `story${extension}`, bytes })
  const read = performance.now()
  const same =
    back.text === session.document.text &&
    isDeepStrictEqual(plain(back.save?.review), plain(session.review)) &&
    !back.notes?.annotations.length &&
    !back.notes?.replies.length
  if (!same) wrong++
  const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`.padStart(8)
  const size = `${(bytes.length / 1e6).toFixed(1)} MB`.padStart(8)
  console.log(
    `${name.padEnd(18)} written ${seconds(written - started)}  read ${seconds(read - written)} ${size}  ${same ? 'equal' : 'NOT EQUAL'}`,
  )
}

const session = longSession(notes)
console.log(`${session.review.annotations.length} notes on ${session.document.text.length} characters`)
for (const format of FORMATS) await measure(format, format, session)

const original = await pdfOf(paragraphs(Math.ceil(notes / 5)), { columns: 2, running: 'The Ostermark Post' })
const file = { fileName: 'story.pdf', sha256: 'b'.repeat(64), bytes: original.length, importedAt: NOW }
const document = importedDocument(await importFile({ name: 'story.pdf', bytes: original }), 'doc1', file)
await measure('pdf, on its pages', 'pdf', { document, review: manyNotes(document.text, notes) }, original)

const deep = longSession(notes, 1, 0.02)
console.log(`The same with notes inside one another, each over a fiftieth of the text:`)
for (const format of FORMATS) await measure(format, format, deep)
process.exitCode = wrong ? 1 : 0
