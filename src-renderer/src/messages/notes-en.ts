import type { Message } from './message'

/** English of annotations that come from other programs. */
export const notesEn = {
  'notes.add': 'Add annotations from a file…',
  'notes.adding': 'Adding annotations',
  'desk.change.take-notes': 'annotations from a file',
} as const satisfies Record<string, Message>
