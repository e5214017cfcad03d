import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { detect } from '../../../src-main/core/detectors/registry'
import { newStoredDocument } from '../../../src-main/core/review/replay'
import { plainBlocks } from '../../../src-main/core/text/blocks'
import { textModel } from '../../../src-main/core/text/model'
import { anchorAt } from '../../../src-main/core/text/selectors'
import type { Annotation, Author, Detection, Document } from '../../../src-main/contract/entities'
import { summarise } from '../../../src-main/services/summary'
import { realFiles, type FilePort } from '../../../src-main/store/file-port'
import { openLibrary } from '../../../src-main/store/library'
import { inventedNews } from './invented-news'
import { seededRandom } from './seeded-random'

export const EDITOR: Author = { id: 'ines-falk', name: 'Ines Falk', initials: 'IF' }
const NOW = '2026-03-02T09:00:00.000Z'

export interface LargeStory {
  readonly document: Document
  readonly annotations: readonly Annotation[]
  readonly detection: Detection
}

/**
 * A story put together from invented articles, with annotations of every kind spread over it: 40 to 120 characters
 * each, overlapping as chance has it.
 */
export function largeStory(id: string, words: number, annotations: number, detection?: Detection): LargeStory {
  const text = inventedNews(words).join('\n\n')
  const document = documentOf(id, text)
  const model = textModel(text, { language: 'en', blocks: document.blocks })
  return {
    document,
    annotations: annotationsOn(document, annotations),
    detection: detection ?? detect({ model }),
  }
}

function documentOf(id: string, text: string): Document {
  const sha256 = createHash('sha256').update(id).update(text).digest('hex')
  return {
    id,
    title: `Story ${id}: ${text.slice(0, text.indexOf(' ', 40))}`,
    language: 'en',
    revision: 1,
    text,
    blocks: plainBlocks(text),
    inlines: [],
    markup: [],
    origin: { fileName: `${id}.txt`, mediaType: 'text/plain', sha256, bytes: text.length, importedAt: NOW },
    report: { coverage: { total: text.length, inText: text.length, leftOut: 0 }, leftOut: [], notices: [] },
  }
}

function annotationsOn({ text, blocks }: Document, count: number): Annotation[] {
  const random = seededRandom(7)
  return Array.from({ length: count }, (_, index) => {
    const block = blocks[Math.floor(random() * blocks.length)]
    const from = Math.max(block?.start ?? 0, (block?.end ?? 0) - 120)
    const start = (block?.start ?? 0) + Math.floor(random() * (from - (block?.start ?? 0)))
    const end = Math.min(block?.end ?? 0, start + 40 + Math.floor(random() * 80))
    const base = {
      id: `a${index}`,
      anchor: anchorAt(text, start, end),
      revision: 1,
      note: index % 5 === 0 ? 'Who says so, and when was it counted?' : '',
      author: EDITOR,
      createdAt: NOW,
      updatedAt: NOW,
    }
    if (index % 2 === 0) return { ...base, kind: 'claim', type: 'fact', status: 'unchecked', citations: [] }
    if (index % 4 === 1) return { ...base, kind: 'highlight', colour: 'yellow' }
    if (index % 8 === 3) return { ...base, kind: 'flag', reason: 'other', severity: 'query', resolution: 'open' }
    return { ...base, kind: 'comment', note: 'Ask the desk.', resolved: false }
  })
}

/** `count` short stories of about `words` words; what the detectors say is made for the first fifty and lent on. */
export function* manyStories(count: number, words = 350): Generator<LargeStory> {
  const texts = inventedNews(Math.min(count, 400) * words, 11)
  const known: { document: Document; detection: Detection }[] = texts.slice(0, 50).map((text, index) => {
    const document = documentOf(`d${index}`, text)
    return { document, detection: detect({ model: textModel(text, { language: 'en', blocks: document.blocks }) }) }
  })
  for (let index = 0; index < count; index++) {
    const lent = known[index % known.length] as (typeof known)[number]
    const id = `story-${index}`
    // A line of its own, so that no two stories are the same.
    const text = `Number ${index} of the ${STREETS[index % STREETS.length]} papers\n\n${texts[index % texts.length]}`
    const document = documentOf(id, text)
    const shift = { ...lent.detection, sentences: lent.detection.sentences.filter(({ end }) => end <= text.length) }
    const suggestions = shift.suggestions.filter(({ end }) => end <= text.length)
    yield { document, annotations: annotationsOn(document, index % 4), detection: { ...shift, suggestions } }
  }
}

const STREETS = 'Weir Quay Mill Harbour Linden Tannery Orchard Kiln Ferry Saddler'.split(' ')

/** Writes the stories as a library, without waiting for the disk: nobody's work is in it. */
export async function writeLibrary(home: string, stories: Iterable<LargeStory>): Promise<void> {
  const store = await openLibrary({ folder: join(home, 'library'), clock: () => NOW, files: unsynced })
  for (const { document, annotations, detection } of stories) {
    const made = newStoredDocument(document, NOW)
    const stored = { ...made, review: { ...made.review, annotations: [...annotations] } }
    await store.create(stored, undefined)
    await store.writeDetection(document.id, detection)
    await store.keepSummary(summarise(stored, detection), stored.number)
  }
  await store.close()
}

const unsynced: FilePort = {
  ...realFiles,
  async open(...args: Parameters<FilePort['open']>) {
    const handle = await realFiles.open(...args)
    handle.sync = async () => {}
    handle.datasync = async () => {}
    return handle
  },
}
