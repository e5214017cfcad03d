import type { Message } from './message'
import type { rulesEn } from './rules-en'

/** German of the house rules. */
export const rulesDe: Record<keyof typeof rulesEn, Message> = {
  'rules.open': 'Hausregeln …',
  'rules.title': 'Hausregeln dieser Bibliothek',
  'rules.intro':
    'Was hier ausgeschaltet ist, wird in keinem Text dieser Bibliothek vorgeschlagen. Was in einem Text entschieden wurde, bleibt.',
  'rules.builtIn': 'Regeln des Handwerks',
  'rules.pack': 'Aus der Sammlung „{name}“',
  'rules.partly': 'Die klaren Fälle werden gefunden. {left}',
  'rules.instead': 'Schreibt: {words}',
  'rules.words': { one: '{n} Ausdruck', other: '{n} Ausdrücke' },
  'rules.addPack': 'Regelsammlung hinzufügen …',
  'rules.packHint':
    'Eine Regelsammlung ist eine JSON-Datei: {"name": "Unser Ressort", "rules": [{"id": "D-1", "title": "Einfache Wörter", "text": "Einfache Wörter schreiben.", "words": ["zum jetzigen Zeitpunkt"], "instead": "jetzt"}]}. Sie bleibt, wie sie ist, im Ordner „rules“ der Bibliothek.',
  'rules.added': {
    one: 'Die Sammlung „{name}“ wurde hinzugefügt: {n} Regel.',
    other: 'Die Sammlung „{name}“ wurde hinzugefügt: {n} Regeln.',
  },
  'rules.muted': 'Stummgeschaltete Muster',
  'rules.noMuted':
    'Nichts ist stummgeschaltet. Beim Verwerfen eines Vorschlags lässt er sich für die ganze Bibliothek stummschalten.',
  'rules.mutedAbout': '{what} zu „{words}“',
  'rules.mutedBy': '{why} — {name}, {day}',
  'rules.unmute': 'Wieder vorschlagen',
  'rules.unmuteWhat': 'Wieder vorschlagen: {what} zu „{words}“',
  'rules.mute': 'In keinem Text dieser Bibliothek',
  'rules.muteHint':
    '„{words}“ wird nicht mehr als {what} vorgeschlagen. Die Hausregeln nennen es und nehmen es zurück.',
  'rules.nowMuted': 'In dieser Bibliothek stummgeschaltet.',
  'rules.takeInstead': 'Bitten, „{words}“ zu schreiben',
}
