import { createContext } from 'svelte'
import type { AppInfo, DocumentSummary } from '@contract/api'
import { createClient, type Client } from '@contract/client'
import { OPEN_DOCUMENT_COMMAND } from '@contract/menu'
import { Announcer } from '../a11y/announcer.svelte'
import type { Platform } from '../a11y/keys'
import type { PendingFile } from '../features/library/pending-files'
import type { HelpChapterId } from '../features/help/help-text'
import type { HostTransport } from '../host/transport'
import { commandLabel, Commands } from './commands.svelte'
import type { ExportRun } from './export-run.svelte'
import { FilingState } from './filing.svelte'
import { Imports } from './imports.svelte'
import { LibraryState } from './library.svelte'
import { keyNames, type KeyNames } from './key-names'
import { LibraryView } from './library-view.svelte'
import { Notices } from './notices.svelte'
import { Search } from './search.svelte'
import { SettingsState } from './settings.svelte'
import { Tasks } from './tasks.svelte'
import { Zoom } from './zoom.svelte'

/** Where in a document to go on opening it; UTF-16 offsets. */
export interface Place {
  readonly start: number
  readonly end: number
  readonly annotation?: string
}

export type Route =
  { screen: 'library' } | { screen: 'document'; id: string; place?: Place } | { screen: 'revisions'; id: string }

/** Takes files and pasted text in the place of the library, while a screen has another use for them. */
export interface FileReceiver {
  /** Over the window in which a text is pasted. */
  readonly title: string
  /** What becomes of files that are dropped. */
  readonly words: string
  take(files: readonly PendingFile[]): void
}

/** What lies over the screen: one thing at a time. */
export type Overlay =
  | { kind: 'palette' }
  | { kind: 'keys' }
  | { kind: 'settings' }
  | { kind: 'keySettings' }
  | { kind: 'rules' }
  | { kind: 'backups'; id: string; title: string }
  | { kind: 'attachment'; document: string; source: string; title: string; locator?: string }
  | { kind: 'report' }
  | { kind: 'licences' }
  | { kind: 'updates' }
  | { kind: 'statistics' }
  | { kind: 'repeated' }
  | { kind: 'label'; what: 'folder' | 'tags'; stories: readonly DocumentSummary[] }
  | { kind: 'rename'; label: { kind: 'folder' | 'tag'; name: string } }
  | { kind: 'paste'; text?: string }
  | { kind: 'export'; documents: readonly { id: string; title: string }[]; format?: string; run?: ExportRun }

/** Everything the window knows besides the document that is open. Made once, passed by context. */
export class AppState {
  readonly client: Client
  readonly announcer = new Announcer()
  readonly notices = new Notices(this.announcer)
  readonly commands = new Commands(
    () => this.settings.current,
    () => this.route.screen,
  )
  readonly tasks: Tasks
  readonly settings: SettingsState
  readonly library: LibraryState
  readonly libraryView: LibraryView
  readonly filing: FilingState
  readonly search: Search
  readonly imports: Imports
  readonly zoom = new Zoom()
  readonly platform: Platform

  info = $state.raw<AppInfo>()
  route = $state.raw<Route>({ screen: 'library' })
  overlay = $state.raw<Overlay>()
  /** The chapter of the help that is read, over whatever lies there. */
  help = $state.raw<HelpChapterId>()
  receiver = $state.raw<FileReceiver>()
  connected = $state(true)
  /** The program was started again and does not know this page's key. */
  keyRefused = $state(false)
  /** The step of the guided run that is shown, from 0; undefined while none runs. */
  tourStep = $state<number>()

  constructor(readonly transport: HostTransport) {
    this.client = createClient(transport)
    this.tasks = new Tasks(this.client)
    this.settings = new SettingsState(this.client, this.notices)
    this.library = new LibraryState(this.client, this.notices)
    this.libraryView = new LibraryView(this.library)
    this.filing = new FilingState(this.client, this.tasks, this.library, this.notices)
    this.search = new Search(this.client, this.notices)
    this.imports = new Imports({
      client: this.client,
      tasks: this.tasks,
      library: this.library,
      notices: this.notices,
      open: (id) => this.openDocument(id),
      compare: (id) => this.openRevisions(id),
      showLibrary: () => this.openLibrary(),
    })
    this.platform = { mac: /mac/i.test(window.host?.platform ?? navigator.platform) }
    transport.onConnection((connected, refused) => {
      this.connected = connected
      this.keyRefused = refused
      // What was missed while away is asked for again.
      if (connected) void this.library.load()
    })
    this.client.on('notice', ({ level, message }) => this.notices[level](message))
    this.client.on('document.changed', ({ document, saved }) => {
      // Everything on the desk is of the text that was there before.
      const { route } = this
      if (saved.change.revision && route.screen !== 'library' && route.id === document)
        this.route = { screen: route.screen, id: document }
    })
    this.client.on('menu.command', ({ command }) => this.#fromMenu(command))
  }

  async start(): Promise<void> {
    const [info] = await Promise.all([this.client.call('app.info'), this.settings.load(), this.library.load()])
    if (info.ok) this.info = info.value
    else this.notices.problem(info.error)
  }

  openDocument(id: string, place?: Place): void {
    this.overlay = undefined
    this.route = { screen: 'document', id, place }
  }

  /** The texts of a story side by side. */
  openRevisions(id: string): void {
    this.overlay = undefined
    this.route = { screen: 'revisions', id }
  }

  openLibrary(): void {
    this.route = { screen: 'library' }
  }

  /** The author of everything from now on. The id stays when only the name changes, so that earlier work is theirs. */
  saveAuthor(name: string, initials: string): Promise<boolean> {
    const id = this.settings.current.author?.id ?? crypto.randomUUID()
    return this.settings.set({ author: { id, name: name.trim(), initials: initials.trim() } })
  }

  async openSample(): Promise<boolean> {
    const result = await this.client.call('document.sample')
    if (result.ok) {
      this.library.put([result.value])
      this.openDocument(result.value.id)
    } else this.notices.problem(result.error)
    return result.ok
  }

  /** The guided run, on the sample story, unless a story is open already. */
  async startTour(): Promise<void> {
    if (this.route.screen === 'document' || (await this.openSample())) this.tourStep = 0
  }

  /** Undo and redo belong to a text field while one has the focus, as everywhere on the person's system. */
  #fromMenu(command: string): void {
    if (command.startsWith(OPEN_DOCUMENT_COMMAND)) this.openDocument(command.slice(OPEN_DOCUMENT_COMMAND.length))
    else if (isTyping() && command === 'edit.undo') document.execCommand('undo')
    else if (isTyping() && command === 'edit.redo') document.execCommand('redo')
    else this.commands.run(command)
  }

  /** Keys for sentences that name them. */
  get keyNames(): KeyNames {
    return keyNames(this.commands, this.platform)
  }

  /** A command as an item of a menu; nothing where it does not exist now. */
  commandItem(id: string): { id: string; label: string; keys: string | undefined; disabled: boolean; run(): void }[] {
    const command = this.commands.get(id)
    if (!command) return []
    const label = commandLabel(command)
    return [
      { id, label, keys: this.commands.shownKey(id), disabled: command.when?.() === false, run: () => command.run() },
    ]
  }
}

const isTyping = () => document.activeElement?.matches('input, textarea') ?? false

export const [getApp, setApp] = createContext<AppState>()
