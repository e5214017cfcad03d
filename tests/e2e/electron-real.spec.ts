import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, expect, test, type ElectronApplication } from '@playwright/test'
import { desktopEnvironment } from '../support/desktop'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const RUNTIME = join(ROOT, 'node_modules', 'electron', 'path.txt')
const MAC_OR_WINDOWS = process.platform !== 'linux'
const DISPLAY = MAC_OR_WINDOWS || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

test.skip(!existsSync(RUNTIME), 'Electron’s runtime is not on this machine; the stand-in ran the same journeys')
test.skip(!DISPLAY, 'there is no display to show Electron’s window on')

test('on real Electron an annotation made over the bridge is there after a restart', async () => {
  const home = await mkdtemp(join(tmpdir(), 'bluepencil-electron-'))
  const launch = (): Promise<ElectronApplication> =>
    _electron.launch({
      executablePath: join(ROOT, 'node_modules', 'electron', 'dist', readFileSync(RUNTIME, 'utf8')),
      args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ROOT],
      env: desktopEnvironment(home) as Record<string, string>,
    })
  const call = async <T>(app: ElectronApplication, method: string, args: unknown = {}): Promise<T> => {
    const page = await app.firstWindow()
    return page.evaluate(
      async ([name, given]) => {
        const result = await window.host?.call(name, given)
        if (!result?.ok) throw new Error(JSON.stringify(result))
        return result.value as never
      },
      [method, args] as const,
    )
  }
  try {
    const first = await launch()
    expect((await first.firstWindow()).url()).toMatch(/^app:\/\/bluepencil\//)
    await call(first, 'settings.set', { author: { id: 'a1', name: 'Ines Falk', initials: 'IF' } })
    const { id } = await call<{ id: string }>(first, 'document.sample')
    await call(first, 'review.do', { document: id, command: { op: 'comment', start: 0, end: 4, note: 'kept' } })
    await first.close()
    const second = await launch()
    const { review } = await call<{ review: { annotations: unknown[] } }>(second, 'document.open', { id })
    expect(review.annotations).toMatchObject([{ note: 'kept' }])
    await second.close()
  } finally {
    await rm(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
  }
})
