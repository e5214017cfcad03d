import type { MenuItemConstructorOptions } from 'electron'
import { EXPORT_FORMATS, type Settings } from '../../contract/api'
import { MENU_COMMANDS, OPEN_DOCUMENT_COMMAND, type CommandId } from '../../contract/menu'

export interface MenuOptions {
  /** `process.platform`. */
  platform: string
  /** Developer tools are in the menu of an app that is being developed only. */
  developing: boolean
  recent: Settings['recent']
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
export function menuTemplate({ platform, developing, recent, run }: MenuOptions): Item[] {
  const mac = platform === 'darwin'
  const item = (id: CommandId): Item => ({
    id,
    ...MENU_COMMANDS[id],
    registerAccelerator: false,
    click: () => run(id),
  })
  const items = (...ids: CommandId[]): Item[] => ids.map(item)
  const about: Item = { role: 'about', label: 'About Blue Pencil' }

  const recentItems = recent.map(({ id, title }) => ({
    label: oneLine(title),
    click: () => run(`${OPEN_DOCUMENT_COMMAND}${id}`),
  }))
  const none: Item = { label: 'No stories yet', enabled: false }

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
              { role: 'services' as const },
              LINE,
              { role: 'hide' as const },
              { role: 'hideOthers' as const },
              { role: 'unhide' as const },
              LINE,
              { role: 'quit' as const },
            ],
          },
        ]
      : []),
    {
      label: '&File',
      submenu: [
        ...items('file.open', 'file.paste'),
        { label: 'Open recent', submenu: recentItems.length > 0 ? recentItems : [none] },
        LINE,
        { label: 'Export', submenu: EXPORT_FORMATS.map((format) => item(`file.export.${format}`)) },
        LINE,
        ...items('file.exportLibrary', 'file.importLibrary'),
        LINE,
        ...items('file.backups', 'file.close'),
        ...(mac ? [] : [{ role: 'quit' as const }]),
      ],
    },
    {
      label: '&Edit',
      submenu: [
        ...items('edit.undo', 'edit.redo'),
        LINE,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
        LINE,
        ...items('edit.find', 'library.search'),
        ...(mac ? [] : [LINE, item('settings.open')]),
      ],
    },
    {
      label: '&View',
      submenu: [
        ...items('view.library', 'view.ledger', 'view.outline', 'view.margin'),
        LINE,
        ...items('view.zoomIn', 'view.zoomOut', 'view.zoomReset', 'view.theme'),
        LINE,
        { role: 'togglefullscreen' },
        ...(developing ? [{ role: 'toggleDevTools' as const }] : []),
      ],
    },
    {
      label: '&Annotate',
      submenu: [
        ...items('annotate.highlight', 'annotate.claim', 'annotate.flag', 'annotate.comment', 'annotate.source'),
        LINE,
        item('annotate.sentence'),
      ],
    },
    {
      label: '&Review',
      submenu: [
        ...items('review.run', 'review.accept', 'review.dismiss', 'review.next', 'review.previous'),
        LINE,
        ...items('go.nextAnnotation', 'go.previousAnnotation', 'go.nextSentence'),
        LINE,
        item('rules.open'),
      ],
    },
    ...(mac ? [{ role: 'windowMenu' as const }] : []),
    {
      role: 'help',
      label: '&Help',
      submenu: [
        ...items('help.palette', 'help.keys', 'help.tour'),
        LINE,
        ...items('help.updates', 'help.report', 'help.licences'),
        ...(mac ? [] : [LINE, about]),
      ],
    },
  ]
}

/** A title in a menu: one line of a width that menus can show, with & as itself and not as a key's mark. */
function oneLine(title: string): string {
  const flat = title.replace(/\s+/g, ' ').trim() || 'Untitled'
  const short = [...flat].length > 60 ? `${[...flat].slice(0, 59).join('')}…` : flat
  return short.replaceAll('&', '&&')
}
