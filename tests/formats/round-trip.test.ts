import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ExportFormat } from '../../src-main/contract/api'
import type { FontSource } from '../../src-main/core/exporters/exporter'
import { redactReview } from '../../src-main/core/exporters/redact'
import { exportDocument } from '../../src-main/core/exporters/registry'
import { importFile } from '../../src-main/core/importers/registry'
import { fontSource } from '../../src-main/store/fonts'
import { anySession, longSession, ROUNDS, type Session } from '../support/any-session'
import { DETECTION, NOW } from '../support/review-fixture'

/** The program's own typefaces only, so that every machine sets the same. */
const fonts: FontSource = { shipped: fontSource.shipped, async *installed() {} }

async function returned(format: ExportFormat, { document, review }: Session, confidential = true) {
  const options = { confidential, now: NOW, generator: 'Blue Pencil test', fonts }
  const { bytes, extension } = await exportDocument(format, { document, review, detection: DETECTION }, options)
  return importFile({ name: `story${extension}`, bytes })
}
const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown
const FORMATS = ['html', 'md', 'xlsx', 'jsonld', 'docx'] as const

describe.each(FORMATS)('%s', (format) => {
  test('comes back as the review it was made from, whatever the text and its notes are', async () => {
    await fc.assert(
      fc.asyncProperty(anySession, fc.boolean(), async (session, confidential) => {
        const back = await returned(format, session, confidential)
        expect(back.text).toBe(session.document.text)
        expect(back.blocks).toEqual(session.document.blocks)
        // By design, and said in the dialog: of a confidential source nothing goes out unless asked for.
        const review = confidential ? session.review : redactReview(session.review)
        expect(plain(back.save?.review)).toEqual(plain(review))
        expect(back.notes).toBeUndefined()
        expect(back.report.notices).toEqual([])
      }),
      { numRuns: ROUNDS },
    )
  })
})

test('five thousand', async () => {
  const session = longSession(5_000)
  for (const format of FORMATS) {
    const options = { confidential: true, now: NOW, generator: 'Blue Pencil test', fonts }
    const a = performance.now()
    const { bytes, extension } = await exportDocument(format, { ...session, detection: DETECTION }, options)
    const b = performance.now()
    const back = await importFile({ name: `story${extension}`, bytes })
    const c = performance.now()
    console.log(format, session.document.text.length, bytes.length, Math.round(b - a), Math.round(c - b))
    expect(back.text).toBe(session.document.text)
    expect(plain(back.save?.review)).toEqual(plain(session.review))
    expect(back.notes).toBeUndefined()
  }
}, 600_000)
