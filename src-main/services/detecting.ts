import type { Detection, Document } from '../contract/entities'
import { detectionVersion } from '../core/detectors/registry'
import { withHouseRules } from '../core/review/house-rules'
import { textDigest } from '../core/text/digest'
import type { LineIndex } from './line-index'
import type { LibraryStore, WorkContext, Workers } from './ports'

/**
 * The suggestions for documents of a library: stored as the detectors make them, made again when these have changed since,
 * and given as the library's house rules want them.
 */
export interface Detecting {
  /** The stored detection of any version, without running anything. */
  stored(document: Document): Promise<Detection | undefined>
  /** The stored detection where it is of today's detectors, else a new one. */
  current(document: Document, context?: WorkContext): Promise<Detection>
  /** A new one in any case. */
  run(document: Document, context?: WorkContext): Promise<Detection>
}

/** A document with several texts must not be shown what was found in another of them. */
const namedText = ({ revision, text }: Document) => (revision > 1 ? textDigest(text) : undefined)

export function createDetecting(store: LibraryStore, workers: Workers, lines: LineIndex): Detecting {
  const ruled = (detection: Detection, { text }: Document) => withHouseRules(detection, text, store.rules.get())

  async function run(document: Document, context?: WorkContext): Promise<Detection> {
    const { id, text, language, blocks, inlines, markup } = document
    const seenElsewhere = await lines.elsewhere(document)
    const found = await workers.detect({ text, language, blocks, inlines, markup, seenElsewhere }, context)
    const of = namedText(document)
    const detection = of ? { ...found, of } : found
    if (!store.readOnly) await store.writeDetection(id, detection)
    return ruled(detection, document)
  }
  return {
    async stored(document) {
      const stored = await store.readDetection(document.id)
      return stored && ruled(stored, document)
    },
    async current(document, context) {
      const stored = await store.readDetection(document.id)
      const fresh = stored?.version === detectionVersion && stored.of === namedText(document)
      return fresh ? ruled(stored, document) : run(document, context)
    },
    run,
  }
}
