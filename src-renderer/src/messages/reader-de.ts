import type { Message } from './message'
import type { readerEn } from './reader-en'

/** German of the text itself. */
export const readerDe: Record<keyof typeof readerEn, Message> = {
  'reader.table': 'Tabelle, {rows} Zeilen, {columns} Spalten',
  'reader.printedNotes': 'Anmerkungen',
  'reader.typeface': 'Schrift des Artikels',
  'reader.typeface.serif': 'Mit Serifen',
  'reader.typeface.sans': 'Ohne Serifen',
  'reader.typeface.system': 'Wie im System',
  'reader.leading': 'Zeilenabstand',
  'reader.leading.value': '{n} × die Größe',
  'reader.wideSpacing': 'Mehr Raum zwischen Buchstaben und Wörtern',
  'reader.wideSpacing.hint': 'Manche Menschen mit Legasthenie lesen so leichter.',
  'reader.selectMore': 'Mehr auswählen: Wort, Satz, Absatz, Geschichte',
  'reader.selectLess': 'Wieder weniger auswählen',
  'reader.selectSentenceAfter': 'Den nächsten Satz in die Auswahl nehmen',
  'reader.selectSentenceBefore': 'Den Satz davor in die Auswahl nehmen',
  'reader.selected': '{words}, ausgewählt',
  'reader.selectedLong': {
    one: '{n} Zeichen ausgewählt, von {first} bis {last}',
    other: '{n} Zeichen ausgewählt, von {first} bis {last}',
  },
  'reader.space': 'Leerzeichen',
  'reader.endOfParagraph': 'Ende des Absatzes',
}
