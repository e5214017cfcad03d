import type { Annotation, Author, Reply } from '../../contract/entities'
import {
  ATTRIBUTION_WORDS,
  CLAIM_STATUS_WORDS,
  CLAIM_TYPE_WORDS,
  FLAG_REASON_WORDS,
  RESOLUTION_WORDS,
  SEVERITY_WORDS,
} from '../exporters/words'
import { noteId } from './noted'

/**
 * What somebody changed of an annotation in a file, as an answer in its thread: files do not say who changed which field
 * of whose annotation, so who saved it is named there.
 *
 * @param where "in the ledger"
 * @returns nothing where only its note changed, which speaks for itself
 */
export function toldChanges(
  was: Annotation,
  now: Annotation,
  where: string,
  { author, time }: { readonly author: Author; readonly time: string },
): Reply[] {
  const [before, after] = [fieldsOf(was), fieldsOf(now)]
  const told = Object.keys({ ...before, ...after }).flatMap((name) => {
    const [old, fresh] = [before[name], after[name]]
    return old === fresh ? [] : [`${name} ${fresh ?? 'taken out'} (was ${old ?? 'not given'})`]
  })
  if (!told.length) return []
  const body = `Changed ${where}: ${told.join('; ')}.`
  const id = noteId('changed', was.id, author.name, body)
  return [{ id, annotation: was.id, body, author, createdAt: time, updatedAt: time }]
}

function fieldsOf(annotation: Annotation): Record<string, string | undefined> {
  switch (annotation.kind) {
    case 'claim': {
      const { type, status, speaker, attribution } = annotation
      return {
        type: CLAIM_TYPE_WORDS[type],
        status: CLAIM_STATUS_WORDS[status],
        speaker,
        attribution: attribution && ATTRIBUTION_WORDS[attribution],
      }
    }
    case 'flag':
      return {
        reason: FLAG_REASON_WORDS[annotation.reason],
        severity: SEVERITY_WORDS[annotation.severity],
        resolution: RESOLUTION_WORDS[annotation.resolution],
      }
    case 'highlight':
      return { colour: annotation.colour }
    case 'comment':
      return { state: annotation.resolved ? 'resolved' : 'open' }
  }
}
