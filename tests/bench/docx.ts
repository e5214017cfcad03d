import type { Annotation } from '../../src-main/contract/entities'
import { docxExporter } from '../../src-main/core/exporters/docx'
import { importFile } from '../../src-main/core/importers/registry'
import { annotate, DETECTION, documentOf, NOW, replyTo, reviewOf } from '../support/review-fixture'

export const name = 'Word: a story of 100,000 words with 1,000 comments'

const OPTIONS = { confidential: false, now: NOW, generator: 'Blue Pencil bench' }
const RUNS = 7
/** Milliseconds. */
const LIMIT = 1_000

/** Writes and reads the same file several times; says the median and the range, and the most memory of the process. */
export async function run(): Promise<void> {
  const words = Array.from({ length: 100_000 }, (_, index) => `word${(index * 7919) % 9973}`)
  const paragraphs = Array.from(
    { length: 1_000 },
    (_, index) => `${words.slice(index * 100, index * 100 + 100).join(' ')}.`,
  )
  const text = paragraphs.join('\n\n')
  const document = documentOf(text)
  const annotations = Array.from({ length: 1_000 }, (_, index): Annotation => {
    const start = Math.floor((index * (text.length - 200)) / 1_000)
    return annotate('comment', text, [start, start + 150], { id: `c${index}`, note: `Comment ${index}: who says so?` })
  })
  const replies = annotations.filter((_, index) => index % 4 === 0).map((one) => replyTo(one, 'The budget does.'))
  const input = { document, review: reviewOf(annotations, { replies }), detection: DETECTION }
  let bytes = new Uint8Array()
  const written = await times(async () => {
    bytes = (await docxExporter.write(input, OPTIONS)).content as Uint8Array<ArrayBuffer>
  })
  const read = await times(async () => {
    const back = await importFile({ name: 'story.docx', bytes })
    if (back.text !== text || back.save?.review.annotations.length !== 1_000 || back.notes)
      throw new Error('The file did not come back as it was written.')
  })
  const megabytes = process.resourceUsage().maxRSS / 1_024
  console.log(`   written in ${shown(written)}, ${(bytes.length / 1_024).toFixed(0)} KB (at most ${LIMIT} ms)`)
  console.log(`   read in ${shown(read)}`)
  console.log(`   most memory of the process ${megabytes.toFixed(0)} MB`)
  if (median(written) > LIMIT) throw new Error(`Writing took longer than ${LIMIT} ms.`)
}

async function times(work: () => Promise<void>): Promise<number[]> {
  const taken: number[] = []
  for (let index = 0; index < RUNS; index++) {
    const started = performance.now()
    await work()
    taken.push(performance.now() - started)
  }
  return taken.sort((a, b) => a - b)
}

const median = (sorted: readonly number[]) => sorted[sorted.length >> 1] ?? 0
const shown = (sorted: readonly number[]) =>
  `${median(sorted).toFixed(0)} ms (median of ${sorted.length}, ${sorted[0]?.toFixed(0)} to ${sorted[sorted.length - 1]?.toFixed(0)})`
