import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { AppError } from '../../src-main/contract/result'
import { exportDocument } from '../../src-main/core/exporters/registry'
import { importFile } from '../../src-main/core/importers/registry'
import { annotate, DETECTION, documentOf, NOW, reviewOf } from '../support/review-fixture'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const word = (document: string, more: Record<string, Uint8Array> = {}) =>
  zipSync({ 'word/document.xml': strToU8(document), ...more })
const body = (content: string) => `<w:document ${W}><w:body>${content}</w:body></w:document>`
const p = (content: string) => `<w:p>${content}</w:p>`
const r = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`
const doctype = (inside: string) => `<!DOCTYPE w:document [${inside}]>${body(p(r('&b;')))}`

/** Reads a file in bounded time. @returns the sentence that refuses it, or its text */
async function outcome(bytes: Uint8Array): Promise<string> {
  const started = performance.now()
  try {
    return (await importFile({ name: 'story.docx', bytes })).text
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(AppError)
    expect((thrown as AppError).code).not.toBe('fault')
    return (thrown as AppError).message
  } finally {
    expect(performance.now() - started).toBeLessThan(10_000)
  }
}

test.each<[string, () => Uint8Array, RegExp]>([
  ['a bomb as its text', () => word(' '.repeat(100_000_000)), /unpacks to far more/],
  ['names that lead out', () => word(body(p(r('x'))), { '../../etc/cron.d/x': strToU8('x') }), /lead out of it/],
  ['an outside entity', () => word(doctype('<!ENTITY b SYSTEM "file:///etc/passwd">')), /declares entities/],
  ['a billion laughs', () => word(doctype('<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">')), /declares entities/],
  ['depth without end', () => word(body('<w:sdt><w:sdtContent>'.repeat(5_000))), /too deeply nested/],
  ['nothing to read', () => word(body(p(''))), /no text in it/],
  ['another root', () => word('<html/>'), /no whole Word document/],
  [
    'a password',
    () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...strToU8([...'EncryptedPackage'].join('\0'))]),
    /password/,
  ],
  [
    'changes without end',
    () =>
      word(
        body(
          p(
            `<w:ins w:id="1">${r('a')}</w:ins><w:del w:id="2"><w:r><w:delText>b</w:delText></w:r></w:del>`.repeat(
              8_000,
            ),
          ),
        ),
      ),
    /^a+$/,
  ],
  [
    'a comment on itself',
    () => word(body(p(`<w:commentRangeEnd w:id="0"/><w:commentRangeStart w:id="0"/>${r('x')}`))),
    /^x$/,
  ],
])('%s ends in a sentence or its text', async (_, make, said) => {
  expect(await outcome(make())).toMatch(said)
})

test('cut off at every hundredth of its length, it ends in a sentence', async () => {
  const text = Array.from({ length: 60 }, (_, index) => `Paragraph ${index} of the story.`).join('\n\n')
  const review = reviewOf([annotate('comment', text, 'Paragraph 7', { note: 'Sure?' })])
  const { bytes } = await exportDocument(
    'docx',
    { document: documentOf(text), review, detection: DETECTION },
    { confidential: false, now: NOW, generator: 'Blue Pencil test' },
  )
  for (let share = 0; share < 100; share++) {
    const cut = bytes.subarray(0, Math.floor((bytes.length * share) / 100))
    expect(await outcome(cut), `${share} %`).toMatch(/^“story.docx” .+\.$/)
  }
})
