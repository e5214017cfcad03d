import type { Message } from './message'
import type { readerEn } from './reader-en'

/** German of the text itself. */
export const readerDe: Record<keyof typeof readerEn, Message> = {
  'reader.table': 'Tabelle, {rows} Zeilen, {columns} Spalten',
}
