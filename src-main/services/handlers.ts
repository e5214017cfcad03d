import type { Imported, ImportFile } from '../contract/api'
import type { Handlers } from '../contract/dispatch'
import { AppError } from '../contract/result'
import { safeFileName } from '../core/exporters/file-name'
import { describeBackups } from './backups'
import { decisionLog } from './decision-log'
import type { EventHub } from './events'
import type { Exchange } from './exchange'
import { handOver, type Exporting } from './exporting'
import type { Importing } from './importing'
import { createMatching } from './matching'
import { mediaTypeOf } from './media-type'
import { createNoting } from './noting'
import { createFiling } from './filing'
import { createOpening } from './opening'
import { createRevising } from './revising'
import type { Ports } from './ports'
import { writeReport } from './report'
import type { Rules } from './rules'
import type { Search } from './search'
import type { Sessions } from './sessions'
import type { Summaries } from './summaries'
import type { Task, Tasks } from './tasks'

interface Services {
  readonly ports: Ports
  readonly events: EventHub
  readonly tasks: Tasks
  readonly sessions: Sessions
  readonly summaries: Summaries
  readonly search: Search
  readonly importing: Importing
  readonly exchange: Exchange
  readonly exporting: Exporting
  readonly rules: Rules
}

/** How many documents "open recent" offers. */
const RECENT = 10

