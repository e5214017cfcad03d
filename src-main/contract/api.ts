/**
 * The Api table: every call there is, with its argument, its result and a line of documentation. IPC, HTTP and the
 * command line all go through it; a new call is one entry here and one handler in `services/`.
 */
import * as v from 'valibot'
import { Command } from './commands'
import { Hunk, Orphan, PlacedOutcome, Revision, RevisionInfo } from './revisions'
import { Author, Change, Detection, Document, Id, Offset, Review, Time } from './entities'
import { ANNOTATION_KINDS, EXPORT_PROFILES, VERDICTS } from './taxonomies'
import { Problem } from './result'
import { HouseRules, Mute } from './rules'

export const EXPORT_FORMATS = [
  'html',
  'docx',
  'pdf',
  'md',
  'jsonld',
  'xlsx',
  'csv',
  'txt',
  'brat',
  'tei',
  'hypothesis',
  'claimreview',
] as const
export const ExportFormat = v.picklist(EXPORT_FORMATS)
export type ExportFormat = v.InferOutput<typeof ExportFormat>

/** Uint8Array crosses IPC as it is and HTTP as base64 (see wire.ts). */
const Bytes = v.custom<Uint8Array>((value) => value instanceof Uint8Array, 'Bytes are a Uint8Array.')

/** A file handed in by its bytes (drop, upload, paste) or, from a shell that may, by its path. */
export const ImportFile = v.object({ name: v.string(), bytes: v.optional(Bytes), path: v.optional(v.string()) })
export type ImportFile = v.InferOutput<typeof ImportFile>

/** What comes out of the library was checked when it was read; a long story is not checked again at every border. */
const read = <T>() => v.custom<T>((value) => typeof value === 'object' && value !== null)

/**
 * The sourcing barcode as short as it can be, because a library shows ten thousand of them: a character for each of
 * equal stretches of the story, the first letter of how most of that stretch stands.
 */
export const Barcode = v.pipe(v.string(), v.regex(/^[sauoi]{0,60}$/))

/** What the catalogue keeps of a document: enough for the library's list, nothing that cannot be made again. */
export const DocumentSummary = v.object({
  id: Id,
  title: v.string(),
  byline: v.optional(v.string()),
  source: v.optional(v.string()),
  language: v.string(),
  fileName: v.string(),
  mediaType: v.string(),
  /** Of the file it came from; duplicates are noticed by it. */
  sha256: v.string(),
  words: Offset,
  importedAt: Time,
  changedAt: Time,
  verdict: v.picklist(VERDICTS),
  counts: v.object({
    suggestions: Offset,
    claims: Offset,
    sourced: Offset,
    openFlags: Offset,
    mustFix: Offset,
    comments: Offset,
    highlights: Offset,
  }),
  barcode: Barcode,
  trashed: v.boolean(),
  /** Number of the text that it is of; left out for a first one. */
  revision: v.optional(Offset),
  /** SHA-256 of the files that its other texts came from. */
  otherFiles: v.optional(v.array(v.string())),
})
export type DocumentSummary = v.InferOutput<typeof DocumentSummary>

/** The ops of the changes that undo and redo would act on now. */
export const HistoryState = v.object({ undo: v.optional(v.string()), redo: v.optional(v.string()) })
export type HistoryState = v.InferOutput<typeof HistoryState>

/** A document opened for work. */
export const OpenDocument = v.object({
  document: Document,
  /** Its texts, oldest first, the one in `document` last. */
  revisions: v.array(RevisionInfo),
  review: Review,
  detection: Detection,
  history: HistoryState,
  savedAt: Time,
  /** Why it cannot be changed (a newer file version, a library held by somebody else), in a sentence. */
  readOnly: v.optional(v.string()),
  /** Said once on opening: what had to be repaired. */
  notices: v.array(v.string()),
})
export type OpenDocument = v.InferOutput<typeof OpenDocument>

/**
 * A document opened for work, at once: with `opening` set, `review` holds what is near the place where one reads and
 * `detection` nothing, and `document.rest` gives all of both, part by part.
 */
export type DocumentBeginning = OpenDocument & { opening?: string | undefined }

/** A part of what an opening left out; annotations come in the order of the text. */
export interface DocumentRest extends Pick<Review, 'annotations' | 'replies' | 'decisions'> {
  /** Of the detection, once its parts come. */
  version?: string | undefined
  suggestions: Detection['suggestions']
  sentences: Detection['sentences']
  /** The part to ask for next; left out by the last. */
  next?: number | undefined
}

/** Answer to an edit, given only when the edit is on disk. */
export const Saved = v.object({ change: Change, history: HistoryState, savedAt: Time })
export type Saved = v.InferOutput<typeof Saved>

