/** What the services need from outside, as interfaces; `store/`, `workers/` and the shells implement them. */
import type { AppInfo, DocumentSummary, ImportFile, SearchHit, Settings } from '../contract/api'
import type { ExportCount, ExportPreview, FailedExport } from '../contract/exporting'
import type { ExportFormat } from '../contract/files'
import type { Detection, Document } from '../contract/entities'
import type { DetectorInput } from '../core/detectors/detector'
import type { ReviewChoice } from '../core/exporters/choice'
import type { ImportedText, SourceFile } from '../core/importers/importer'
import type { ReadRecord } from '../core/records/read-record'
import type { QuotingStory } from '../core/records/story-quotations'
import type { JournalEntry, StoredDocument } from '../core/review/replay'
import type { HouseRules, RuleChoices } from '../contract/rules'
import type { MatchedQuotation, RecordText } from '../contract/records'
import type { RepeatedPassage, Statistics } from '../contract/statistics'

/** How a long piece of work is told to stop and says how far it is. */
export interface WorkContext {
  readonly signal?: AbortSignal
  progress?(done: number, total: number, label: string): void
}

export interface LoadedDocument {
  readonly stored: StoredDocument
  /** When what was read was written, ISO 8601. */
  readonly savedAt: string
  /** Why it cannot be changed, in a sentence. */
  readonly readOnly?: string
  /** What had to be repaired to read it, in sentences. */
  readonly notices: readonly string[]
}

/** A copy of a document as it once was, kept outside the document's own file. */
export interface StoredBackup {
  readonly name: string
  readonly stored: StoredDocument
  /** ISO 8601. */
  readonly savedAt: string
}

export interface StoredProblem {
  /** Relative to the library's folder. */
  readonly file: string
  readonly message: string
  readonly repaired: boolean
}

/** The library on disk. Every promise of a write is kept only when the bytes are on the disk (fsync). */
export interface LibraryStore {
  readonly folder: string
  /** Why nothing can be written, in a sentence. */
  readonly readOnly?: string
  /** Said once after opening: a lock that was taken over, a catalogue that was made again. */
  readonly notices: readonly string[]

  /** Ids of every stored document, with those whose summary in the catalogue is missing or out of date. */
  documents(): Promise<{ all: string[]; stale: string[] }>
  summaries(): readonly DocumentSummary[]
  /** `number` is of the last journal entry that it takes in. Derived, so it is written in its own time. */
  keepSummary(summary: DocumentSummary, number: number): Promise<void>

  /** Adds a document with the bytes of the file it came from. */
  create(stored: StoredDocument, original: Uint8Array | undefined): Promise<void>
  /** @throws AppError `not-found`, `damaged` or `newer-version` */
  read(id: string): Promise<LoadedDocument>
  /** Resolves when the entry is on disk; then, and only then, may anybody be told. */
  append(id: string, entry: JournalEntry): Promise<void>
  /** Writes the document whole, so that its journal need not be replayed. */
  snapshot(stored: StoredDocument): Promise<void>

  /** The backups of a document that can be read, newest first. */
  backups(id: string): Promise<StoredBackup[]>
  /**
   * Puts a backup in the place of a document; what was there becomes a backup itself, and later edits go on from here.
   *
   * @throws AppError `not-found` or `read-only`
   */
  restoreBackup(id: string, name: string): Promise<void>

  /** What this library holds its stories to. Changing it resolves when it is on disk. */
  readonly rules: {
    get(): HouseRules
    choose(choices: RuleChoices): Promise<void>
    /** @throws AppError `unreadable` when the bytes are no pack of rules */
    addPack(fileName: string, bytes: Uint8Array): Promise<void>
  }

  readDetection(id: string): Promise<Detection | undefined>
  writeDetection(id: string, detection: Detection): Promise<void>

  original(sha256: string): Promise<Uint8Array | undefined>
  attachment(sha256: string): Promise<Uint8Array | undefined>
  /** Keeps bytes by their hash; keeping them again does nothing. */
  keepBytes(kind: 'originals' | 'attachments', bytes: Uint8Array): Promise<string>

