import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test as base } from '@playwright/test'
import type { Bridge } from '../../src-main/contract/bridge'
import { readElsewhere } from '../support/read-elsewhere'
import { launchDesktop, spawnDesktop, type Desktop } from '../support/desktop'

declare global {
  interface Window {
    readonly host?: Bridge
  }
}

const MAIN = process.env.BLUEPENCIL_MAIN ?? fileURLToPath(new URL('../../out/main/index.js', import.meta.url))

/** Starts the built program as often as a test asks, on one temporary home. */
const test = base.extend<{ home: string; launch(...args: string[]): Promise<Desktop> }>({
  // eslint-disable-next-line no-empty-pattern
  home: async ({}, use) => {
    const home = await mkdtemp(join(tmpdir(), 'bluepencil-desktop-'))
    await mkdir(join(home, 'settings'))
    await use(home)
    // A browser that was killed may still be putting its profile away.
    await rm(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  },
  launch: async ({ home }, use) => {
    const started: Desktop[] = []
    await use(async (...args) => {
      const desktop = await launchDesktop(MAIN, home, args)
      started.push(desktop)
      return desktop
    })
    await Promise.all(started.map((desktop) => desktop.stop()))
  },
})

/** A call over the real bridge: page, preload, IPC, dispatcher, store. */
function call<T>({ page }: Desktop, method: string, args: unknown = {}): Promise<T> {
  return page.evaluate(
    async ([name, given]) => {
      const result = await window.host?.call(name, given)
      if (!result?.ok) throw new Error(JSON.stringify(result))
      return result.value as never
    },
    [method, args] as const,
  )
}

test('the window shows the built page over the program’s own scheme, sandboxed', async ({ launch }) => {
  const desktop = await launch()
  await expect(desktop.page).toHaveTitle(/Blue Pencil/)
  expect(await call(desktop, 'app.info')).toMatchObject({ shell: 'electron' })
  expect((await desktop.look()).visible).toBe(true)
  const reach = await desktop.page.evaluate(() => ({
    bridge: Object.keys(window.host ?? {}).toSorted(),
    frozen: Object.isFrozen(window.host),
    node: ['require', 'process', 'module', 'electron', 'ipcRenderer'].filter((name) => name in window),
  }))
  expect(reach).toEqual({ bridge: ['call', 'listen', 'pathForFile', 'platform', 'shell'], frozen: true, node: [] })
})

test('an annotation made over the bridge is there after a restart', async ({ launch }) => {
  const first = await launch()
  await call(first, 'settings.set', { author: { id: 'a1', name: 'Ines Falk', initials: 'IF' } })
  const { id } = await call<{ id: string }>(first, 'document.sample')
  const command = { op: 'flag', start: 0, end: 10, reason: 'other', severity: 'must-fix', note: 'Who says so?' }
  await call(first, 'review.do', { document: id, command })
  await first.order({ do: 'quit' })
  expect(await first.ended).toBe(0)

  const second = await launch()
  const { review } = await call<{ review: { annotations: unknown[] } }>(second, 'document.open', { id })
  expect(review.annotations).toMatchObject([{ kind: 'flag', note: 'Who says so?', author: { name: 'Ines Falk' } }])
})

test('nothing acknowledged is lost when the program is killed', async ({ launch }) => {
  const first = await launch()
  await call(first, 'settings.set', { author: { id: 'a1', name: 'Ines Falk', initials: 'IF' } })
  const { id } = await call<{ id: string }>(first, 'document.sample')
  await call(first, 'review.do', { document: id, command: { op: 'comment', start: 0, end: 5, note: 'kept' } })
  await first.kill()
  const second = await launch()
  const { review } = await call<{ review: { annotations: unknown[] } }>(second, 'document.open', { id })
  expect(review.annotations).toMatchObject([{ note: 'kept' }])
})

test('a menu item reaches the page as a command', async ({ launch }) => {
  const desktop = await launch()
  await desktop.page.evaluate(() => {
    const heard: unknown[] = []
    Object.assign(window, { heard })
    window.host?.listen((...event) => void heard.push(event))
  })
  await desktop.order({ do: 'menu', item: 'help.keys' })
  await expect
    .poll(() => desktop.page.evaluate(() => (window as unknown as { heard: unknown[] }).heard))
    .toContainEqual(['menu.command', { command: 'help.keys' }])
})

test('by menu commands alone: a claim is made, undone, made again and exported', async ({ home, launch }) => {
  const desktop = await launch()
  const { page, order } = desktop
  const menu = (item: string): Promise<unknown> => order({ do: 'menu', item })
  await call(desktop, 'settings.set', { author: { id: 'a1', name: 'Ines Falk', initials: 'IF' }, tourDone: true })
  const text = 'Harbour wall to be raised\n\nThe wall is 40 metres long. Nobody measured it.'
  await writeFile(join(home, 'wall.txt'), text)
  await order({ do: 'answer', answer: { canceled: false, filePaths: [join(home, 'wall.txt')] } })
  await menu('file.open')
  await expect(page.getByRole('article', { name: 'Text of the story' })).toBeFocused()

  await menu('annotate.sentence')
  await expect(page.getByRole('toolbar', { name: 'Say something of the selected words' })).toBeVisible()
  await menu('annotate.claim')
  const made = page.getByText('1 claim · 0 sourced')
  await expect(made).toBeVisible()
  await page.keyboard.press('Escape')
  await menu('edit.undo')
  await expect(page.getByText('0 claims · 0 sourced')).toBeVisible()
  await menu('edit.redo')
  await expect(made).toBeVisible()

  const path = join(home, 'ledger.csv')
  await order({ do: 'answer', answer: { canceled: false, filePath: path } })
  await menu('file.export.csv')
  await page.getByRole('dialog').getByRole('button', { name: 'Export', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Notices' }).getByText(`Saved as ${path}.`)).toBeVisible()
  expect(await readFile(path, 'utf8')).toContain('Harbour wall to be raised,fact,unchecked')
})

test('through the menus: every suggestion decided, one taken back, a claim sourced, a flag raised, a Word file', async ({
  home,
  launch,
}) => {
  const desktop = await launch()
  const { page, order } = desktop
  const { keyboard } = page
  const menu = (item: string): Promise<unknown> => order({ do: 'menu', item })
  await call(desktop, 'settings.set', { author: { id: 'a1', name: 'Ines Falk', initials: 'IF' }, tourDone: true })
  const text = `Tram depot to move

The depot will cost 48 million euros, 12 million more than in 2024, the mayor, Hild Sandemo, said on Tuesday.

“We cannot keep forty trams in a shed for twelve,” said Sandemo.

Critics say the ground is poisoned. Experts believe cleaning it will take six years.`
  await writeFile(join(home, 'depot.txt'), text)
  await order({ do: 'answer', answer: { canceled: false, filePaths: [join(home, 'depot.txt')] } })
  await menu('file.open')
  await expect(page.getByRole('article', { name: 'Text of the story' })).toBeFocused()
  const [story] = await call<{ id: string }[]>(desktop, 'library.list')
  interface Opened {
    readonly review: {
      readonly decisions: readonly unknown[]
      readonly annotations: readonly { readonly kind: string; readonly citations?: readonly unknown[] }[]
    }
  }
  const review = async () => (await call<Opened>(desktop, 'document.open', { id: story?.id })).review
  const decided = async (): Promise<number> => (await review()).decisions.length

  await menu('review.run')
  await menu('review.dismiss')
  await expect(page.getByRole('combobox', { name: 'Why is it dismissed?' })).toBeFocused()
  await keyboard.press('Enter')
  await expect.poll(decided).toBe(1)
  await menu('edit.undo')
  await expect.poll(decided).toBe(0)
  await menu('review.accept')
  await expect.poll(decided).toBe(1)
  await menu('review.acceptMany')
  await expect(page.getByRole('combobox', { name: 'Accept many…' })).toBeFocused()
  await keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'The review run is done' })).toBeFocused()
  expect(await decided()).toBeGreaterThan(2)
  await keyboard.press('Escape')

  const claims = page.getByRole('tab', { name: /^Claims/, selected: true })
  for (let step = 0; step < 9 && !(await claims.isVisible()); step++) await menu('go.nextAnnotation')
  await menu('annotate.source')
  await page.getByRole('textbox', { name: 'Source', exact: true }).fill('Budget of the city, page 14')
  await keyboard.press('Enter')
  await expect(page.getByText(/ · 1 sourced/)).toBeVisible()
  const flags = async () => (await review()).annotations.filter(({ kind }) => kind === 'flag').length
  const before = await flags()
  await menu('annotate.sentence')
  await menu('annotate.flag')
  await expect.poll(flags).toBe(before + 1)
  await keyboard.press('Escape')

  const path = join(home, 'depot.docx')
  await order({ do: 'answer', answer: { canceled: false, filePath: path } })
  await menu('file.export.docx')
  await page.getByRole('dialog').getByRole('button', { name: 'Export', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Notices' }).getByText(`Saved as ${path}.`)).toBeVisible()
  const made = await review()
  const told = ({ annotations }: Opened['review']) => annotations.map(({ kind }) => kind).toSorted()
  expect(told((await readElsewhere(path)).review)).toEqual(told(made))
  expect(made.annotations.filter(({ citations }) => citations?.length).length).toBe(1)
})

test('native menus follow the keys that were chosen, in the language of the person', async ({ launch }) => {
  process.env.STAND_IN_LANGUAGE = 'de-DE'
  const desktop = await launch()
  delete process.env.STAND_IN_LANGUAGE
  expect((await desktop.look()).menu).toEqual(expect.arrayContaining(['&Datei', 'Durchgang', 'Alles auswählen']))
  await call(desktop, 'settings.set', { keys: { 'review.run': ['Mod+R'], 'edit.find': [] } })
  await expect.poll(async () => (await desktop.look()).accelerators).toMatchObject({ 'review.run': 'CmdOrCtrl+R' })
  expect((await desktop.look()).accelerators).not.toHaveProperty(['edit.find'])
})

test('bytes cross the bridge as they are, and what cannot be copied is refused', async ({ launch }) => {
  const desktop = await launch()
  const imported = await desktop.page.evaluate(async () => {
    const bytes = new TextEncoder().encode(
      'Harbour wall to be raised\n\nThe town will pay, the mayor said — “all of it”.',
    )
    return window.host?.call('document.import', { files: [{ name: 'harbour.txt', bytes }] })
  })
  expect(imported).toMatchObject({ ok: true, value: [{ document: { fileName: 'harbour.txt' } }] })
  const refused = await desktop.page.evaluate(() =>
    Promise.resolve()
      .then(() => window.host?.call('app.info', { proxy: new Proxy({}, {}), symbol: Symbol('x') }))
      .then(() => 'accepted')
      .catch((error: unknown) => String(error)),
  )
  expect(refused).toContain('could not be cloned')
})

test('files from the command line and from a second start of the program are imported', async ({ home, launch }) => {
  const [first, second] = [join(home, 'ferry.txt'), join(home, 'quay.txt')]
  await writeFile(first, 'Ferry late again\n\nThe ferry was late on Monday.')
  await writeFile(second, 'Quay closed\n\nThe quay was closed on Tuesday.')
  const desktop = await launch(first)
  const titles = async () =>
    (await call<{ fileName: string }[]>(desktop, 'library.list')).map((d) => d.fileName).toSorted()
  await expect.poll(titles).toContain('ferry.txt')
  const other = spawnDesktop(MAIN, home, [second])
  await expect.poll(titles).toContain('quay.txt')
  await expect.poll(() => other.exitCode).toBe(0)
})

test.describe('what is refused', () => {
  test('a message from another address, a frame or a strange window', async ({ launch }) => {
    const desktop = await launch()
    const ask = (sender: { url: string; inFrame: boolean; ownWindow: boolean }) =>
      desktop.order({ do: 'invoke', ...sender, channel: 'app:call', args: ['app.info', {}] })
    const own = { url: 'app://bluepencil/', inFrame: false, ownWindow: true }
    const refused = { value: { ok: false, error: { code: 'not-allowed' } } }
    expect(await ask(own)).toMatchObject({ value: { ok: true } })
    expect(await ask({ ...own, url: 'https://elsewhere.example/' })).toMatchObject(refused)
    expect(await ask({ ...own, inFrame: true })).toMatchObject(refused)
    expect(await ask({ ...own, ownWindow: false })).toMatchObject(refused)
  })

  test('leaving the page, opening windows, reaching the network', async ({ launch }) => {
    const desktop = await launch()
    const before = desktop.page.url()
    await desktop.page.evaluate(() => {
      location.href = 'https://elsewhere.example/'
    })
    await expect
      .poll(async () => (await desktop.look()).refused)
      .toContainEqual({
        url: 'https://elsewhere.example/',
        by: 'will-navigate',
      })
    await desktop.page.evaluate(() => void window.open('https://popup.example/'))
    await expect.poll(async () => (await desktop.look()).refused.map(({ by }) => by)).toContain('window open handler')
    expect(await desktop.page.evaluate(() => fetch('https://beacon.example/').then(String, String))).toContain(
      'TypeError',
    )
    expect(desktop.page.url()).toBe(before)
    expect(await call(desktop, 'app.info')).toMatchObject({ shell: 'electron' })
  })

  test('permissions, inline scripts and markup from strings', async ({ launch }) => {
    const desktop = await launch()
    for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read'])
      expect(await desktop.order({ do: 'permission', permission })).toBe(false)
    const run = await desktop.page.evaluate(() => {
      const script = document.createElement('script')
      try {
        script.textContent = 'window.ran = true'
        document.body.append(script)
      } catch {
        // Trusted types refuse the text itself.
      }
      let markup = 'refused'
      try {
        document.createElement('div').innerHTML = '<img src=x>'
        markup = 'taken'
      } catch {
        // As it should be.
      }
      return { ran: 'ran' in window, markup }
    })
    expect(run).toEqual({ ran: false, markup: 'refused' })
  })

  test('an address that was not confirmed', async ({ launch }) => {
    const desktop = await launch()
    const open = (url: string) =>
      call<{ opened: boolean }>(desktop, 'link.open', { url }).catch(() => ({ opened: false }))
    expect((await open('https://example.org/a?b')).opened).toBe(false)
    await desktop.order({ do: 'answer', answer: { response: 1 } })
    expect((await open('https://example.org/a?b')).opened).toBe(true)
    expect((await open('file:///etc/passwd')).opened).toBe(false)
    const { openedOutside, shown } = await desktop.look()
    expect(openedOutside).toEqual(['https://example.org/a?b'])
    expect(shown.map(({ detail }) => detail)).toEqual(['https://example.org/a?b', 'https://example.org/a?b'])
  })
})

test('the window comes back where it stood, in the theme that was chosen', async ({ launch }) => {
  const first = await launch()
  const bounds = { x: 120, y: 80, width: 1000, height: 700 }
  await first.order({ do: 'resize', bounds })
  await call(first, 'settings.set', { theme: 'dark' })
  await first.order({ do: 'close' })
  expect(await first.ended).toBe(0)
  const second = await launch()
  expect(await second.look()).toMatchObject({ bounds, theme: 'dark' })
})

test('a library that cannot be opened is said in a sentence, and another folder may be chosen', async ({ home }) => {
  await writeFile(join(home, 'library'), 'a file where the folder should be')
  const closed = spawnDesktop(MAIN, home)
  expect(await new Promise((resolve) => closed.once('exit', resolve))).toBe(0)

  const other = join(home, 'other library')
  const choose = [{ response: 1 }, { canceled: false, filePaths: [other] }]
  const desktop = await launchDesktop(MAIN, home, [], choose)
  try {
    expect(await call(desktop, 'app.info')).toMatchObject({ library: other })
    const { shown } = await desktop.look()
    expect(shown[0]).toMatchObject({
      message: 'The library could not be opened. Nothing in it was changed.',
      buttons: ['Try again', 'Choose another folder…', 'Quit'],
    })
    expect(String(shown[0]?.detail)).toContain(join(home, 'library'))
  } finally {
    await desktop.stop()
  }
})
