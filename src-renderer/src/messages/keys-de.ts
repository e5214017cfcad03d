import type { keysEn } from './keys-en'
import type { Message } from './message'

/** German of choosing keys. */
export const keysDe: Record<keyof typeof keysEn, Message> = {
  'keySettings.title': 'Tasten wählen',
  'keySettings.filter': 'Befehl suchen',
  'keySettings.hint':
    'Wer eine Taste der Liste drückt, kann eine andere an ihre Stelle setzen. Tab führt in die Liste, die Pfeiltasten bewegen sich in ihr. Menüs, Befehlsliste und Hinweise folgen sofort, in jedem Fenster.',
  'keySettings.none': 'Keine Taste',
  'keySettings.change': '{what}: {keys} ändern',
  'keySettings.remove': '{what}: {keys} wegnehmen',
  'keySettings.add': '{what}: eine Taste dazu',
  'keySettings.reset': '{what}: wieder die üblichen Tasten',
  'keySettings.resetAll': 'Wieder alle üblichen Tasten',
  'keySettings.press': 'Die neuen Tasten für „{what}“ drücken. Mit Escape bleibt alles, wie es ist.',
  'keySettings.now': '{what}: {keys}.',
  'keySettings.needed':
    'Mit {keys} bewegt man sich und schreibt man in Listen und Feldern. Bitte andere Tasten drücken.',
  'keySettings.held': '{keys} gehört zu „{what}“.',
  'keySettings.swap': 'Tauschen: „{what}“ bekommt {keys}',
  'keySettings.take': 'Übernehmen',
  'keySettings.other': 'Andere Taste',
  'keySettings.taken':
    'Vielleicht behält der Browser oder das System {keys} für sich. Der Befehl bleibt in der Befehlsliste; antwortet er nicht, hilft eine zweite Taste.',
  'keySettings.letters':
    'Auf manchen Tastaturen schreibt {keys} ein Zeichen. Wenn auf Ihrer auch, wählen Sie andere Tasten.',
  'settings.changeKeys': 'Tasten wählen …',
  'command.settings.keys': 'Tasten wählen …',
  'keys.byName': '„{what}“',
  'desk.acceptMany': 'Viele annehmen …',
  'desk.acceptMany.which': 'Welche annehmen? Art, Grund oder Sicherheit tippen',
  'keys.change': 'Tasten wählen …',
}
