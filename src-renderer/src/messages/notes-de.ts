import type { notesEn } from './notes-en'
import type { Message } from './message'

/** German of annotations that come from other programs. */
export const notesDe: Record<keyof typeof notesEn, Message> = {
  'notes.add': 'Anmerkungen aus einer Datei hinzufügen …',
  'notes.adding': 'Anmerkungen werden hinzugefügt',
  'desk.change.take-notes': 'Anmerkungen aus einer Datei',
}
