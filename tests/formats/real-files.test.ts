import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importFile } from '../../src-main/core/importers/registry'
import { CHROMIUM_FLAGS, chromiumPath } from '../support/chromium'
import { noLibreOffice } from '../support/libreoffice'
import {
  realStory,
  shareInOrder,
  storyFlatOdt,
  storyGroff,
  storyHtml,
  storyMarkdown,
  wordsOf,
  wordsOfStory,
} from '../support/real-story'

/** Files as the programs make them that our readers get files from. At least this share of their words, in order. */
const ENOUGH = 0.99
const MINUTE = 60_000
let folder: string
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'bluepencil-real-'))))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const why = (program: string, name: string) =>
  spawnSync('which', [program]).status === 0
    ? undefined
    : `${program} is not installed (Debian: apt-get install ${name})`
const noPandoc = why('pandoc', 'pandoc')
/** Debian divides it: the part that is always there cannot write PDF. */
const noGroff =
  spawnSync('groff', ['-Tpdf'], { input: 'a' }).status === 0
    ? undefined
    : 'groff cannot write PDF (Debian: apt-get install groff)'
const chromium = chromiumPath()

function run(command: string, args: readonly string[], input?: string): void {
  execFileSync(command, args, { timeout: 2 * MINUTE, stdio: ['pipe', 'ignore', 'ignore'], input: input ?? '' })
}

/** The share of the story's words that reading a file gives, in their order. */
async function shareOf(file: string, parts = realStory(true)): Promise<number> {
  const { text, report } = await importFile({ name: file, bytes: new Uint8Array(readFileSync(join(folder, file))) })
  expect(report.coverage.inText + report.coverage.leftOut).toBe(report.coverage.total)
  return shareInOrder(wordsOfStory(parts), wordsOf(text))
}

describe('the measure', () => {
  const words = wordsOfStory(realStory(true))
  test('counts what is lost and what is out of order', () => {
    expect(words.length).toBeGreaterThan(250)
    expect(shareInOrder(words, words)).toBe(1)
    expect(shareInOrder(words, ['more', ...words.slice(5), 'words'])).toBeCloseTo(1 - 5 / words.length)
    const half = Math.floor(words.length / 2)
    expect(shareInOrder(words, [...words.slice(half), ...words.slice(0, half)])).toBeLessThan(0.7)
  })
})

describe.skipIf(noPandoc)('pandoc', () => {
  test.each(['docx', 'odt', 'epub', 'rtf', 'html', 'md'])('%s', async (format) => {
    const file = `pandoc.${format}`
    run(
      'pandoc',
      ['-f', 'markdown', '-s', '-M', 'pagetitle=Footbridge', '-o', join(folder, file)],
      storyMarkdown(realStory(true)),
    )
    expect(await shareOf(file)).toBeGreaterThanOrEqual(ENOUGH)
  })
})
if (noPandoc) test.skip(`pandoc’s files: ${noPandoc}`, () => {})

describe.skipIf(noLibreOffice)('LibreOffice', () => {
  /** One conversion at a time, but all with one profile: the first start is the slow one. */
  const written = (to: string) => {
    writeFileSync(join(folder, 'office.fodt'), storyFlatOdt(realStory(true)))
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    run('soffice', [profile, '--headless', '--convert-to', to, '--outdir', folder, join(folder, 'office.fodt')])
    return `office.${to.split(':')[0]}`
  }
  test.each(['docx:MS Word 2007 XML', 'odt', 'rtf', 'pdf', 'epub', 'html:HTML (StarWriter)'])(
    '%s',
    async (to) => {
      expect(await shareOf(written(to))).toBeGreaterThanOrEqual(ENOUGH)
    },
    2 * MINUTE,
  )
})
if (noLibreOffice) test.skip(`LibreOffice’s files: ${noLibreOffice}`, () => {})

describe.skipIf(!chromium)('Chromium', () => {
  test(
    'a page printed to PDF',
    async () => {
      writeFileSync(join(folder, 'page.html'), storyHtml(realStory(true)))
      const print = [
        '--headless',
        ...CHROMIUM_FLAGS,
        `--user-data-dir=${join(folder, 'chromium')}`,
        '--no-pdf-header-footer',
      ]
      run(chromium ?? '', [
        ...print,
        `--print-to-pdf=${join(folder, 'chromium.pdf')}`,
        `file://${join(folder, 'page.html')}`,
      ])
      expect(await shareOf('chromium.pdf')).toBeGreaterThanOrEqual(ENOUGH)
    },
    MINUTE,
  )
})
if (!chromium) test.skip('Chromium’s files: there is none on this system (Debian: apt-get install chromium)', () => {})

describe.skipIf(noGroff)('groff', () => {
  test('a page set in PDF', async () => {
    // Notes are not part of this one: its macros set them where they fall.
    const parts = realStory(false).map((part) => (part.kind === 'paragraph' ? { ...part, note: undefined } : part))
    const pdf = execFileSync('groff', ['-t', '-ms', '-Tpdf', '-P-pa4'], {
      input: storyGroff(parts as never),
      timeout: MINUTE,
    })
    writeFileSync(join(folder, 'groff.pdf'), pdf)
    expect(await shareOf('groff.pdf', parts as never)).toBeGreaterThanOrEqual(ENOUGH)
  })
})
if (noGroff) test.skip(`groff’s files: ${noGroff}`, () => {})
