import { statSync } from 'node:fs'
import { basename, resolve } from 'node:path'

/** A file that the system asked us to open. */
export interface OpenedFile {
  readonly name: string
  readonly path: string
}

export interface Arguments {
  readonly files: readonly OpenedFile[]
  /** Folder after --library, absolute. */
  readonly library?: string
}

/**
 * What the command line of the window's program asks for: files to open, and a library. Switches of Chromium's, which
 * systems and test drivers add, are passed over, and so is what is not a file.
 *
 * @param argv without the program itself
 * @param folder the caller's working folder; a second instance has its own
 */
export function readArguments(argv: readonly string[], folder: string): Arguments {
  const files: OpenedFile[] = []
  let library: string | undefined
  for (let at = 0; at < argv.length; at++) {
    const argument = argv[at] ?? ''
    if (argument === '--library') library = resolve(folder, argv[++at] ?? '.')
    else if (argument.startsWith('--library=')) library = resolve(folder, argument.slice('--library='.length))
    else if (!argument.startsWith('-') && isFile(resolve(folder, argument))) files.push(openedFile(argument, folder))
  }
  return { files, library }
}

export function openedFile(path: string, folder = '.'): OpenedFile {
  const full = resolve(folder, path)
  return { name: basename(full), path: full }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}
