/**
 * The Api table: every call there is, with its argument, its result and a line of documentation. IPC, HTTP and the
 * command line all go through it; a new call is one entry here and one handler in `services/`.
 */
import * as v from 'valibot'
import { Command } from './commands'
import { Detection, Id, Offset } from './entities'
import { ExportChoice, ExportCount, ExportedMany, ExportPreview } from './exporting'
import { Bytes, Exported, Imported, ImportFile } from './files'
import type { ToldChange } from './history'
import { NotesTaken, OpenDocument, Revised, Saved, type DocumentBeginning, type DocumentRest } from './opened'
import type { MatchedQuotations, ShownAttachment } from './records'
import { Brought, Hunk, Orphan, Revision, RevisionInfo } from './revisions'
import { HouseRules, KnownPassage, Mute } from './rules'
import { AppInfo, Settings } from './settings'
import { RepeatedPassages, Statistics, StatisticsQuestion } from './statistics'
import { StoryFilter } from './story-filter'
import { Backup, DocumentSummary, Filed, Filing, SEARCHED, SearchHit } from './summaries'

export * from './exporting'
export * from './files'
export * from './opened'
export * from './settings'
export * from './summaries'

/** What comes out of the library was checked when it was read; a long story is not checked again at every border. */
const read = <T>() => v.custom<T>((value) => typeof value === 'object' && value !== null)

const none = v.object({})
/** Given by the caller of a long call: names its progress events and lets `task.cancel` end it. */
const task = v.optional(Id)
const call = <A extends v.GenericSchema, R extends v.GenericSchema>(doc: string, args: A, result: R) => ({
  doc,
  args,
  result,
})