  verify(options: { repair: boolean } & WorkContext): Promise<{ checked: number; problems: StoredProblem[] }>
  /** Waits for what is under way, and gives the lock back. */
  close(): Promise<void>
}

export interface ImportOutcome {
  readonly imported: ImportedText
  readonly sha256: string
}

/** What the detectors need, as it crosses to a worker. */
export interface DetectionJob {
  readonly text: string
  readonly language: string
  readonly blocks: Document['blocks']
  readonly inlines: Document['inlines']
  readonly markup: NonNullable<DetectorInput['markup']>
  /** In how many other documents of the library a line stands; lines that stand in none are left out. */
  readonly seenElsewhere: ReadonlyMap<string, number>
}

/** What is done with records: a file is read as one, or a story's quotations are looked for in one. */
export type RecordJob =
  | { readonly op: 'read'; readonly file: SourceFile }
  | { readonly op: 'match'; readonly story: QuotingStory; readonly record: RecordText }
export interface RecordAnswers {
  readonly read: ReadRecord
  readonly match: readonly MatchedQuotation[]
}

/** What is asked of the thread that has read the whole library; one job is done after the other. */
export type SearchJob =
  | { readonly op: 'open'; readonly folder: string }
  | { readonly op: 'update'; readonly ids: readonly string[]; readonly gone: readonly string[] }
  /** In these documents and places only, where they are given. */
  | {
      readonly op: 'find'
      readonly query: string
      readonly limit: number
      readonly only?: readonly string[] | undefined
      readonly where?: readonly SearchHit['where'][] | undefined
    }
  /** In how many other documents than this one the lines stand. */
  | { readonly op: 'elsewhere'; readonly id: string; readonly lines: readonly string[] }
  | { readonly op: 'repeated'; readonly least: number }
  /** Of these documents only, where they are given; from the week of `since` on, an ISO time. */
  | {
      readonly op: 'statistics'
      readonly only?: readonly string[] | undefined
      readonly since?: string | undefined
    }
  | { readonly op: 'save' }
export interface SearchAnswer {
  /** Each document that the index holds, with what tells whether it has changed since. */
  readonly known?: readonly (readonly [id: string, stamp: string])[]
  readonly hits?: readonly SearchHit[]
  /** For each line that was asked for. */
  readonly elsewhere?: readonly number[]
  readonly repeated?: readonly RepeatedPassage[]
  readonly statistics?: Omit<Statistics, 'complete'>
}

/** The time and the program that a made file names. */
export interface Making {
  /** ISO 8601, UTC. */
  readonly now: string
  /** "Blue Pencil 0.1.0". */
  readonly generator: string
}

/** What exports ask of their thread, which reads the documents from the library's folder itself. */
export type ExportJob = { readonly folder: string } & (
  | {
      readonly op: 'make'
      readonly id: string
      readonly format: ExportFormat
      readonly choice: ReviewChoice
      readonly making: Making
      /** Gives the bytes as an archive keeps them. */
      readonly pressed?: boolean
    }
  | {
      readonly op: 'preview'
      readonly id: string
      readonly format: ExportFormat
      readonly choice: ReviewChoice
      readonly making: Making
    }
  | { readonly op: 'count'; readonly ids: readonly string[]; readonly choice: ReviewChoice }
  | {
      readonly op: 'package'
      readonly ids: readonly string[]
      /** Left out for everything as it is stored, with what was done and undone. */
      readonly choice?: ReviewChoice
      readonly making: Making
    }
)
export interface ExportAnswers {
  readonly make: MadeExport
  readonly preview: ExportPreview
  readonly count: ExportCount
  readonly package: MadePackage
}
export interface MadeExport {
  readonly fileName: string
  /** With the dots. */
  readonly extension: string
  readonly mediaType: string
  readonly losses: string[]
  /** One of the two, as the job asked. */
  readonly bytes?: Uint8Array
  readonly pressed?: PressedFile
}
/** A file as an archive keeps it. */
export interface PressedFile {
  /** Of the file itself, as is `size` (bytes). */
  readonly crc: number
  readonly size: number
  readonly deflated: boolean
  readonly content: Uint8Array
}
export interface MadePackage {
  readonly mediaType: string
  /** Of the first document in it. */
  readonly title: string
  readonly bytes: Uint8Array
  /** Documents that could not be read, without their titles. */
  readonly failed: FailedExport[]
}

