import { OUT_FORMATS } from '@contract/api'
import { t } from '../../messages'
import type { AppState } from '../../state/app.svelte'
import type { Command } from '../../state/commands.svelte'
import { isHelpChapter, type HelpChapterId } from '../help/help-text'
import { exportLibrary, importPackage } from '../library/packages'

/** What can be done on every screen. */
export function frameCommands(app: AppState, pickFiles: (kind: 'files' | 'folder' | 'package') => void): Command[] {
  const { settings, zoom } = app
  const electron = () => app.info?.shell === 'electron'
  const story = () => {
    const { route } = app
    return route.screen === 'document' ? app.library.find(route.id) : undefined
  }
  /** The story on the desk, or those that are selected in the library. */
  const exported = () => {
    const open = story()
    const chosen = open ? [open] : app.route.screen === 'library' ? app.libraryView.selection : []
    return chosen.map(({ id, title }) => ({ id, title }))
  }
  const label = (id: keyof typeof LABELS) => t(LABELS[id])

  return [
    {
      id: 'file.open',
      label: label('file.open'),
      group: 'file',
      run: () => (electron() ? void app.imports.choose() : pickFiles('files')),
    },
    {
      id: 'file.openFolder',
      label: label('file.openFolder'),
      group: 'file',
      run: () => (electron() ? void app.imports.choose() : pickFiles('folder')),
      when: () => !electron(),
    },
    { id: 'file.paste', label: label('file.paste'), group: 'file', run: () => (app.overlay = { kind: 'paste' }) },
    { id: 'file.sample', label: label('file.sample'), group: 'file', run: () => void app.openSample() },
    {
      id: 'file.export',
      label: t('export.story'),
      group: 'file',
      when: () => exported().length > 0,
      run: () => (app.overlay = { kind: 'export', documents: exported() }),
    },
    ...OUT_FORMATS.map((format): Command => ({
      id: `file.export.${format}`,
      label: t('command.file.export', { format: t(`format.${format}`) }),
      group: 'file',
      when: () => exported().length > 0,
      run: () => (app.overlay = { kind: 'export', documents: exported(), format }),
    })),
    {
      id: 'file.exportLibrary',
      label: label('file.exportLibrary'),
      group: 'file',
      run: () => void exportLibrary(app),
    },
    {
      id: 'file.importLibrary',
      label: label('file.importLibrary'),
      group: 'file',
      run: () => (electron() ? void importPackage(app) : pickFiles('package')),
    },
    {
      id: 'file.backups',
      label: label('file.backups'),
      group: 'file',
      when: () => story() !== undefined && app.info?.readOnly === undefined,
      run: () => {
        const open = story()
        if (open) app.overlay = { kind: 'backups', id: open.id, title: open.title }
      },
    },
    {
      id: 'view.library',
      label: label('view.library'),
      group: 'go',
      run: () => app.openLibrary(),
      when: () => app.route.screen !== 'library',
    },
    { id: 'view.zoomIn', label: label('view.zoomIn'), group: 'view', keys: ['Mod+='], run: () => zoom.in() },
    { id: 'view.zoomOut', label: label('view.zoomOut'), group: 'view', run: () => zoom.out() },
    { id: 'view.zoomReset', label: label('view.zoomReset'), group: 'view', run: () => zoom.reset() },
    {
      id: 'view.theme',
      label: label('view.theme'),
      group: 'view',
      words: 'dark light',
      run: () => {
        const next = { system: 'light', light: 'dark', dark: 'system' } as const
        const theme = next[settings.current.theme]
        void settings.set({ theme })
        app.announcer.say(t(`theme.now.${theme}`))
      },
    },
    {
      id: 'help.open',
      label: t('command.help.open'),
      group: 'help',
      inDialogs: true,
      run: () => (app.help = helpChapterHere(app)),
    },
    { id: 'help.palette', label: label('help.palette'), group: 'help', run: () => (app.overlay = { kind: 'palette' }) },
    {
      id: 'help.keys',
      label: label('help.keys'),
      group: 'help',
      keys: ['?'],
      run: () => (app.overlay = { kind: 'keys' }),
    },
    {
      id: 'help.report',
      label: label('help.report'),
      group: 'help',
      run: () => (app.overlay = { kind: 'report' }),
    },
    {
      id: 'help.updates',
      label: label('help.updates'),
      group: 'help',
      run: () => (app.overlay = { kind: 'updates' }),
    },
    {
      id: 'help.licences',
      label: label('help.licences'),
      group: 'help',
      run: () => (app.overlay = { kind: 'licences' }),
    },
    { id: 'help.tour', label: label('help.tour'), group: 'help', run: () => void app.startTour() },
    {
      id: 'settings.open',
      label: label('settings.open'),
      group: 'view',
      run: () => (app.overlay = { kind: 'settings' }),
    },
    {
      id: 'settings.keys',
      label: t('command.settings.keys'),
      group: 'view',
      run: () => (app.overlay = { kind: 'keySettings' }),
    },
    { id: 'rules.open', label: t('rules.open'), group: 'review', run: () => (app.overlay = { kind: 'rules' }) },
    { id: 'view.nextRegion', label: t('screen.region'), group: 'view', keys: ['F6'], run: focusNextRegion },
  ]
}

const LABELS = {
  'file.open': 'command.file.open',
  'file.openFolder': 'command.file.openFolder',
  'file.paste': 'command.file.paste',
  'file.sample': 'command.file.sample',
  'file.exportLibrary': 'command.file.exportLibrary',
  'file.importLibrary': 'command.file.importLibrary',
  'file.backups': 'command.file.backups',
  'help.report': 'command.help.report',
  'help.updates': 'command.help.updates',
  'help.licences': 'command.help.licences',
  'view.library': 'command.view.library',
  'view.zoomIn': 'command.view.zoomIn',
  'view.zoomOut': 'command.view.zoomOut',
  'view.zoomReset': 'command.view.zoomReset',
  'view.theme': 'command.view.theme',
  'help.palette': 'command.help.palette',
  'help.keys': 'command.help.keys',
  'help.tour': 'command.help.tour',
  'settings.open': 'command.settings.open',
} as const

/** The chapter about what one is at: the nearest part of the window that names one, or what its screen is about. */
function helpChapterHere(app: AppState): HelpChapterId {
  const named = document.activeElement?.closest<HTMLElement>('[data-help]')?.dataset['help']
  if (isHelpChapter(named)) return named
  return app.route.screen === 'document' ? 'marks' : 'first'
}

/** From landmark to landmark, to the first thing in it that takes focus. */
function focusNextRegion(): void {
  const regions = [...document.querySelectorAll<HTMLElement>('header, nav, main, aside, footer, [data-region]')].filter(
    (region) => region.checkVisibility() && focusable(region),
  )
  const at = regions.findLastIndex((region) => region.contains(document.activeElement))
  const next = regions[(at + 1) % regions.length]
  if (next) focusable(next)?.focus()
}

function focusable(region: HTMLElement): HTMLElement | undefined {
  const inside = region.querySelectorAll<HTMLElement>('button, input, select, textarea, a[href], [tabindex="0"]')
  return [...inside].find(
    (element) => !element.matches(':disabled') && element.tabIndex >= 0 && element.checkVisibility(),
  )
}
