import type { Message } from './message'

/** English of the help’s frame; its chapters are in help-text-en.ts. */
export const helpEn = {
  'help.title': 'Help',
  'help.search': 'Search the help',
  'help.chapters': 'Chapters',
  'help.found': { one: '{n} passage', other: '{n} passages' },
  'help.none': 'Nothing in the help has “{query}”. Try another word.',
  'help.here': 'Help on this',
  'help.previous': 'Before: {title}',
  'help.next': 'Next: {title}',
  'help.sample.highlight': 'a highlight',
  'help.sample.highlight.words': 'a wash: worth a look',
  'help.sample.claim': 'a claim',
  'help.sample.claim.words': 'a solid line, its status in the margin: something to check',
  'help.sample.flag': 'a flag',
  'help.sample.flag.words': 'a wavy line: it may not stand as it is',
  'help.sample.comment': 'a comment',
  'help.sample.comment.words': 'a thin line on grey: somebody said something of it',
  'help.sample.suggestion': 'a suggestion',
  'help.sample.suggestion.words': 'a dotted line: proposed, and yours to decide',
  'help.sample.insertion': 'not part of the story',
  'help.sample.insertion.words': 'bracketed and dimmed',
  'command.help.open': 'Help',
} as const satisfies Record<string, Message>
