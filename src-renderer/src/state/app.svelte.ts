import { createContext } from 'svelte'
import type { AppInfo } from '@contract/api'
import { createClient, type Client } from '@contract/client'
import { Announcer } from '../a11y/announcer.svelte'
import type { Platform } from '../a11y/keys'
import type { HostTransport } from '../host/transport'
import { Commands } from './commands.svelte'
import { LibraryState } from './library.svelte'
import { Notices } from './notices.svelte'
import { SettingsState } from './settings.svelte'
import { Tasks } from './tasks.svelte'
import { Zoom } from './zoom.svelte'

/** Where in a document to go on opening it; UTF-16 offsets. */
export interface Place {
  readonly start: number
  readonly end: number
  readonly annotation?: string
}

export type Route = { screen: 'library' } | { screen: 'document'; id: string; place?: Place }

/** What lies over the screen: one thing at a time. */
export type Overlay =
  | { kind: 'palette' }
  | { kind: 'keys' }
  | { kind: 'settings' }
  | { kind: 'paste'; text?: string }
  | { kind: 'export'; documents: readonly { id: string; title: string }[]; format?: string }

/** Everything the window knows besides the document that is open. Made once, passed by context. */
export class AppState {
  readonly client: Client
  readonly announcer = new Announcer()
  readonly notices = new Notices(this.announcer)
  readonly commands = new Commands()
  readonly tasks: Tasks
  readonly settings: SettingsState
  readonly library: LibraryState
  readonly zoom = new Zoom()
  readonly platform: Platform

  info = $state.raw<AppInfo>()
  route = $state.raw<Route>({ screen: 'library' })
  overlay = $state.raw<Overlay>()
  connected = $state(true)
  /** The step of the guided run that is shown, from 0; undefined while none runs. */
  tourStep = $state<number>()

  constructor(readonly transport: HostTransport) {
    this.client = createClient(transport)
    this.tasks = new Tasks(this.client)
    this.settings = new SettingsState(this.client, this.notices)
    this.library = new LibraryState(this.client, this.notices)
    this.platform = { mac: /mac/i.test(window.host?.platform ?? navigator.platform) }
    transport.onConnection((connected) => {
      this.connected = connected
      // What was missed while away is asked for again.
      if (connected) void this.library.load()
    })
    this.client.on('notice', ({ level, message }) => this.notices[level](message))
    this.client.on('menu.command', ({ command }) => this.commands.run(command))
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

  openLibrary(): void {
    this.route = { screen: 'library' }
  }
}

export const [getApp, setApp] = createContext<AppState>()
