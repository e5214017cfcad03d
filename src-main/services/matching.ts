import type { Exported, ImportFile } from '../contract/api'
import type { Attachment, Source } from '../contract/entities'
import type { MatchedQuotations, ShownAttachment } from '../contract/records'
import { AppError } from '../contract/result'
import { safeFileName } from '../core/exporters/file-name'
import type { ReadRecord } from '../core/records/read-record'
import { quotingStory } from '../core/records/story-quotations'
import { handOver } from './exporting'
import { pictureType } from './picture-type'
import type { Ports, WorkContext } from './ports'
import type { Sessions } from './sessions'

/** The files that sources keep: shown, handed out, and a story's quotations looked for in them. */
export interface Matching {
  show(document: string, source: string, context: WorkContext): Promise<ShownAttachment>
  save(document: string, source: string): Promise<Exported>
  match(
    document: string,
    record: { source?: string; file?: ImportFile },
    context: WorkContext,
  ): Promise<MatchedQuotations>
}

/** Records that were read last are kept: one looks at a passage, and at the next. */
const MOST_KEPT = 3
/** Bytes of a picture that is shown. */
const LARGEST_PICTURE = 30 * 1024 * 1024

interface RecordFile {
  readonly fileName: string
  readonly sha256: string
  readonly bytes: Uint8Array
}

export function createMatching(
  { store, workers, shell, hash }: Pick<Ports, 'store' | 'workers' | 'shell' | 'hash'>,
  sessions: Sessions,
  bytesOf: (file: ImportFile) => Promise<Uint8Array>,
): Matching {
  const kept = new Map<string, Promise<ReadRecord>>()

  async function attachmentOf(document: string, id: string): Promise<{ attachment: Attachment; bytes: Uint8Array }> {
    const { state } = await sessions.live(document)
    const source: Source | undefined = state.sources.get(id)
    if (!source) throw new AppError('not-found', 'This source is not there any more; it may have been removed.')
    const { attachment, citation } = source
    if (!attachment)
      throw new AppError('not-found', `“${citation}” has no file attached. Attach one to look at it here.`)
    const bytes = await store.attachment(attachment.sha256)
    if (!bytes)
      throw new AppError(
        'damaged',
        `${attachment.fileName} is not in the library any more, or is not what was attached. Attach it again.`,
      )
    return { attachment, bytes }
  }

  function read({ fileName, sha256, bytes }: RecordFile, context: WorkContext): Promise<ReadRecord> {
    const key = `${sha256} ${fileName}`
    const known = kept.get(key)
    kept.delete(key)
    const reading = known ?? workers.record({ op: 'read', file: { name: fileName, bytes } }, fileName, context)
    kept.set(key, reading)
    reading.catch(() => kept.delete(key))
    for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - MOST_KEPT))) kept.delete(oldest)
    return reading
  }

  async function fileOf(
    document: string,
    { source, file }: { source?: string; file?: ImportFile },
  ): Promise<RecordFile> {
    if (source !== undefined) {
      const { attachment, bytes } = await attachmentOf(document, source)
      return { ...attachment, bytes }
    }
    if (!file) throw new AppError('bad-request', 'Name a record to compare with: a source with a file, or a file.')
    const bytes = await bytesOf(file)
    return { fileName: file.name, sha256: hash(bytes), bytes }
  }

  return {
    async show(document, source, context) {
      const { attachment, bytes } = await attachmentOf(document, source)
      const mediaType = pictureType(bytes)
      if (mediaType && bytes.byteLength > LARGEST_PICTURE)
        return { attachment, shown: { kind: 'nothing', why: `${attachment.fileName} is too large a picture to show.` } }
      if (mediaType) return { attachment, shown: { kind: 'picture', mediaType, bytes } }
      try {
        const { text, notices } = await read({ ...attachment, bytes }, context)
        return { attachment, shown: { kind: 'text', text, notices: [...notices] } }
      } catch (thrown) {
        if (context.signal?.aborted || !(thrown instanceof AppError) || thrown.code === 'fault') throw thrown
        return { attachment, shown: { kind: 'nothing', why: thrown.message } }
      }
    },
    async save(document, source) {
      const { attachment, bytes } = await attachmentOf(document, source)
      const { fileName, mediaType } = attachment
      const extension = /\.[a-z0-9]{1,12}$/i.exec(fileName)?.[0] ?? ''
      const name = safeFileName(fileName.slice(0, fileName.length - extension.length), extension)
      return handOver({ shell }, { fileName: name, mediaType, bytes })
    },
    async match(document, wanted, context) {
      const file = await fileOf(document, wanted)
      const { text, notices } = await read(file, context)
      const { document: story, state, detection } = await sessions.look(document)
      const { suggestions } = await detection(context)
      const quoting = quotingStory(story, state.annotations.values(), state.decisions.values(), suggestions)
      const { fileName, sha256 } = file
      const quotations = await workers.record({ op: 'match', story: quoting, record: text }, fileName, context)
      return { record: { fileName, sha256, text, notices: [...notices] }, quotations: [...quotations] }
    },
  }
}
