import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { AppError } from '../../contract/result'

export interface PageFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly mediaType: string
  /** Built files with a hash in their name never change; the page that names them does. */
  readonly cacheControl: string
}

/** The built page by address path ("/", "/assets/index-abc.js"). */
export type PageFiles = ReadonlyMap<string, PageFile>

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.json': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
}

/**
 * Reads the built page once, at start. Requests are looked up in the map and nothing is joined to a path later, so no
 * address can reach outside it; files of a type that the page does not use are not served at all.
 *
 * @param folder where the build put the page
 * @throws AppError not-found when the page has not been built
 */
export async function readPageFiles(folder: string): Promise<PageFiles> {
  const files = new Map<string, PageFile>()
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  for (const entry of entries) {
    const mediaType = MEDIA_TYPES[extname(entry.name).toLowerCase()]
    if (!entry.isFile() || !mediaType) continue
    const path = join(entry.parentPath, entry.name)
    const address = `/${relative(folder, path).split(sep).join('/')}`
    const hashed = address.startsWith('/assets/')
    files.set(address, {
      bytes: new Uint8Array(await readFile(path)),
      mediaType,
      cacheControl: hashed ? 'private, max-age=31536000, immutable' : 'no-store',
    })
  }
  const index = files.get('/index.html')
  if (!index)
    throw new AppError('not-found', `The window’s page is missing from ${folder}. Build it first: npm run build.`)
  files.set('/', index)
  return files
}
