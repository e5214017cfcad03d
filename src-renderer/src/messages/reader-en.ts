import type { Message } from './message'

/** English of the text itself: what is said of it, and how it is set. */
export const readerEn = {
  'reader.table': 'Table, {rows} rows, {columns} columns',
  'reader.printedNotes': 'Notes',
  'reader.typeface': 'Typeface of the article',
  'reader.typeface.serif': 'Serif',
  'reader.typeface.sans': 'Sans serif',
  'reader.typeface.system': 'As the system',
  'reader.leading': 'Distance of the lines',
  'reader.leading.value': '{n} × the size',
  'reader.wideSpacing': 'More room between letters and words',
  'reader.wideSpacing.hint': 'Some people with dyslexia read more easily so.',
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
