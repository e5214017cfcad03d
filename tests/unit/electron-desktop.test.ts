import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MenuItemConstructorOptions } from 'electron'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { EventName } from '../../src-main/contract/api'
import { CALL_CHANNEL, EVENT_CHANNEL } from '../../src-main/contract/bridge'
import { MENU_COMMANDS } from '../../src-main/contract/menu'
import { AppError } from '../../src-main/contract/result'
import { readArguments } from '../../src-main/shells/electron/arguments'
import { runDesktop, type DesktopOptions } from '../../src-main/shells/electron/desktop'
import { reachableBounds } from '../../src-main/shells/electron/desktop-state'
import { menuTemplate } from '../../src-main/shells/electron/menu'
import type { Shell } from '../../src-main/services/ports'
import { FakeElectron, FakeWindow } from '../support/fake-electron'

const SETTINGS = { theme: 'dark', recent: [{ id: 'd1', title: 'Ferry & harbour' }] }
let folder: string
let fake: FakeElectron
let shell: Shell
let emit: (name: EventName, payload: unknown) => void
let calls: [string, unknown][]
let opened: { library?: string; readOnly: boolean }[]
let closed: number
let release: (() => void) | undefined

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bluepencil-desktop-'))
  fake = new FakeElectron(folder)
  calls = []
  opened = []
  closed = 0
})
afterEach(() => rm(folder, { recursive: true }))

function start(changes: Partial<DesktopOptions> = {}): Promise<void> {
  return runDesktop(fake.api, {
    argv: [],
    workingFolder: folder,
    version: '1.2.3',
    preload: '/app/out/preload/index.cjs',
    readPage: async () => new Map(),
    openApp: async (options) => {
      opened.push({ library: options.library, readOnly: options.readOnly })
      shell = options.shell
      return {
        dispatcher: {
          call: async (method, args) => {
            calls.push([method, args])
            if (method === 'review.do') await new Promise<void>((resolve) => (release = resolve))
            if (method === 'document.import') return { ok: true, value: [{ fileName: 'a.txt' }] }
            if (method === 'library.import')
              return { ok: false, error: { code: 'damaged', message: 'This package is damaged.' } }
            return { ok: true, value: method === 'settings.get' ? SETTINGS : undefined }
          },
        },
        notices: [],
        on: (listener) => {
          emit = listener
          return () => {}
        },
        close: async () => void (closed += 1),
      }
    },
    write: (path, bytes) => writeFile(path, bytes),
    ...changes,
  })
}

