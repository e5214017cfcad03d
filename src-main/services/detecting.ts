import type { Detection, Document } from '../contract/entities'
import { detectionVersion } from '../core/detectors/registry'
import { textDigest } from '../core/text/digest'
import type { LineIndex } from './line-index'
import type { LibraryStore, WorkContext, Workers } from './ports'

/** The suggestions for documents of a library: stored, and made again when the detectors have changed since. */
export interface Detecting {
  /** The stored detection of any version, without running anything. */
  stored(id: string): Promise<Detection | undefined>
  /** The stored detection where it is of today's detectors, else a new one. */
  current(document: Document, context?: WorkContext): Promise<Detection>
  /** A new one in any case. */
  run(document: Document, context?: WorkContext): Promise<Detection>
}

/** A document with several texts must not be shown what was found in another of them. */
const namedText = ({ revision, text }: Document) => (revision > 1 ? textDigest(text) : undefined)

export function createDetecting(store: LibraryStore, workers: Workers, lines: LineIndex): Detecting {
  async function run(document: Document, context?: WorkContext): Promise<Detection> {
    const { id, text, language, blocks, inlines, markup } = document
    const seenElsewhere = await lines.elsewhere(document)
    const found = await workers.detect({ text, language, blocks, inlines, markup, seenElsewhere }, context)
    const of = namedText(document)
    const detection = of ? { ...found, of } : found
    if (!store.readOnly) await store.writeDetection(id, detection)
    return detection
  }
  return {
    stored: (id) => store.readDetection(id),
    async current(document, context) {
      const stored = await store.readDetection(document.id)
      return stored?.version === detectionVersion && stored.of === namedText(document) ? stored : run(document, context)
    },
    run,
  }
}
