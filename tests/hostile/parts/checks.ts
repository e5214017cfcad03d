import * as v from 'valibot'
import type { Imported } from '../../../src-main/contract/api'
import { Review } from '../../../src-main/contract/entities'
import type { Result } from '../../../src-main/contract/result'
import { readAnnotations } from '../../../src-main/core/importers/annotations'
import type { ImportedText } from '../../../src-main/core/importers/importer'
import { emptyReview, reviewState } from '../../../src-main/core/review/state'
import { takeNotes } from '../../../src-main/core/review/take-notes'
import { createApp, type App } from '../../../src-main/services/app'
import { sha256 } from '../../../src-main/store/envelope'
import { openLibrary } from '../../../src-main/store/library'
import { DEFAULT_SETTINGS } from '../../../src-main/store/settings'
import { inlineWorkers } from '../../../src-main/workers/workers'
import { ADA, documentOf, NOW } from '../../support/review-fixture'
import { NOTED_TEXT, type Seed } from './seeds'

/** What must hold of anything that an importer gives, however bad the file. @returns what does not */
export function checkImported(imported: ImportedText): string | undefined {
  const { text, blocks, inlines, report, notes, pages = [] } = imported
  const inText = ({ start, end }: { start: number; end: number }) => 0 <= start && start <= end && end <= text.length
  const { total, leftOut, inText: kept } = report.coverage
  if (total !== kept + leftOut) return `Of ${total} characters, ${kept} are in the text and ${leftOut} left out.`
  const outside = [...blocks, ...inlines].find((part) => !inText(part))
  if (outside) return `A ${outside.kind} lies outside of the text: ${outside.start} to ${outside.end}.`
  if (blocks.some((block, index) => index > 0 && block.start < (blocks[index - 1]?.end ?? 0))) return 'Blocks overlap.'
  if (pages.some(({ start }) => start > text.length)) return 'A page begins after the end.'
  const astray = notes?.annotations.find(({ anchor }) => text.slice(anchor.start, anchor.end) !== anchor.exact)
  if (astray) return `A note says that it stands on “${astray.anchor.exact}”, and does not.`
  // An address without a scheme leads nowhere from here.
  const running = inlines.find(({ href }) => /^(?!https?:|mailto:|tel:)[a-z][a-z0-9+.-]*:/i.test(href?.trim() ?? ''))
  if (running) return `A link leads to ${running.href}.`
  return undefined
}

let app: { folder: string; app: App } | undefined

/** Puts a file of annotations onto a story. @throws AppError @throws Error when one stands on other words than it says */
export function importNotes({ name, bytes }: Seed): void {
  const document = documentOf(NOTED_TEXT)
  const live = { document, earlier: [], state: reviewState(emptyReview(document.id)) }
  const foreign = readAnnotations({ name, bytes }, document.text)
  let ids = 0
  const { review } = takeNotes(live, foreign, { author: ADA, now: NOW, newId: () => `new${++ids}` })
  const read = v.safeParse(Review, review)
  if (!read.success)
    throw new Error(`The review is none: ${v.flatten(read.issues).nested ? 'its fields' : 'its shape'}.`)
  for (const { anchor, revision } of review.annotations)
    if (revision === 1 && document.text.slice(anchor.start, anchor.end) !== anchor.exact)
      throw new Error(`A note says that it stands on “${anchor.exact}”, and does not.`)
}

/** Imports a package into a library of its own. @throws Error when it gives anything but documents and problems in words */
export async function importPackage(seed: Seed, folder: string): Promise<string[]> {
  if (app?.folder !== folder) app = { folder, app: await openApp(folder) }
  const result = (await app.app.dispatcher.call('library.import', { file: seed })) as Result<Imported[]>
  const errors = result.ok ? result.value.map(({ error }) => error) : [result.error]
  const fault = errors.find((error) => error?.code === 'fault')
  if (fault) throw new Error(fault.detail)
  return errors.flatMap((error) => (error ? [error.message] : []))
}

async function openApp(folder: string): Promise<App> {
  const clock = () => new Date().toISOString()
  let ids = 0
  return createApp({
    store: await openLibrary({ folder, clock }),
    workers: inlineWorkers(),
    settings: { get: () => DEFAULT_SETTINGS, set: async () => DEFAULT_SETTINGS, notices: [] },
    shell: { kind: 'cli', platform: 'linux', mayReadPaths: false },
    version: '0.0.0',
    sample: async () => ({ name: 'none', bytes: new Uint8Array() }),
    hash: sha256,
    clock,
    newId: () => `n${++ids}`,
  })
}