export const api = {
  'app.info': call('What runs, and on which library.', none, AppInfo),
  'app.report': call(
    'What somebody who helps needs to know, free of texts and names; shown whole before it is saved.',
    none,
    v.object({ fileName: v.string(), text: v.string() }),
  ),
  'app.updates': call(
    'Asks whether there is a newer release, because a person asked; nothing else ever uses the network.',
    none,
    v.object({
      release: v.optional(v.object({ version: v.string(), date: v.string(), notes: v.string(), page: v.string() })),
    }),
  ),
  'app.licences': call('The licences of what ships with the program.', none, v.object({ text: v.string() })),
  'settings.get': call('The settings of this person on this machine.', none, Settings),
  'settings.set': call('Changes the settings that are given.', v.partial(Settings), Settings),

  'library.list': call(
    'The documents of the library, newest change first: all of them, or only the first so many.',
    v.object({ first: v.optional(Offset) }),
    v.array(read<DocumentSummary>()),
  ),
  'library.search': call(
    'Full-text search over texts, annotations and sources.',
    v.object({
      query: v.pipe(v.string(), v.maxLength(500)),
      limit: v.optional(v.number()),
      /** Only in these; everywhere when left out. */
      where: v.optional(v.array(v.picklist(SEARCHED))),
      /** Only in the stories that pass. */
      within: v.optional(StoryFilter),
    }),
    v.array(SearchHit),
  ),
  'library.statistics': call(
    'The work done in the library, by week, by person, by reason.',
    StatisticsQuestion,
    Statistics,
  ),
  'library.repeated': call(
    'Passages that stand in at least so many stories, the commonest first.',
    v.object({ least: v.pipe(v.number(), v.integer(), v.minValue(2)) }),
    RepeatedPassages,
  ),
  'library.file': call(
    'Files several documents: into a folder, under tags, into the trash. One that cannot be filed keeps no other back.',
    v.object({ ids: v.array(Id), filing: Filing, task }),
    Filed,
  ),
  'library.export': call('The whole library as one package.', v.object({ task }), Exported),
  'library.import': call(
    'Adds what a package holds that the library has not.',
    v.object({ file: ImportFile, task }),
    v.array(Imported),
  ),
  'library.verify': call(
    'Reads every stored file and says what is wrong with it.',
    v.object({ repair: v.optional(v.boolean()), task }),
    v.object({
      checked: Offset,
      problems: v.array(v.object({ file: v.string(), message: v.string(), repaired: v.boolean() })),
    }),
  ),

  'document.import': call('Files into the library.', v.object({ files: v.array(ImportFile), task }), v.array(Imported)),
  'document.choose': call(
    'Asks for files with the system’s dialog, where the shell has one, and imports them.',
    v.object({ task }),
    v.array(Imported),
  ),
  'document.sample': call('Adds the sample story, or gives the one that is there.', none, DocumentSummary),
  'document.open': call('A document with its review and suggestions.', v.object({ id: Id }), OpenDocument),
  'document.begin': call(
    'As document.open, but of a long story at first only what is near `at`; document.rest gives the rest.',
    v.object({ id: Id, at: v.optional(Offset) }),
    read<DocumentBeginning>(),
  ),
  'document.rest': call(
    'The next part of a story that was begun.',
    v.object({ id: Id, opening: Id, part: Offset }),
    read<DocumentRest>(),
  ),
  'document.detect': call('Runs the detectors again.', v.object({ id: Id, task }), Detection),
  'document.describe': call(
    'Corrects what the import read: title, byline, date, source, language.',
    v.object({
      id: Id,
      title: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(500))),
      byline: v.optional(v.string()),
      date: v.optional(v.string()),
      source: v.optional(v.string()),
      language: v.optional(v.string()),
    }),
    DocumentSummary,
  ),
  'document.trash': call(
    'Puts a document into the library’s trash; nothing is deleted.',
    v.object({ id: Id }),
    DocumentSummary,
  ),
  'document.revise': call(
    'Adds a later text of the story; annotations are found again on it, or become orphans.',
    v.object({ id: Id, file: ImportFile, task }),
    Revised,
  ),
  'document.revision': call('One of the document’s texts.', v.object({ id: Id, number: v.number() }), Revision),
  'document.revisions': call(
    'The texts that a document had and has, oldest first, and what the last merge of somebody’s copy brought.',
    v.object({ id: Id }),
    v.object({ revisions: v.array(RevisionInfo), brought: v.optional(Brought) }),
  ),
  'document.history': call(
    'What was done to a review, newest first.',
    v.object({ id: Id }),
    v.array(read<ToldChange>()),
  ),
  'document.compare': call(
    'Two of the document’s texts, word by word.',
    v.object({ id: Id, from: v.number(), to: v.number() }),
    v.array(Hunk),
  ),
  'document.orphans': call(
    'Annotations without a place in the text, each with a place to propose where there is one.',
    v.object({ id: Id }),
    v.array(Orphan),
  ),
  'document.restore': call('Takes a document out of the trash.', v.object({ id: Id }), DocumentSummary),
  'document.backups': call('The backups of a document, newest first.', v.object({ id: Id }), v.array(Backup)),
  'document.restoreBackup': call(
    'Puts a backup in the place of a document; what was there becomes a backup itself.',
    v.object({ id: Id, backup: v.pipe(v.string(), v.maxLength(100)) }),
    DocumentSummary,
  ),
  'document.export': call('One document in one format.', v.object({ id: Id, ...ExportChoice.entries, task }), Exported),
  'export.count': call(
    'What a choice puts into the files, before any is made.',
    v.object({ documents: v.array(Id), ...ExportChoice.entries, task }),
    ExportCount,
  ),
  'export.preview': call(
    'How the file of a document begins, how large it is and what it cannot carry.',
    v.object({ id: Id, ...ExportChoice.entries, task }),
    ExportPreview,
  ),
  'export.many': call(
    'Several documents: as one archive or package, or each as a file in a folder that the shell asks for.',
    v.object({ documents: v.array(Id), ...ExportChoice.entries, apart: v.optional(v.boolean()), task }),
    ExportedMany,
  ),
  'file.save': call(
    'Hands a file that the window made to the person: through the shell’s dialog where it has one, else back as bytes.',
    v.object({ fileName: v.pipe(v.string(), v.minLength(1), v.maxLength(255)), mediaType: v.string(), bytes: Bytes }),
    Exported,
  ),
  'document.log': call(
    'The decision log as JSON lines, to measure the detectors with.',
    v.object({ id: Id }),
    Exported,
  ),

  'rules.get': call('What this library holds its stories to.', none, HouseRules),
  'rules.mute': call(
    'Suggestions of one kind about certain words are not made in this library any more.',
    v.pick(Mute, ['what', 'words', 'why']),
    HouseRules,
  ),
  'rules.unmute': call('Takes a muted pattern back.', v.object({ id: Id }), HouseRules),
  'rules.switch': call('Switches a house rule on or off.', v.object({ rule: v.string(), on: v.boolean() }), HouseRules),
  'rules.passage': call(
    'What this house says of a passage that repeats: boilerplate, or its own; without `is`, nothing any more.',
    v.object({ words: KnownPassage.entries.words, is: v.optional(KnownPassage.entries.is) }),
    HouseRules,
  ),
  'rules.addPack': call('Adds a file of house rules.', v.object({ file: ImportFile }), HouseRules),

  'review.do': call('Does a command; answers when it is on disk.', v.object({ document: Id, command: Command }), Saved),
  'review.undo': call('Takes the last change back.', v.object({ document: Id }), Saved),
  'review.redo': call('Does the change again that was taken back last.', v.object({ document: Id }), Saved),

  'review.importNotes': call(
    'Puts annotations from a file (W3C JSON-LD, Hypothesis, our own) onto a document, as one change.',
    v.object({ document: Id, file: ImportFile }),
    NotesTaken,
  ),

  'attachment.add': call(
    'Keeps a file by its hash; give the result to a source.',
    v.object({ file: ImportFile }),
    v.object({ sha256: v.string(), fileName: v.string(), mediaType: v.string(), bytes: Offset }),
  ),
  'attachment.show': call(
    'What can be looked at of the file that a source keeps.',
    v.object({ document: Id, source: Id, task }),
    read<ShownAttachment>(),
  ),
  'attachment.save': call(
    'Hands a copy of the file that a source keeps to the person.',
    v.object({ document: Id, source: Id }),
    Exported,
  ),
  'quotes.match': call(
    'The quotations of a story beside a record: the file that a source keeps, or one that is handed in.',
    v.object({ document: Id, source: v.optional(Id), file: v.optional(ImportFile), task }),
    read<MatchedQuotations>(),
  ),
  'link.open': call(
    'Opens an http, https or mailto address outside the app, after showing it.',
    v.object({ url: v.string() }),
    v.object({ opened: v.boolean() }),
  ),
  'task.cancel': call('Ends a long call; what it had not finished is as if never begun.', v.object({ task: Id }), none),
} as const

export type Api = typeof api
export type Method = keyof Api
export type Args<M extends Method> = v.InferInput<Api[M]['args']>
export type Checked<M extends Method> = v.InferOutput<Api[M]['args']>
export type Value<M extends Method> = v.InferOutput<Api[M]['result']>

export const events = {
  'library.changed': v.object({}),
  /** Somebody (this window, another one, the terminal through this process) changed a review. */
  'document.changed': v.object({ document: Id, saved: Saved }),
  'task.progress': v.object({ task: Id, done: v.number(), total: v.number(), label: v.string() }),
  'settings.changed': Settings,
  'rules.changed': HouseRules,
  /** The search knows now what it did not when it was asked last: asking again may find more. */
  'search.ready': v.object({}),
  /** A native menu item was chosen; the name is a command of the window's palette. */
  'menu.command': v.object({ command: v.string() }),
  /** Files opened from the system (double click, drop on the icon, second instance) were imported. */
  'files.imported': v.object({ imported: v.array(Imported) }),
  notice: v.object({ message: v.string(), level: v.picklist(['info', 'warning', 'error']) }),
} as const
export type Events = { [E in keyof typeof events]: v.InferOutput<(typeof events)[E]> }
export type EventName = keyof Events
