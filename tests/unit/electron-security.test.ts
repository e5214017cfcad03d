import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CALL_CHANNEL } from '../../src-main/contract/bridge'
import { runDesktop } from '../../src-main/shells/electron/desktop'
import { asked, FakeElectron, FakeWindow } from '../support/fake-electron'

const PAGE = 'app://bluepencil/'
let folder: string
let fake: FakeElectron
let window: FakeWindow
const called: string[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bluepencil-electron-'))
  fake = new FakeElectron(folder)
  await runDesktop(fake.api, {
    argv: [],
    workingFolder: folder,
    version: '1.2.3',
    preload: '/app/out/preload/index.cjs',
    readPage: async () =>
      new Map([
        ['/', { bytes: new Uint8Array([60]), mediaType: 'text/html; charset=utf-8', cacheControl: 'no-store' }],
      ]),
    openApp: async ({ shell }) => ({
      dispatcher: {
        call: async (method, args) => {
          called.push(method)
          if (method === 'link.open') await shell.openLink?.((args as { url: string }).url)
          return { ok: true, value: undefined }
        },
      },
      notices: [],
      on: () => () => {},
      close: async () => {},
    }),
    write: async () => {},
  })
  window = FakeWindow.all[0] as FakeWindow
})
afterAll(() => rm(folder, { recursive: true }))

const preferences = () => window.options.webPreferences ?? {}
const serve = (path: string) => fake.protocolHandlers.get('app')?.(new Request(path)) as Response
const isPrevented = (name: string, url = 'https://elsewhere.example/'): boolean => {
  const event = asked({ url })
  window.webContents.emit(name, event)
  return event.prevented
}
const isCancelled = (url: string): boolean => {
  let cancelled = false
  fake.session.beforeRequest?.({ url }, (answer) => (cancelled = answer.cancel === true))
  return cancelled
}
const openLink = async (url: string, response: number): Promise<string[]> => {
  fake.opened.length = 0
  fake.answers.push({ response })
  await call({ sender: window.webContents, senderFrame: mainFrame }, 'link.open', { url })
  fake.answers.length = 0
  return [...fake.opened]
}
const mainFrame = { url: PAGE, parent: null }
const call = (event: Record<string, unknown>, method: unknown, args: unknown = {}) =>
  fake.callHandlers.get(CALL_CHANNEL)?.(event as never, method, args) as Promise<{ ok: boolean }>

