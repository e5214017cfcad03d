import type { Message } from './message'

/** English of the text itself: what is said of it, and how it is set. */
export const readerEn = {
  'reader.table': 'Table, {rows} rows, {columns} columns',
  'reader.selectMore': 'Select more: word, sentence, paragraph, story',
  'reader.selectLess': 'Select less again',
  'reader.selectSentenceAfter': 'Take the next sentence into the selection',
  'reader.selectSentenceBefore': 'Take the sentence before into the selection',
  'reader.selected': '{words}, selected',
  'reader.selectedLong': {
    one: '{n} character selected, from {first} to {last}',
    other: '{n} characters selected, from {first} to {last}',
  },
  'reader.space': 'Space',
  'reader.endOfParagraph': 'End of the paragraph',
} satisfies Record<string, Message>