/** Work that is longer than a frame: it is cancelled by its signal and cannot take the app down. */
export interface Workers {
  import(file: SourceFile, context?: WorkContext): Promise<ImportOutcome>
  detect(job: DetectionJob, context?: WorkContext): Promise<Detection>
  search(job: SearchJob): Promise<SearchAnswer>
  record<J extends RecordJob>(job: J, what: string, context?: WorkContext): Promise<RecordAnswers[J['op']]>
  /** @param what names the job in a sentence, such as the story that is exported */
  export<J extends ExportJob>(job: J, what: string, context?: WorkContext): Promise<ExportAnswers[J['op']]>
  close(): Promise<void>
}

export interface SettingsStore {
  get(): Settings
  /** Resolves when the settings are on disk. */
  set(changes: Partial<Settings>): Promise<Settings>
  /** Said once after opening. */
  readonly notices: readonly string[]
}

/** Reads what a person named by its path. Only shells that may hand in paths have one. */
export interface InputFiles {
  /** Files as they are, folders as the files in them; what cannot be used is given with its reason. */
  expand(paths: readonly string[], signal?: AbortSignal): Promise<InputFile[]>
  /** @throws AppError `not-found`, `unreadable` or `too-large` */
  read(path: string): Promise<Uint8Array>
}
export interface InputFile {
  readonly path: string
  readonly name: string
  readonly problem?: { code: 'not-found' | 'unreadable' | 'unsupported' | 'too-large'; message: string }
}

/** What a shell can do for a person, beyond showing the page. */
export interface Shell {
  readonly kind: AppInfo['shell']
  /** `process.platform`. */
  readonly platform: string
  /** Whether callers may name files by path; a page in a browser may not. */
  readonly mayReadPaths: boolean
  /** Asks for files; nothing when the person closed the dialog. */
  chooseFiles?(): Promise<{ name: string; path: string }[] | undefined>
  /** Asks where to, and writes; the path, or nothing when the person closed the dialog. */
  saveFile?(suggestedName: string, mediaType: string, bytes: Uint8Array): Promise<string | undefined>
  /** Asks for a folder to write several files into; nothing when the person closed the dialog. */
  chooseFolder?(): Promise<string | undefined>
  /** Writes a file into that folder, whole or not at all, in the place of no other; its path. */
  writeInto?(folder: string, fileName: string, bytes: Uint8Array): Promise<string>
  /** Opens an address outside the app after showing it whole; whether it was opened. */
  openLink?(url: string): Promise<boolean>
}

export interface Ports {
  readonly store: LibraryStore
  readonly workers: Workers
  readonly settings: SettingsStore
  readonly shell: Shell
  readonly inputs?: InputFiles
  readonly version: string
  /** The story that a first start shows. */
  sample(): Promise<Required<Pick<ImportFile, 'name' | 'bytes'>>>
  /** SHA-256 of bytes, in hexadecimal. */
  hash(bytes: Uint8Array): string
  /** ISO 8601, UTC. */
  clock(): string
  /** Unique across libraries. */
  newId(): string
  /** What runs underneath, by name, for a report. */
  machine?(): Readonly<Record<string, string>>
  /** The newest lines of the log of faults. */
  log?(): string
  /** The release that is newer than this program, asked for over the network. @throws AppError when nobody can say */
  findUpdate?(): Promise<{ version: string; date: string; notes: string; page: string } | undefined>
  /** The licences of what ships with the program, as one text. */
  licences?(): Promise<string>
  /** Told of what was not foreseen, for the log. */
  onFault?(where: string, thrown: unknown): void
}
