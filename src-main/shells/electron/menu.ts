import type { MenuItemConstructorOptions } from 'electron'
import { OUT_FORMATS, type Settings } from '../../contract/api'
import { toAccelerator } from '../../contract/key-notation'
import { MENU_COMMANDS, OPEN_DOCUMENT_COMMAND, type CommandId } from '../../contract/menu'
import { menuWords } from './menu-words'

export interface MenuOptions {
  /** `process.platform`. */
  platform: string
  /** Developer tools are in the menu of an app that is being developed only. */
  developing: boolean
  recent: Settings['recent']
  /** Keys that the person chose, in the place of the usual ones. */
  keys: Settings['keys']
  /** What the person reads, the most wanted first; BCP 47. */
  languages: readonly string[]
  /** Does a command of the window's palette. */
  run(command: string): void
}

type Item = MenuItemConstructorOptions
const LINE: Item = { type: 'separator' }

/**
 * The native menus. Their items are the palette's commands, done by the window. The keys are shown here and handled
 * there: on Windows and Linux a registered accelerator would act a second time, and while somebody types; macOS has no
 * such choice and takes the key itself.
 */
export function menuTemplate({ platform, developing, recent, keys, languages, run }: MenuOptions): Item[] {
  const mac = platform === 'darwin'
  const words = menuWords(languages)
  const item = (id: CommandId): Item => ({
    id,
    label: words.commands[id] ?? MENU_COMMANDS[id].label,
    ...acceleratorOf(id, keys),
    registerAccelerator: false,
    click: () => run(id),
  })
  const items = (...ids: CommandId[]): Item[] => ids.map(item)
  const system = (role: NonNullable<Item['role']>): Item => {
    const label = words.roles[role]
    return label === undefined ? { role } : { role, label }
  }
  const about = system('about')

  const recentItems = recent.map(({ id, title }) => ({
    label: oneLine(title) || words.untitled,
    click: () => run(`${OPEN_DOCUMENT_COMMAND}${id}`),
  }))
  const none: Item = { label: words.noRecent, enabled: false }

  return [
    ...(mac
      ? [
          {
            role: 'appMenu' as const,
            submenu: [
              about,
              LINE,
              item('settings.open'),
              LINE,
              system('services'),
              LINE,
              system('hide'),
              system('hideOthers'),
              system('unhide'),
              LINE,
              system('quit'),
            ],
          },
        ]
      : []),
    {
      label: words.file,
      submenu: [
        ...items('file.open', 'file.paste'),
        { label: words.recent, submenu: recentItems.length > 0 ? recentItems : [none] },
        LINE,
        item('file.export'),
        { label: words.export, submenu: OUT_FORMATS.map((format) => item(`file.export.${format}`)) },
        LINE,
        ...items('file.exportLibrary', 'file.importLibrary'),
        LINE,
        ...items('document.revisions', 'file.backups', 'file.close'),
        ...(mac ? [] : [system('quit')]),
      ],
    },
    {
      label: words.edit,
      submenu: [
        ...items('edit.undo', 'edit.redo'),
        LINE,
        system('cut'),
        system('copy'),
        system('paste'),
        system('selectAll'),
        LINE,
        ...items('edit.find', 'library.search'),
        ...(mac ? [item('settings.keys')] : [LINE, ...items('settings.open', 'settings.keys')]),
      ],
    },
    {
      label: words.view,
      submenu: [
        ...items('view.library', 'view.ledger', 'view.quotations', 'view.outline', 'view.margin'),
        LINE,
        ...items('library.statistics', 'library.repeated'),
        LINE,
        ...items('view.zoomIn', 'view.zoomOut', 'view.zoomReset', 'view.theme'),
        LINE,
        system('togglefullscreen'),
        ...(developing ? [{ role: 'toggleDevTools' as const }] : []),
      ],
    },
    {
      label: words.annotate,
      submenu: [
        ...items('annotate.highlight', 'annotate.claim', 'annotate.flag', 'annotate.comment', 'annotate.source'),
        LINE,
        item('annotate.sentence'),
      ],
    },
    {
      label: words.review,
      submenu: [
        ...items(
          'review.run',
          'review.accept',
          'review.dismiss',
          'review.acceptMany',
          'review.next',
          'review.previous',
        ),
        LINE,
        ...items('go.nextAnnotation', 'go.previousAnnotation', 'go.nextSentence'),
        LINE,
        item('rules.open'),
      ],
    },
    ...(mac ? [system('windowMenu')] : []),
    {
      role: 'help',
      label: words.help,
      submenu: [
        ...items('help.open', 'help.palette', 'help.keys', 'help.tour'),
        LINE,
        ...items('help.updates', 'help.report', 'help.licences'),
        ...(mac ? [] : [LINE, about]),
      ],
    },
  ]
}

/** A title in a menu: one line of a width that menus can show, with & as itself and not as a key's mark. */
function oneLine(title: string): string {
  const flat = title.replace(/\s+/g, ' ').trim()
  const short = [...flat].length > 60 ? `${[...flat].slice(0, 59).join('')}…` : flat
  return short.replaceAll('&', '&&')
}

/** The first key that a menu may show: of those the person chose, if any, or the usual one. */
function acceleratorOf(id: CommandId, keys: Settings['keys']): Pick<Item, 'accelerator'> {
  const chosen = keys?.[id]
  const accelerator = chosen
    ? chosen.map(toAccelerator).find((each) => each !== undefined)
    : MENU_COMMANDS[id].accelerator
  return accelerator === undefined ? {} : { accelerator }
}
