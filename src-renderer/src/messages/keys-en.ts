import type { Message } from './message'

/** English of choosing keys. */
export const keysEn = {
  'keySettings.title': 'Choose keys',
  'keySettings.filter': 'Find a command',
  'keySettings.hint':
    'Press a key of the list to put another in its place. Tab leads into the list, the arrow keys move in it. The menus, the palette and the tooltips follow at once, in every window.',
  'keySettings.none': 'No key',
  'keySettings.change': '{what}: change {keys}',
  'keySettings.remove': '{what}: take {keys} away',
  'keySettings.add': '{what}: add a key',
  'keySettings.reset': '{what}: the usual keys again',
  'keySettings.resetAll': 'All usual keys again',
  'keySettings.press': 'Press the new keys for “{what}”. Escape leaves everything as it is.',
  'keySettings.now': '{what}: {keys}.',
  'keySettings.needed': '{keys} is what one moves and writes with in lists and fields. Press another.',
  'keySettings.held': '{keys} belongs to “{what}”.',
  'keySettings.swap': 'Swap: “{what}” gets {keys}',
  'keySettings.take': 'Take it over',
  'keySettings.other': 'Another key',
  'keySettings.taken':
    'The browser or the system may keep {keys} for itself. The command stays in the palette; add a second key if it does not answer.',
  'keySettings.letters': 'On some keyboards {keys} types a character. If it does on yours, choose another.',
  'settings.changeKeys': 'Choose keys…',
  'command.settings.keys': 'Choose keys…',
  'keys.byName': '“{what}”',
  'desk.acceptMany': 'Accept many…',
  'desk.acceptMany.which': 'Accept which? Type a kind, a reason or a score',
  'keys.change': 'Choose keys…',
} as const satisfies Record<string, Message>