/** https://www.electronjs.org/docs/latest/tutorial/security, item by item. */
const checklist: [string, () => unknown, unknown][] = [
  ['1 only secure content: the window loads its own scheme', () => window.url, PAGE],
  [
    '1 and no plain or secure web address can be requested',
    () => ['http://a.example', 'https://a.example', 'ws://a.example', 'file:///etc/passwd'].map(isCancelled),
    [true, true, true, true],
  ],
  [
    '2 no Node in the page',
    () => [
      preferences().nodeIntegration,
      preferences().nodeIntegrationInWorker,
      preferences().nodeIntegrationInSubFrames,
    ],
    [false, false, false],
  ],
  ['3 context isolation', () => preferences().contextIsolation, true],
  ['4 sandbox, for every process', () => [preferences().sandbox, fake.app.sandboxed], [true, true]],
  [
    '5 no permission on request',
    () => {
      const answers: unknown[] = []
      fake.session.permissionRequest?.(window.webContents, 'media', (answer: unknown) => answers.push(answer))
      return answers
    },
    [false],
  ],
  [
    '5 nor on check, nor for devices',
    () => [fake.session.permissionCheck?.(), fake.session.deviceCheck?.()],
    [false, false],
  ],
  ['6 web security stays on', () => preferences().webSecurity, true],
  [
    '7 a content security policy on every answer',
    () =>
      [PAGE, `${PAGE}nothing`].map((url) =>
        serve(url).headers.get('content-security-policy')?.startsWith("default-src 'none'; script-src 'self'"),
      ),
    [true, true],
  ],
  [
    '7 that allows nothing inline and no eval',
    () => serve(PAGE).headers.get('content-security-policy')?.includes('unsafe'),
    false,
  ],
  ['8 no insecure content', () => preferences().allowRunningInsecureContent, false],
  ['9 no experimental features', () => preferences().experimentalFeatures, false],
  ['10 no enableBlinkFeatures', () => preferences().enableBlinkFeatures, undefined],
  ['11 and 12 no webview', () => [preferences().webviewTag, isPrevented('will-attach-webview')], [false, true]],
  [
    '13 no navigation away',
    () => ['will-navigate', 'will-frame-navigate', 'will-redirect'].map((name) => isPrevented(name)),
    [true, true, true],
  ],
  [
    '13 nor to a page that only looks like ours',
    () =>
      [
        'app://bluepencil.evil.example/',
        'app://bluepencil@evil.example/',
        'file:///app/index.html',
        'javascript:alert(1)',
      ].map((url) => isPrevented('will-navigate', url)),
    [true, true, true, true],
  ],
  ['13 while reloading is allowed', () => isPrevented('will-navigate', PAGE), false],
  ['14 no new windows', () => window.webContents.openHandler?.({ url: PAGE } as never), { action: 'deny' }],
  [
    '15 no scheme but http, https and mailto leaves the app',
    async () =>
      (
        await Promise.all(
          [
            'file:///etc/passwd',
            'javascript:alert(1)',
            'ms-msdt:/id',
            'smb://host/share',
            'vbscript:x',
            'data:text/html,x',
            'nonsense',
          ].map((url) => openLink(url, 1)),
        )
      ).flat(),
    [],
  ],
  [
    '15 nor does any without being shown whole',
    async () => {
      fake.shown.length = 0
      await openLink('https://example.org/a?b=c', 1)
      return fake.shown.map(({ detail }) => detail)
    },
    ['https://example.org/a?b=c'],
  ],
  ['15 nor without a yes', () => openLink('https://example.org/', 0), []],
  ['15 with a yes it does', () => openLink('mailto:desk@example.org', 1), ['mailto:desk@example.org']],
  [
    '17 calls from the page are answered',
    async () => (await call({ sender: window.webContents, senderFrame: mainFrame }, 'app.info')).ok,
    true,
  ],
  [
    '17 not from another page',
    async () =>
      (await call({ sender: window.webContents, senderFrame: { url: 'https://a.example/', parent: null } }, 'app.info'))
        .ok,
    false,
  ],
  [
    '17 not from a frame inside the page',
    async () =>
      (await call({ sender: window.webContents, senderFrame: { url: PAGE, parent: mainFrame } }, 'app.info')).ok,
    false,
  ],
  [
    '17 not from a frame that is gone',
    async () => (await call({ sender: window.webContents, senderFrame: null }, 'app.info')).ok,
    false,
  ],
  [
    '17 not from a window we did not open',
    async () => (await call({ sender: new FakeWindow({}).webContents, senderFrame: mainFrame }, 'app.info')).ok,
    false,
  ],
  ['17 and one channel is all there is', () => [...fake.callHandlers.keys()], [CALL_CHANNEL]],
  [
    '18 an own protocol, not file:',
    () => fake.schemes,
    [{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true } }],
  ],
  [
    '18 that serves what the build made and nothing else',
    () => [PAGE, `${PAGE}../etc/passwd`, `${PAGE}%2e%2e/etc/passwd`, 'app://other/'].map((url) => serve(url).status),
    [200, 404, 404, 404],
  ],
  [
    '19 fuses: nothing of Node from outside, and only what was packed (tests/packaging reads them back)',
    () => {
      const settings = readFileSync(new URL('../../electron-builder.yml', import.meta.url), 'utf8')
      const part = /^electronFuses:\n((?: {2}.+\n)+)/m.exec(settings)?.[1] ?? ''
      return Object.fromEntries([...part.matchAll(/(\w+): (\w+)/g)].map(([, name, value]) => [name, value === 'true']))
    },
    {
      runAsNode: false,
      enableCookieEncryption: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    },
  ],
  [
    '20 no Electron interface reaches the page but the one bridge',
    () => preferences().preload,
    '/app/out/preload/index.cjs',
  ],
]

describe('Electron’s security checklist', () => {
  test.each(checklist)('%s', async (_, look, expected) => {
    expect(await look()).toEqual(expected)
  })

  test('16 a current Electron', () => {
    const { devDependencies } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      devDependencies: Record<string, string>
    }
    expect(Number(/\d+/.exec(devDependencies.electron ?? '')?.[0])).toBeGreaterThanOrEqual(45)
  })
})

describe('what keeps it offline', () => {
  test.each([
    [`${PAGE}assets/a.js`, false],
    [`blob:${PAGE}0f`, false],
    ['data:image/png;base64,AA==', false],
    ['blob:https://a.example/0f', true],
    ['devtools://devtools/bundled/x.js', true],
    ['app://elsewhere/', true],
  ])('%s is cancelled: %s', (url, cancelled) => {
    expect(isCancelled(url)).toBe(cancelled)
  })

  test('no name is looked up, no dictionary fetched, nothing downloaded', () => {
    const download = asked({})
    fake.session.emit('will-download', download)
    expect([fake.app.switches, fake.session.spellcheck, preferences().spellcheck, download.prevented]).toEqual([
      [['host-resolver-rules', 'MAP * ~NOTFOUND']],
      false,
      false,
      true,
    ])
  })
})
