import type { helpEn } from './help-en'
import type { Message } from './message'

/** German of the help’s frame; its chapters are in help-text-de.ts. */
export const helpDe: Record<keyof typeof helpEn, Message> = {
  'help.title': 'Hilfe',
  'help.search': 'In der Hilfe suchen',
  'help.chapters': 'Kapitel',
  'help.found': { one: '{n} Stelle', other: '{n} Stellen' },
  'help.none': 'In der Hilfe kommt „{query}“ nicht vor. Vielleicht hilft ein anderes Wort.',
  'help.here': 'Hilfe dazu',
  'help.previous': 'Davor: {title}',
  'help.next': 'Weiter: {title}',
  'help.sample.highlight': 'eine Markierung',
  'help.sample.highlight.words': 'unterlegt: einen Blick wert',
  'help.sample.claim': 'eine Behauptung',
  'help.sample.claim.words': 'eine durchgezogene Linie, ihr Stand am Rand: etwas zu prüfen',
  'help.sample.flag': 'ein Einwand',
  'help.sample.flag.words': 'eine Wellenlinie: so darf es nicht stehen bleiben',
  'help.sample.comment': 'ein Kommentar',
  'help.sample.comment.words': 'eine feine Linie auf Grau: jemand hat etwas dazu gesagt',
  'help.sample.suggestion': 'ein Vorschlag',
  'help.sample.suggestion.words': 'eine gepunktete Linie: vorgeschlagen, und Sie entscheiden',
  'help.sample.insertion': 'nicht Teil der Geschichte',
  'help.sample.insertion.words': 'eingeklammert und blass',
  'command.help.open': 'Hilfe',
}