/** What adding a later text did. */
export const Revised = v.object({
  saved: Saved,
  /** Number of the new revision. */
  revision: v.number(),
  /** Of every annotation. */
  outcomes: v.array(PlacedOutcome),
  /** What the file had that could not be kept, and what was guessed, in sentences. */
  notices: v.array(v.string()),
})
export type Revised = v.InferOutput<typeof Revised>

export const Imported = v.object({
  fileName: v.string(),
  /** Set where it went well. */
  document: v.optional(DocumentSummary),
  /** Set where the library already had it; nothing was added, `document` is the one that was there. */
  duplicate: v.optional(v.boolean()),
  /** Set where the file carried a review of `document`, which was there, and what it says was taken in. */
  merged: v.optional(v.boolean()),
  /** What came with the file besides its text, in sentences: comments, a later text, what was decided on two ways. */
  notices: v.optional(v.array(v.string())),
  error: v.optional(Problem),
})
export type Imported = v.InferOutput<typeof Imported>

export const SearchHit = v.object({
  document: Id,
  title: v.string(),
  where: v.picklist(['title', 'text', 'claim', 'flag', 'comment', 'highlight', 'source']),
  annotation: v.optional(Id),
  start: Offset,
  end: Offset,
  /** Words around the hit; `matches` are ranges in it, UTF-16. */
  snippet: v.string(),
  matches: v.array(v.tuple([Offset, Offset])),
  score: v.number(),
})
export type SearchHit = v.InferOutput<typeof SearchHit>

export const Settings = v.object({
  /** Nobody until the app has asked, once. */
  author: v.optional(Author),
  theme: v.picklist(['system', 'light', 'dark']),
  /** Of the article, in CSS pixels. */
  textSize: v.pipe(v.number(), v.minValue(12), v.maxValue(40)),
  /** Characters a line. */
  lineLength: v.pipe(v.number(), v.minValue(40), v.maxValue(110)),
  /** Single-letter keys can be switched off (WCAG 2.1.4). */
  letterKeys: v.boolean(),
  showOutline: v.boolean(),
  showMargin: v.boolean(),
  tourDone: v.boolean(),
  recent: v.array(v.object({ id: Id, title: v.string() })),
})
export type Settings = v.InferOutput<typeof Settings>

export const AppInfo = v.object({
  version: v.string(),
  shell: v.picklist(['electron', 'browser', 'cli']),
  platform: v.string(),
  library: v.string(),
  readOnly: v.optional(v.string()),
})
export type AppInfo = v.InferOutput<typeof AppInfo>

/** A file made by an export. A shell with a save dialog writes it and gives the path; others hand out the bytes. */
export const Exported = v.object({
  fileName: v.string(),
  mediaType: v.string(),
  bytes: v.optional(Bytes),
  savedTo: v.optional(v.string()),
  /** The person closed the dialog. */
  cancelled: v.optional(v.boolean()),
  /** What this format cannot carry, in sentences. */
  losses: v.array(v.string()),
})
export type Exported = v.InferOutput<typeof Exported>

/** A copy of a document as it once was; what is counted is what tells one from another. */
export const Backup = v.object({
  name: v.string(),
  savedAt: Time,
  annotations: Offset,
  sources: Offset,
  verdict: v.picklist(VERDICTS),
  /** Whether it holds exactly what the document holds now. */
  current: v.boolean(),
})
export type Backup = v.InferOutput<typeof Backup>

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
    v.object({ query: v.pipe(v.string(), v.maxLength(500)), limit: v.optional(v.number()) }),
    v.array(SearchHit),
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
  'document.export': call(
    'One document in one format.',
    v.object({
      id: Id,
      format: ExportFormat,
      confidential: v.optional(v.boolean()),
      profile: v.optional(v.picklist(EXPORT_PROFILES)),
      /** Ids of the authors whose work goes into it; everybody’s when left out. */
      reviewers: v.optional(v.array(Id)),
      kinds: v.optional(v.array(v.picklist(ANNOTATION_KINDS))),
      /** Gives the bytes, also where the shell has a save dialog: for several files that are saved as one. */
      inHand: v.optional(v.boolean()),
      task,
    }),
    Exported,
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
  'rules.addPack': call('Adds a file of house rules.', v.object({ file: ImportFile }), HouseRules),

  'review.do': call('Does a command; answers when it is on disk.', v.object({ document: Id, command: Command }), Saved),
  'review.undo': call('Takes the last change back.', v.object({ document: Id }), Saved),
  'review.redo': call('Does the change again that was taken back last.', v.object({ document: Id }), Saved),

  'attachment.add': call(
    'Keeps a file by its hash; give the result to a source.',
    v.object({ file: ImportFile }),
    v.object({ sha256: v.string(), fileName: v.string(), mediaType: v.string(), bytes: Offset }),
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
