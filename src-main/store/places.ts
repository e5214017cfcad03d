import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { existsSync, readFileSync } from 'node:fs'

export interface Places {
  /** Folder of the library. */
  readonly library: string
  /** File of this person's settings. */
  readonly settings: string
}

interface Given {
  library?: string
  /** One folder for everything, as the tests use it. */
  home?: string
}

/** Where things are kept: what was asked for, then the environment, then what is usual on the system. */
export function findPlaces(given: Given, environment: NodeJS.ProcessEnv = process.env): Places {
  const home = given.home || environment['BLUEPENCIL_HOME']
  // A folder asked for holds everything: a library that the environment names is somebody's work, and stays out of it.
  const library = given.library || (given.home ? undefined : environment['BLUEPENCIL_LIBRARY'])
  return {
    library: resolve(library || join(home || documentsFolder(environment), 'Blue Pencil')),
    settings: join(resolve(home || configFolder(environment)), 'settings.json'),
  }
}

function configFolder(environment: NodeJS.ProcessEnv): string {
  if (process.platform === 'win32')
    return join(environment['APPDATA'] || join(homedir(), 'AppData', 'Roaming'), 'Blue Pencil')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Blue Pencil')
  return join(environment['XDG_CONFIG_HOME'] || join(homedir(), '.config'), 'blue-pencil')
}

/** The person's Documents folder where there is one, else their home folder. */
function documentsFolder(environment: NodeJS.ProcessEnv): string {
  const usual = namedDocuments(environment) ?? join(homedir(), 'Documents')
  return existsSync(usual) ? usual : homedir()
}

/** Linux desktops name the folder in the language of the person (xdg-user-dirs). */
function namedDocuments(environment: NodeJS.ProcessEnv): string | undefined {
  if (process.platform === 'win32' || process.platform === 'darwin') return undefined
  try {
    const file = join(environment['XDG_CONFIG_HOME'] || join(homedir(), '.config'), 'user-dirs.dirs')
    const named = /^XDG_DOCUMENTS_DIR="(.+)"$/m.exec(readFileSync(file, 'utf8'))?.[1]
    return named?.replace(/^\$HOME/, homedir())
  } catch {
    return undefined
  }
}
