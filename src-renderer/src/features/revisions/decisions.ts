import type { SingleCommand } from '@contract/commands'
import type { Annotation, Reading } from '@contract/entities'
import type { Range } from '@core/text/model'
import type { Item } from './items'

/** What pressing a key makes of an item: commands, done as one, or nothing but that it was seen. */
export type Decision = readonly SingleCommand[]

/** The names of what can be decided; each has its words in the messages. */
export const CHOICES = [
  'confirm',
  'keep-unchecked',
  'fits',
  'rewritten',
  'still-open',
  'resolve',
  'place',
  'leave',
  'accept',
  'dismiss',
  'take-theirs',
  'keep-ours',
  'seen',
] as const
export type Choice = (typeof CHOICES)[number]

/** The choices of an item: the one of the key `a`, and the one of `x`. Nothing is left to choose once it is settled. */
export function choicesOf(item: Item): { readonly yes?: Choice; readonly no?: Choice } {
  if (item.settled || item.concern === 'same' || item.concern === 'moved') return {}
  switch (item.concern) {
    case 'edited':
      return editedChoices(item.annotation, item.back)
    case 'orphaned':
      return { ...(item.proposal && { yes: 'place' as const }), no: 'leave' }
    case 'new':
      return { yes: 'accept', no: 'dismiss' }
    case 'readings':
      return { yes: 'take-theirs', no: 'keep-ours' }
    case 'theirs':
      return { yes: 'seen' }
  }
}

function editedChoices(annotation: Annotation, back: boolean): { yes: Choice; no?: Choice } {
  if (back) return { yes: 'confirm', no: 'keep-unchecked' }
  if (annotation.kind === 'flag' && annotation.resolution === 'open') return { yes: 'rewritten', no: 'still-open' }
  if (annotation.kind === 'comment' && !annotation.resolved) return { yes: 'resolve', no: 'still-open' }
  return { yes: 'fits' }
}

/** What a choice does to the review. */
export function commandsFor(item: Item, choice: Choice): Decision {
  switch (item.concern) {
    case 'same':
    case 'moved':
    case 'edited':
    case 'orphaned':
      return annotationCommands(item, choice)
    case 'new':
      return suggestionCommands(item, choice)
    case 'readings': {
      const taken = choice === 'take-theirs' ? readingCommands(item.annotation.id, item.reply.reading ?? {}) : []
      return [...taken, { op: 'remove-reply', id: item.reply.id }]
    }
    case 'theirs':
      return []
  }
}

type Carried = Extract<Item, { concern: 'same' | 'moved' | 'edited' | 'orphaned' }>

function annotationCommands({ annotation, proposal }: Carried, choice: Choice): Decision {
  const { id } = annotation
  const look: SingleCommand = { op: 'look', id }
  const lost = annotation.placing?.status
  if (choice === 'confirm' && lost) return [{ op: 'edit', id, status: lost }, look]
  if (choice === 'rewritten') return [{ op: 'resolve', id, resolution: 'rewritten' }, look]
  if (choice === 'resolve') return [{ op: 'edit', id, resolved: true }, look]
  if (choice === 'place' && proposal) return [{ op: 'place', id, start: proposal.start, end: proposal.end }]
  return [look]
}

function suggestionCommands({ suggestion }: Extract<Item, { concern: 'new' }>, choice: Choice): Decision {
  const { id: _, ...whole } = suggestion
  return [choice === 'accept' ? { op: 'accept', suggestion: whole } : { op: 'dismiss', suggestion: whole, reason: '' }]
}

/** Takes the fields of another reading over. */
export function readingCommands(id: string, reading: Reading): SingleCommand[] {
  const { resolution, resolutionNote, citations = [], ...fields } = reading
  return [
    ...(Object.keys(fields).length > 0 ? [{ op: 'edit' as const, id, ...fields }] : []),
    ...(resolution ? [{ op: 'resolve' as const, id, resolution, note: resolutionNote }] : []),
    ...citations.map((citation) => ({ op: 'cite' as const, claim: id, ...citation })),
  ]
}

/** Puts an annotation where somebody says: an orphan gets a place, any other another one. */
export function placeCommands(annotation: Annotation, revision: number, { start, end }: Range): Decision {
  const { id } = annotation
  if (annotation.revision !== revision) return [{ op: 'place', id, start, end }]
  return [
    { op: 'move', id, start, end },
    { op: 'look', id },
  ]
}
