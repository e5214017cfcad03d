import { pdfImporter } from '../../src-main/core/importers/pdf'
import { paragraphs, pdfOf } from '../support/pdf-samples'

export const name = 'PDF of 500 pages, imported; beside the text extraction of pdf.js'

const ROUNDS = 4

/** The bound: an import takes at most 1.2 times as long as pdf.js takes to hand out the text. */
export async function run(): Promise<void> {
  const bytes = await pdfOf(paragraphs(4_250), { columns: 2, head: 'Footbridge closes', running: 'The Weir Courier' })
  // Both once, so that neither pays for loading and warming up.
  await pdfImporter.read({ name: 'story.pdf', bytes })
  const pages = await extract(bytes)
  const theirs: number[] = []
  const ours: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    theirs.push(await timed(() => extract(bytes)))
    ours.push(await timed(async () => pdfImporter.read({ name: 'story.pdf', bytes })))
  }
  const ratio = least(ours) / least(theirs)
  console.log(
    `   ${pages} pages, ${(bytes.length / 1e6).toFixed(1)} MB; the quickest of ${ROUNDS} rounds each, which other work on the machine disturbs least`,
  )
  console.log(`   pdf.js text extraction ${Math.round(least(theirs))} ms, import ${Math.round(least(ours))} ms`)
  console.log(`   ratio ${ratio.toFixed(2)} (at most 1.2): ${ratio <= 1.2 ? 'kept' : 'MISSED'}`)
  console.log(`   peak memory of the whole run ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`)
}

async function extract(bytes: Uint8Array): Promise<number> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, disableFontFace: true })
  const pdf = await task.promise
  for (let number = 1; number <= pdf.numPages; number++) await (await pdf.getPage(number)).getTextContent()
  const { numPages } = pdf
  await task.destroy()
  return numPages
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const least = (values: readonly number[]) => Math.min(...values)