const window = () => FakeWindow.all[0] as FakeWindow
const sentTo = (name: EventName) => window().webContents.sent.filter(([, sent]) => sent === name)
const flat = (menu: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  menu.flatMap((item) => [item, ...flat(Array.isArray(item.submenu) ? item.submenu : [])])

describe('starting', () => {
  test('shows the window when there is something to see, with the theme of the settings', async () => {
    await start()
    expect(window().done).toEqual([])
    window().emit('ready-to-show')
    expect([window().done, fake.nativeTheme.themeSource]).toEqual([['show'], 'dark'])
  })

  test('a second instance hands its files over and ends', async () => {
    fake.app.lock = false
    await start()
    expect([FakeWindow.all.length, opened.length, fake.app.quits]).toEqual([0, 0, 1])
  })

  test('files of the command line, of a second instance and of the system are imported', async () => {
    await writeFile(join(folder, 'a.txt'), 'x')
    await start({ argv: ['--inspect=0', 'a.txt', 'missing.txt', '.'] })
    fake.app.emit('second-instance', {}, [], '/', { files: [{ name: 'b.md', path: '/b.md' }] })
    fake.app.emit('open-file', { preventDefault: () => {} }, '/c.bluepencil')
    await expect.poll(() => sentTo('files.imported').length).toBe(3)
    expect(calls.filter(([method]) => method.endsWith('.import'))).toEqual([
      ['document.import', { files: [{ name: 'a.txt', path: join(folder, 'a.txt') }] }],
      ['document.import', { files: [{ name: 'b.md', path: '/b.md' }] }],
      ['library.import', { file: { name: 'c.bluepencil', path: '/c.bluepencil' } }],
    ])
    expect(sentTo('files.imported').at(-1)?.[2]).toEqual({
      imported: [{ fileName: 'c.bluepencil', error: { code: 'damaged', message: 'This package is damaged.' } }],
    })
    expect(window().done).toContain('focus')
  })

  test('what another version hands over is not trusted', async () => {
    await start()
    fake.app.emit('second-instance', {}, [], '/', { files: 'everything' })
    expect(calls.map(([method]) => method)).toEqual(['settings.get'])
  })
})

describe('a library that cannot be opened', () => {
  const refusing = (code: 'locked' | 'damaged', times: number): Partial<DesktopOptions> => ({
    openApp: async (options) => {
      opened.push({ library: options.library, readOnly: options.readOnly })
      if (opened.length <= times) throw new AppError(code, 'Anna’s machine has it open.')
      return {
        dispatcher: { call: async () => ({ ok: true, value: undefined }) },
        notices: [],
        on: () => () => {},
        close: async () => {},
      }
    },
  })

  test('says why and quits when asked to', async () => {
    fake.answers.push({ response: 2 })
    await start(refusing('damaged', 9))
    expect(fake.shown).toMatchObject([
      { detail: 'Anna’s machine has it open.', buttons: ['Try again', 'Choose another folder…', 'Quit'] },
    ])
    expect([FakeWindow.all.length, fake.app.quits]).toEqual([0, 1])
  })

  test('opens another folder and remembers it', async () => {
    fake.answers.push({ response: 1 }, { canceled: false, filePaths: ['/elsewhere'] })
    await start(refusing('damaged', 1))
    expect(opened.at(-1)).toEqual({ library: '/elsewhere', readOnly: false })
    opened = []
    fake = new FakeElectron(folder)
    await start()
    expect(opened).toEqual([{ library: '/elsewhere', readOnly: false }])
  })

  test('opens to read only while somebody else has it', async () => {
    fake.answers.push({ response: 0 })
    await start(refusing('locked', 1))
    expect(opened.map(({ readOnly }) => readOnly)).toEqual([false, true])
  })
})

describe('closing and quitting', () => {
  test('a window that closes waits for what it last sent to be on disk', async () => {
    await start()
    const event = { sender: window().webContents, senderFrame: { url: 'app://bluepencil/', parent: null } }
    const edit = fake.callHandlers.get(CALL_CHANNEL)?.(event, 'review.do', {})
    window().close()
    window().close()
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(window().done).toEqual(['hide'])
    release?.()
    await edit
    await expect.poll(() => window().done).toEqual(['hide', 'destroy'])
  })

  test('quitting closes the library once, then ends', async () => {
    await start()
    const stopped: boolean[] = []
    const quit = () => fake.app.emit('will-quit', { preventDefault: () => stopped.push(true) })
    quit()
    await expect.poll(() => fake.app.quits).toBe(1)
    quit()
    expect([closed, stopped.length]).toEqual([1, 1])
  })

  test('the window’s place is kept, and used when it can be reached', async () => {
    await start()
    window().maximize()
    window().emit('close', { preventDefault: () => {} })
    await expect
      .poll(async () => JSON.parse(await readFile(join(folder, 'desktop.json'), 'utf8').catch(() => '{}')) as unknown)
      .toEqual({ bounds: { x: 10, y: 20, width: 800, height: 600 }, maximized: true })
    fake = new FakeElectron(folder)
    await start()
    expect(window()).toMatchObject({ options: { x: 10, y: 20, width: 800, height: 600 }, maximized: true })
  })

  test.each([
    ['on its display', { x: 100, y: 50, width: 800, height: 600 }, { x: 100, y: 50, width: 800, height: 600 }],
    ['on a display that was unplugged', { x: 2_500, y: 50, width: 800, height: 600 }, undefined],
    ['with its title bar above the display', { x: 100, y: -200, width: 800, height: 600 }, undefined],
    ['with a sliver left', { x: 1_890, y: 50, width: 800, height: 600 }, undefined],
    ['larger than the display', { x: 0, y: 0, width: 4_000, height: 3_000 }, { x: 0, y: 0, width: 1920, height: 1080 }],
    ['too small to be used', { x: 0, y: 0, width: 20, height: 20 }, undefined],
  ])('a place %s', (_, bounds, expected) => {
    expect(reachableBounds(bounds, [{ x: 0, y: 0, width: 1920, height: 1080 }])).toEqual(expected)
  })
})

describe('menus', () => {
  const MENU = { platform: 'linux', developing: false, recent: [], keys: {}, languages: ['en'], run: () => {} }

  test.each(['darwin', 'linux', 'win32'])('on %s hold every command of the list once', (platform) => {
    const items = flat(menuTemplate({ ...MENU, platform }))
    const ids = items.flatMap(({ id }) => (id ? [id] : []))
    expect(ids.toSorted()).toEqual(Object.keys(MENU_COMMANDS).toSorted())
    expect(items.some(({ role }) => role === 'toggleDevTools' || role === 'reload')).toBe(false)
  })

  test('no two commands share a key', () => {
    const keys = Object.values(MENU_COMMANDS).flatMap(({ accelerator }) => accelerator ?? [])
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('are in the language of the person, every item of them', () => {
    const items = (languages: string[]) =>
      flat(menuTemplate({ ...MENU, languages })).filter(({ type }) => type !== 'separator')
    const [english, german] = [items(['en-GB']), items(['fr', 'de-AT', 'en'])]
    const same = german.flatMap(({ id, role, label }, at) =>
      label === undefined || label === english[at]?.label ? [id ?? role ?? label] : [],
    )
    expect(same).toEqual(['file.export.tei', 'file.export.claimreview'])
  })

  test('show the keys that the person chose, and never a single letter as theirs', () => {
    const keys = { 'edit.find': ['x', 'Alt+ArrowUp'], 'file.open': [], 'review.run': ['Mod+R'], 'edit.undo': ['u'] }
    const items = flat(menuTemplate({ ...MENU, keys }))
    const accelerators = ['edit.find', 'file.open', 'review.run', 'edit.undo', 'edit.redo'].map(
      (wanted) => items.find(({ id }) => id === wanted)?.accelerator,
    )
    expect(accelerators).toEqual(['Alt+Up', undefined, 'CmdOrCtrl+R', undefined, 'CmdOrCtrl+Shift+Z'])
  })

  test('send the window its commands, and the recent stories', async () => {
    await start()
    const item = (label: string) => flat(fake.menu).find((one) => one.label === label)
    item('Flag')?.click?.(undefined as never, undefined, undefined as never)
    item('Ferry && harbour')?.click?.(undefined as never, undefined, undefined as never)
    expect(window().webContents.sent).toEqual([
      [EVENT_CHANNEL, 'menu.command', { command: 'annotate.flag' }],
      [EVENT_CHANNEL, 'menu.command', { command: 'document.open:d1' }],
    ])
    emit('settings.changed', { ...SETTINGS, theme: 'light', recent: [], keys: { 'annotate.flag': ['Alt+F'] } })
    expect([fake.nativeTheme.themeSource, item('Ferry && harbour')]).toEqual(['light', undefined])
    expect(item('Flag')?.accelerator).toBe('Alt+F')
  })
})

describe('dialogs', () => {
  test('exports go where the person says, and nowhere when the dialog is closed', async () => {
    await start()
    expect(await shell.saveFile?.('ledger.csv', 'text/csv', new Uint8Array([65]))).toBeUndefined()
    fake.answers.push({ canceled: false, filePath: join(folder, 'out.csv') })
    expect(await shell.saveFile?.('ledger.csv', 'text/csv', new Uint8Array([65]))).toBe(join(folder, 'out.csv'))
    expect(await readFile(join(folder, 'out.csv'), 'utf8')).toBe('A')
    expect(fake.shown.at(-1)).toMatchObject({ defaultPath: 'ledger.csv' })
  })

  test('several exports go into a folder, in the place of no file that is there', async () => {
    await start()
    expect(await shell.chooseFolder?.()).toBeUndefined()
    fake.answers.push({ canceled: false, filePaths: [folder] })
    expect(await shell.chooseFolder?.()).toBe(folder)
    const write = (words: string) => shell.writeInto?.(folder, 'wall.tei.xml', new TextEncoder().encode(words))
    expect([await write('A'), await write('B')]).toEqual([
      join(folder, 'wall.tei.xml'),
      join(folder, 'wall (2).tei.xml'),
    ])
    expect(await readFile(join(folder, 'wall.tei.xml'), 'utf8')).toBe('A')
  })

  test('files are chosen by name and path', async () => {
    await start()
    fake.answers.push({ canceled: false, filePaths: ['/stories/a.txt'] })
    expect(await shell.chooseFiles?.()).toEqual([{ name: 'a.txt', path: '/stories/a.txt' }])
  })

  test('a window that crashed is offered again', async () => {
    await start()
    fake.answers.push({ response: 0 })
    window().webContents.emit('render-process-gone', {}, { reason: 'oom' })
    await expect.poll(() => window().webContents.reloads).toBe(1)
  })
})

test('the command line names files and a library, in any order', () => {
  expect(readArguments(['--library', 'lib', '--some-switch', 'none.txt'], '/base')).toEqual({
    files: [],
    library: join('/base', 'lib'),
  })
  expect(readArguments(['--library=/lib'], '/base').library).toBe('/lib')
})
