import type { Message } from './message'

/** English of the house rules. */
export const rulesEn = {
  'rules.open': 'House rules…',
  'rules.title': 'House rules of this library',
  'rules.intro':
    'What is switched off here is not proposed in any story of this library. What you decided in a story stays as it is.',
  'rules.builtIn': 'Rules of the trade',
  'rules.pack': 'From your pack “{name}”',
  'rules.partly': 'Its plain cases are found. {left}',
  'rules.instead': 'Writes: {words}',
  'rules.words': { one: '{n} expression', other: '{n} expressions' },
  'rules.addPack': 'Add a rule pack…',
  'rules.packHint':
    'A rule pack is a JSON file: {"name": "Our desk", "rules": [{"id": "D-1", "title": "Plain words", "text": "Write plain words.", "words": ["at this moment in time"], "instead": "now"}]}. It is kept as it is in the folder “rules” of the library.',
  'rules.added': { one: 'The pack “{name}” was added: {n} rule.', other: 'The pack “{name}” was added: {n} rules.' },
  'rules.muted': 'Muted patterns',
  'rules.noMuted': 'Nothing is muted. While dismissing a suggestion you can mute it for the whole library.',
  'rules.mutedAbout': '{what} about “{words}”',
  'rules.mutedBy': '{why} — {name}, {day}',
  'rules.unmute': 'Propose it again',
  'rules.unmuteWhat': 'Propose it again: {what} about “{words}”',
  'rules.mute': 'Not in any story of this library',
  'rules.muteHint': '“{words}” will not be proposed as {what} again. House rules lists it, and takes it back.',
  'rules.nowMuted': 'Muted in this library.',
  'rules.takeInstead': 'Ask to write “{words}”',
} as const satisfies Record<string, Message>
