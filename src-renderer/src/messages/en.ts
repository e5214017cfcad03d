import type { ExportFormat } from '@contract/api'
import type { Message } from './message'

type FormatKey = `format.${ExportFormat}` | `format.${ExportFormat}.for` | `format.${ExportFormat}.losses`

const formats: Record<FormatKey, Message> = {
  'format.html': 'Web page',
  'format.html.for':
    'One file that opens in any browser, offline: the story with every mark, to read, filter and print.',
  'format.html.losses': 'Nothing is left out.',
  'format.md': 'Markdown',
  'format.md.for': 'For writers who work in plain text: CriticMarkup in the text, notes and sources as footnotes.',
  'format.md.losses': 'Marks that overlap are written one after the other; colours and scores are left out.',
  'format.jsonld': 'W3C annotations',
  'format.jsonld.for':
    'For archives and other programs: an AnnotationCollection with position and quotation of each mark.',
  'format.jsonld.losses': 'Suggestions that nobody has decided on are left out.',
  'format.csv': 'Claim ledger',
  'format.csv.for': 'A table for the desk: each claim with its status, speaker and sources.',
  'format.csv.losses': 'Only claims: highlights, flags and comments are left out.',
  'format.txt': 'Clean copy',
  'format.txt.for': 'The bare text, without what was flagged as not part of the story.',
  'format.txt.losses': 'All marks, notes and sources are left out.',
}

/** English of everything but the reading desk. */
export const en = {
  ...formats,

  'app.name': 'Blue Pencil',
  'app.starting': 'Opening the library …',
  'app.skip': 'Skip to the content',
  'app.toolbar': 'Toolbar',
  'app.status': 'Status',
  'app.notices': 'Notices',
  'app.readOnly': 'Read only',

  'common.cancel': 'Cancel',
  'common.close': 'Close',
  'common.done': 'Done',
  'common.undo': 'Undo',
  'common.back': 'Back',
  'common.next': 'Next',
  'common.more': 'More',
  'common.filter': 'Type to filter',
  'common.nothingFound': 'Nothing fits “{query}”.',
  'common.cancelling': 'Stopping …',
  'common.keys': 'Keys: {keys}',

  'time.yesterday': 'yesterday',

  'status.saved': 'Saved {time}',
  'status.allSaved': 'All saved',
  'status.offline': 'Offline',
  'status.offline.why': 'Blue Pencil never uses the network. Everything stays on this machine.',
  'status.lost': 'No answer from Blue Pencil. Trying again …',
  'status.stories': { one: '{n} story', other: '{n} stories' },
  'status.claims': { one: '{n} claim', other: '{n} claims' },
  'status.mustFix': { one: '{n} must fix', other: '{n} must fix' },
  'status.reviewer': 'Reviewer: {name}',
} as const satisfies Record<string, Message>