/** The Api table's right-hand side: each call in terms of the services. */
export function createHandlers(services: Services): Handlers {
  const { ports, events, tasks, sessions, summaries, search, importing, exchange, exporting, rules } = services
  const { store, settings, shell } = ports
  const revising = createRevising(ports, sessions, importing.bytesOf)
  const matching = createMatching(ports, sessions, importing.bytesOf)
  const takeNotes = createNoting(sessions, importing.bytesOf, ports)
  const opening = createOpening(sessions, ports.newId)
  const file = createFiling({ store, sessions, summaries, events })

  async function changeSettings(changes: Parameters<typeof settings.set>[0]) {
    const changed = await settings.set(changes)
    events.emit('settings.changed', changed)
    return changed
  }

  async function remember(id: string, title: string): Promise<void> {
    // What a script reads in the terminal is not what a person had open.
    if (shell.kind === 'cli') return
    const { recent } = settings.get()
    if (recent[0]?.id === id && recent[0].title === title) return
    const others = recent.filter((one) => one.id !== id)
    await changeSettings({ recent: [{ id, title }, ...others].slice(0, RECENT) })
  }

  async function attach(file: ImportFile) {
    const bytes = await importing.bytesOf(file)
    if (bytes.byteLength === 0) throw new AppError('empty', `${file.name} is empty.`)
    const sha256 = await store.keepBytes('attachments', bytes)
    return { sha256, fileName: file.name, mediaType: mediaTypeOf(file.name), bytes: bytes.byteLength }
  }

  async function choose(task: Task): Promise<Imported[]> {
    if (!shell.chooseFiles)
      throw new AppError('not-allowed', 'This window has no dialog for files. Drop them onto it instead.')
    const chosen = await shell.chooseFiles()
    return chosen ? importing.files(chosen, task) : []
  }

  return {
    'app.info': () => ({
      version: ports.version,
      shell: shell.kind,
      platform: shell.platform,
      library: store.folder,
      readOnly: store.readOnly,
    }),
    async 'app.report'() {
      const now = ports.clock()
      const text = writeReport({
        version: ports.version,
        shell: shell.kind,
        now,
        machine: { system: shell.platform, ...ports.machine?.() },
        readOnly: store.readOnly !== undefined,
        documents: store.summaries(),
        settings: settings.get(),
        log: ports.log?.() ?? '',
      })
      return { fileName: `blue-pencil-report-${now.slice(0, 10)}.txt`, text }
    },
    'app.updates': async () => ({ release: await ports.findUpdate?.() }),
    'app.licences': async () => ({ text: (await ports.licences?.()) ?? '' }),
    'settings.get': () => settings.get(),
    'settings.set': (changes) => changeSettings(changes),

    'library.list': ({ first }) => summaries.list(first),
    'library.search': ({ query, ...scope }) => search.find(query, scope),
    'library.statistics': (question) => search.statistics(question),
    'library.repeated': ({ least }) => search.repeated(least),
    'library.file': ({ ids, filing, task }, context) =>
      tasks.run(task, context, (running) => file(ids, filing, running)),
    'library.export': ({ task }, context) => tasks.run(task, context, (running) => exporting.library(running)),
    'library.import': ({ file, task }, context) =>
      tasks.run(task, context, async (running) =>
        exchange.importPackage(file.name, await importing.bytesOf(file), running),
      ),
    'library.verify': ({ repair, task }, context) =>
      tasks.run(task, context, (running) => store.verify({ repair: repair ?? false, ...running })),

    'document.import': ({ files, task }, context) =>
      tasks.run(task, context, (running) => importing.files(files, running)),
    'document.choose': ({ task }, context) => tasks.run(task, context, choose),
    'document.sample': () => importing.sample(),
    async 'document.open'({ id }, context) {
      const opened = await sessions.open(id, { signal: context.signal })
      // A list of what was open last is a comfort: that it cannot be written keeps nobody from reading.
      await remember(id, opened.document.title).catch(() => {})
      return opened
    },
    async 'document.begin'({ id, at }, context) {
      const begun = await opening.begin(id, at ?? 0, { signal: context.signal })
      // After the answer: one waits for the text, and for nothing else.
      setTimeout(() => void remember(id, begun.document.title).catch(() => {}))
      return begun
    },
    'document.rest': ({ id, opening: name, part }, context) => opening.rest(id, name, part, { signal: context.signal }),
    'document.detect': ({ id, task }, context) => tasks.run(task, context, (running) => sessions.detect(id, running)),
    'document.revise': ({ id, file, task }, context) =>
      tasks.run(task, context, (running) => revising.revise(id, file, running)),
    'document.revision': ({ id, number }) => revising.revision(id, number),
    'document.history': ({ id }) => revising.history(id),
    'document.revisions': ({ id }) => revising.revisions(id),
    'document.compare': ({ id, from, to }) => revising.compare(id, from, to),
    'document.orphans': ({ id }) => revising.orphans(id),
    async 'document.describe'({ id, ...description }) {
      await sessions.describe(id, description)
      return summaries.one(id)
    },
    async 'document.trash'({ id }) {
      await sessions.trash(id, true)
      return summaries.one(id)
    },
    async 'document.restore'({ id }) {
      await sessions.trash(id, false)
      return summaries.one(id)
    },
    async 'document.backups'({ id }) {
      const { stored } = await sessions.peek(id)
      return describeBackups(await store.backups(id), stored)
    },
    async 'document.restoreBackup'({ id, backup }) {
      await sessions.restore(id, backup)
      return summaries.one(id)
    },
    'document.export': ({ id, task, ...choice }, context) =>
      tasks.run(task, context, (running) => exporting.one(id, choice, running)),
    'export.count': ({ documents, task, ...choice }, context) =>
      tasks.run(task, context, (running) => exporting.count(documents, choice, running)),
    'export.preview': ({ id, task, ...choice }, context) =>
      tasks.run(task, context, (running) => exporting.preview(id, choice, running)),
    'export.many': ({ documents, apart, task, ...choice }, context) =>
      tasks.run(task, context, (running) => exporting.many(documents, choice, apart ?? false, running)),
    'file.save': (file) => handOver(ports, { ...file, fileName: safeName(file.fileName) }),
    async 'document.log'({ id }) {
      const { document, review, detection } = await sessions.open(id)
      return handOver(ports, {
        fileName: safeFileName(`${document.title} decisions`, '.jsonl'),
        mediaType: 'application/jsonl',
        bytes: new TextEncoder().encode(decisionLog(document, review, detection)),
      })
    },

    'rules.get': async () => rules.get(),
    'rules.mute': (mute) => rules.mute(mute),
    'rules.unmute': ({ id }) => rules.unmute(id),
    'rules.switch': ({ rule, on }) => rules.switch(rule, on),
    'rules.passage': ({ words, is }) => rules.passage(words, is),
    'rules.addPack': ({ file }) => rules.addPack(file),

    'review.do': ({ document, command }) => sessions.do(document, command),
    'review.undo': ({ document }) => sessions.undo(document),
    'review.redo': ({ document }) => sessions.redo(document),

    'review.importNotes': ({ document, file }) => takeNotes(document, file),

    'attachment.add': ({ file }) => attach(file),
    'attachment.show': ({ document, source, task }, context) =>
      tasks.run(task, context, (running) => matching.show(document, source, running)),
    'attachment.save': ({ document, source }) => matching.save(document, source),
    'quotes.match': ({ document, source, file, task }, context) =>
      tasks.run(task, context, (running) => matching.match(document, { source, file }, running)),
    async 'link.open'({ url }) {
      if (!allowedLink(url))
        throw new AppError('not-allowed', 'Only http, https and mailto addresses are opened outside Blue Pencil.')
      return { opened: shell.openLink ? await shell.openLink(url) : false }
    },
    'task.cancel'({ task }) {
      tasks.cancel(task)
      return {}
    },
  }
}

/** A name from the window as one that every file system takes, its extension kept. */
function safeName(name: string): string {
  const extension = /\.[a-z0-9]{1,12}$/i.exec(name)?.[0] ?? ''
  return safeFileName(name.slice(0, name.length - extension.length), extension)
}

function allowedLink(url: string): boolean {
  try {
    return ['http:', 'https:', 'mailto:'].includes(new URL(url).protocol)
  } catch {
    return false
  }
}
