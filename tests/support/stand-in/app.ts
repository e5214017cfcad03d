import { EventEmitter } from 'node:events'
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** An event that a listener may say no to. */
export function askable<T extends object>(details: T): T & { prevented: boolean; preventDefault(): void } {
  const event = { ...details, prevented: false, preventDefault: () => void (event.prevented = true) }
  return event
}

const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  version: string
}

class StandInApp extends EventEmitter {
  readonly isPackaged = false
  readonly switches: string[] = []
  sandboxed = false
  private userData = mkdtempSync(join(tmpdir(), 'bluepencil-stand-in-'))
  private ready = false
  private becomeReady: () => void = () => {}
  private readonly whenItIs = new Promise<void>((resolve) => (this.becomeReady = resolve))
  private release: () => void = () => {}
  /** Set by the windows, which know how to close. */
  closeWindows: () => boolean = () => true
  end: () => Promise<void> = async () => {}

  readonly commandLine = {
    appendSwitch: (name: string, value?: string) => void this.switches.push(`--${name}${value ? `=${value}` : ''}`),
  }

  enableSandbox(): void {
    if (this.ready) throw new Error('app.enableSandbox() can only be called before app is ready')
    this.sandboxed = true
  }
  setPath(name: string, path: string): void {
    if (name !== 'userData') throw new Error(`The stand-in knows no path named ${name}.`)
    mkdirSync(path, { recursive: true })
    this.userData = path
  }
  getPath(name: string): string {
    if (name !== 'userData') throw new Error(`The stand-in knows no path named ${name}.`)
    return this.userData
  }
  getPreferredSystemLanguages = (): string[] => [process.env.STAND_IN_LANGUAGE ?? 'en-GB']
  getVersion = (): string => version
  setAboutPanelOptions(): void {}
  whenReady = (): Promise<void> => this.whenItIs

  /** One process a data folder; a second one leaves its greeting there, and the first one hears it. */
  requestSingleInstanceLock(greeting: unknown = {}): boolean {
    const lock = join(this.userData, 'stand-in.lock')
    const greetings = join(this.userData, 'second-instance.json')
    if (existsSync(lock) && isRunning(Number(readFileSync(lock, 'utf8')))) {
      writeFileSync(greetings, JSON.stringify(greeting))
      return false
    }
    rmSync(lock, { force: true })
    const handle = openSync(lock, 'wx')
    writeFileSync(handle, String(process.pid))
    closeSync(handle)
    const watcher = watch(this.userData, (_event, name) => {
      if (name !== 'second-instance.json' || !existsSync(greetings)) return
      const text = readFileSync(greetings, 'utf8')
      if (!text) return
      rmSync(greetings)
      this.emit('second-instance', {}, [], process.cwd(), JSON.parse(text))
    })
    this.release = () => {
      watcher.close()
      rmSync(lock, { force: true })
    }
    return true
  }

  /** Closes the windows and asks before it ends; a no from either keeps the program running, as in Electron. */
  quit(): void {
    this.emit('before-quit', askable({}))
    if (!this.closeWindows()) return
    const leaving = askable({})
    this.emit('will-quit', leaving)
    if (leaving.prevented) return
    this.release()
    void this.end().finally(() => process.exit(0))
  }

  /** Called when the program's module has been evaluated: Electron is never ready before. */
  begin(): void {
    this.ready = true
    this.becomeReady()
    this.emit('ready')
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

export const app = new StandInApp()
