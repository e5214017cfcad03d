import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Annotation, Document } from '../../src-main/contract/entities'
import { exportDocument } from '../../src-main/core/exporters/registry'
import { importedDocument } from '../../src-main/core/importers/document'
import { importFile } from '../../src-main/core/importers/registry'
import { fontSource } from '../../src-main/store/fonts'
import { inOrder, paragraphs, pdfOf } from '../support/pdf-samples'
import { annotate, DETECTION, documentOf, NOW, reviewOf } from '../support/review-fixture'

const run = promisify(execFile)
const CHROMIUM = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path && existsSync(path),
)
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bluepencil-pdf-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function has(tool: string, ...given: string[]): Promise<boolean> {
  return run(tool, given).then(
    () => true,
    (error: { code?: unknown }) => error.code !== 'ENOENT',
  )
}

const TEXTS = paragraphs(12)
const page = (style: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Footbridge</title><style>body{font:11pt/1.4 serif}${style}</style><h1>Footbridge at Ostermark closes</h1><div>${TEXTS.map((text) => `<p>${text}</p>`).join('')}</div>`

async function exported(document: Document, annotations: Annotation[], original?: Uint8Array): Promise<string> {
  const options = { confidential: false, now: NOW, generator: 'Blue Pencil 0.1.0', fonts: fontSource, original }
  const { bytes } = await exportDocument(
    'pdf',
    { document, review: reviewOf(annotations), detection: DETECTION },
    options,
  )
  const path = join(folder, `${original ? 'original' : 'typeset'}.pdf`)
  await writeFile(path, bytes)
  return path
}

const everyKind = (text: string) => [
  annotate('highlight', text, [100, 160], { note: 'Wash — ünïcode' }),
  annotate('claim', text, [300, 360]),
  annotate('flag', text, [340, 420]),
  annotate('comment', text, [600, 640], { note: 'Really?' }),
]

describe('exported PDFs', () => {
  test('qpdf finds nothing wrong with either kind', async (context) => {
    if (!(await has('qpdf', '--version'))) return context.skip('qpdf is not installed')
    for (const columns of [1, 2] as const) {
      const original = await pdfOf(TEXTS, { columns })
      const file = { fileName: 'wall.pdf', sha256: 'a'.repeat(64), bytes: original.length, importedAt: NOW }
      const document = importedDocument(await importFile({ name: 'wall.pdf', bytes: original }), 'doc1', file)
      const path = await exported(document, everyKind(document.text), original)
      expect((await run('qpdf', ['--check', path])).stdout).toContain('No syntax or stream encoding errors found')
    }
    const text = `Wall safe\n\n${TEXTS.join('\n\n')}`
    const path = await exported(documentOf(text), everyKind(text))
    expect((await run('qpdf', ['--check', path])).stdout).toContain('No syntax or stream encoding errors found')
  })

  test('poppler reads the story in order, its tags, its title and every typeface as embedded', async (context) => {
    if (!(await has('pdftotext', '-v'))) return context.skip('poppler is not installed')
    const text = `Wall safe\n\n${TEXTS.join('\n\n')}\n\nΤο τείχος. Стена стоит.`
    const path = await exported(documentOf(text), everyKind(text))
    const { stdout } = await run('pdftotext', ['-x', '0', '-y', '0', '-W', '400', '-H', '790', path, '-'])
    expect(inOrder(text, stdout)).toBeGreaterThan(0.97)
    const info = (await run('pdfinfo', [path])).stdout
    expect(info).toMatch(/Title:\s+Harbour wall/)
    expect(info).toMatch(/Tagged:\s+yes/)
    const typefaces = (await run('pdffonts', [path])).stdout.trim().split('\n').slice(2)
    expect(typefaces.filter((line) => !/\byes yes yes\b/.test(line))).toEqual([])
    expect((await run('pdfdetach', ['-list', path])).stdout).toContain('bluepencil-review.json')
  })

  test('pdf.js reads every annotation with its words and its quads', async () => {
    const text = `Wall safe\n\n${TEXTS.join('\n\n')}`
    const annotations = everyKind(text)
    const path = await exported(documentOf(text), annotations)
    const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
    const task = getDocument({ data: new Uint8Array(await readFile(path)), verbosity: 0 })
    const pdf = await task.promise
    const read: [string, string, boolean][] = []
    for (let number = 1; number <= pdf.numPages; number++)
      for (const one of await (await pdf.getPage(number)).getAnnotations())
        if (one.subtype !== 'Popup') read.push([one.subtype, one.contentsObj.str, Boolean(one.quadPoints)])
    await task.destroy()
    expect(read).toEqual([
      ['Highlight', 'Highlight · yellow\nWash — ünïcode', true],
      ['Underline', 'Claim · fact · unchecked', true],
      ['Squiggly', 'Flag · other · query · open', true],
      ['Text', 'Really?', false],
    ])
  })

  test('other scripts are set in the typefaces of the computer, and shaped', async (context) => {
    if (!(await has('pdftotext', '-v'))) return context.skip('poppler is not installed')
    const lines = ['המועצה הצביעה לסגור את הגשר', 'صوت المجلس على إغلاق الجسر', '市議会は橋を閉鎖した', 'स्टीफन ने कहा']
    const installed: string[] = []
    for (const line of lines)
      for await (const { name } of fontSource.installed(line)) {
        installed.push(name)
        break
      }
    if (!/noto|dejavu|arial/i.test(installed.join(' '))) return context.skip('there are no typefaces for other scripts')
    const text = lines.join('\n\n')
    const document = documentOf(text)
    const options = { confidential: false, now: NOW, generator: 'Blue Pencil 0.1.0', fonts: fontSource }
    const { bytes, losses } = await exportDocument(
      'pdf',
      { document, review: reviewOf([]), detection: DETECTION },
      options,
    )
    const path = join(folder, 'scripts.pdf')
    await writeFile(path, bytes)
    const missing = new Set(losses.join(''))
    const { stdout } = await run('pdftotext', [path, '-'])
    for (const line of lines.slice(0, 3))
      if (![...line].some((character) => character.trim() && missing.has(character)))
        expect(stdout.replace(/[\u200e\u200f\u202a-\u202e]/g, '').normalize('NFKC')).toContain(line)
  })
})

describe('PDFs of other programs', () => {
  test('Chromium’s come whole and in order, in one column and in two, and so do Ghostscript’s', async (context) => {
    if (!CHROMIUM) return context.skip('Chromium is not installed')
    const ghostscript = await has('gs', '--version')
    for (const style of ['p{text-align:justify}', 'div{columns:2} p{margin:0;text-indent:1em}']) {
      const name = join(folder, 'printed')
      await writeFile(`${name}.html`, page(style))
      const given = ['--headless', '--no-sandbox', '--disable-gpu', `--print-to-pdf=${name}.pdf`, `file://${name}.html`]
      await run(CHROMIUM, given)
      await whole(await readFile(`${name}.pdf`))
      if (!ghostscript) continue
      await run('gs', ['-q', '-dNOPAUSE', '-dBATCH', '-sDEVICE=pdfwrite', `-sOutputFile=${name}-gs.pdf`, `${name}.pdf`])
      await whole(await readFile(`${name}-gs.pdf`))
    }
  }, 60_000)

  test('LibreOffice’s come whole and in order', async (context) => {
    if (!(await has('soffice', '--version'))) return context.skip('LibreOffice is not installed')
    await writeFile(join(folder, 'office.html'), page(''))
    const own = `-env:UserInstallation=file://${join(folder, 'office')}`
    await run('soffice', [
      own,
      '--headless',
      '--convert-to',
      'pdf:writer_web_pdf_Export',
      '--outdir',
      folder,
      join(folder, 'office.html'),
    ])
    await whole(await readFile(join(folder, 'office.pdf')))
  }, 90_000)
})

async function whole(bytes: Uint8Array): Promise<void> {
  const { text, report } = await importFile({ name: 'printed.pdf', bytes: new Uint8Array(bytes) })
  expect(inOrder(TEXTS.join(' '), text)).toBeGreaterThanOrEqual(0.99)
  expect(report.coverage.inText + report.coverage.leftOut).toBe(report.coverage.total)
}
