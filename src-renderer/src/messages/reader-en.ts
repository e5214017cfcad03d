import type { Message } from './message'

/** English of the text itself: what is said of it, and how it is set. */
export const readerEn = {
  'reader.table': 'Table, {rows} rows, {columns} columns',
} satisfies Record<string, Message>
