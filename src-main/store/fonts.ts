import { readdir, readFile, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, join } from 'node:path'
import type { FontSource, FontStyle, InstalledFont } from '../core/exporters/exporter'

/** Where each system keeps typefaces. */
const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  win32: ['C:\\Windows\\Fonts', join(homedir(), 'AppData', 'Local', 'Microsoft', 'Windows', 'Fonts')],
  darwin: ['/System/Library/Fonts', '/Library/Fonts', join(homedir(), 'Library', 'Fonts')],
  linux: [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    join(homedir(), '.local', 'share', 'fonts'),
    join(homedir(), '.fonts'),
  ],
}
/** Folders within folders, and bytes of one file: the largest typefaces of Chinese have twenty million. */
const DEEPEST = 6
const LARGEST = 64 * 1024 * 1024
/** Files looked into for one script, beyond those whose name says that they are for it. */
const MOST = 40

/** Whose name is like this is likely to have the characters of the script. */
const LIKELY: readonly (readonly [script: RegExp, name: RegExp])[] = [
  [/\p{sc=Hiragana}|\p{sc=Katakana}/u, /CJK|SourceHan|YuMin|Hiragino|msmincho|meiryo|ipa|takao|vl-?gothic/i],
  [/\p{sc=Hangul}/u, /CJK|SourceHan|malgun|batang|AppleSDGothic|nanum|baekmuk/i],
  [/\p{sc=Han}/u, /CJK|SourceHan|simsun|msyh|Songti|PingFang|STSong|wqy|uming|ukai|droidsansfallback/i],
  [/\p{sc=Arabic}/u, /Naskh|Arabic|Amiri|Scheherazade|times|arial|Geeza|DejaVuSans/i],
  [/\p{sc=Hebrew}/u, /Hebrew|David|Frank|times|arial|DejaVuSans|Culmus/i],
  [/\p{sc=Devanagari}/u, /Devanagari|mangal|nirmala|Kohinoor|lohit-deva/i],
  [/\p{sc=Thai}/u, /Thai|tahoma|leelawad|Thonburi|garuda|norasi/i],
]
/** What has a little of everything. */
const BROAD =
  /DejaVuSerif\.|DejaVuSans\.|NotoSerif-Regular|NotoSans-Regular|Symbols|FreeSerif\.|arialuni|seguisym|Apple Symbols|LiberationSerif-Regular|times\.ttf/i
const UNWANTED = /bold|italic|oblique|black|light|thin|condensed|mono|emoji|-(?:extra|semi|medium)/i

/** The program's own typeface, and those that are installed on this computer. */
export const fontSource: FontSource = {
  async shipped(style) {
    const { files } = await serif[style]()
    return files.map((address) => new Uint8Array(Buffer.from(address.slice(address.indexOf(',') + 1), 'base64')))
  },
  installed,
}

const serif: Readonly<Record<FontStyle, () => Promise<{ files: readonly string[] }>>> = {
  regular: () => import('./serif-regular'),
  italic: () => import('./serif-italic'),
  bold: () => import('./serif-bold'),
}

async function* installed(sample: string): AsyncIterable<InstalledFont> {
  const paths: string[] = []
  for (const folder of FOLDERS[process.platform] ?? FOLDERS['linux'] ?? []) await collect(folder, 0, paths)
  const names = LIKELY.filter(([script]) => script.test(sample)).map(([, name]) => name)
  const rank = (path: string) => {
    const name = basename(path)
    const fits = names.some((one) => one.test(name)) ? 0 : BROAD.test(name) ? 2 : 4
    return fits + (UNWANTED.test(name) ? 1 : 0) + (/serif|naskh|times/i.test(name) ? 0 : 0.5)
  }
  const ranked = paths.map((path) => ({ path, rank: rank(path) }))
  ranked.sort((a, b) => a.rank - b.rank || (a.path < b.path ? -1 : 1))
  for (const { path } of ranked.slice(0, MOST)) {
    const bytes = await read(path)
    if (bytes) yield { name: basename(path), bytes }
  }
}

async function collect(folder: string, depth: number, paths: string[]): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isDirectory() && depth < DEEPEST) await collect(path, depth + 1, paths)
    else if (/\.(?:ttf|otf|ttc|otc)$/i.test(entry.name)) paths.push(path)
  }
}

/** @returns undefined for what cannot be read, or is too large to be a typeface */
async function read(path: string): Promise<Uint8Array | undefined> {
  try {
    const { size } = await stat(path)
    return size <= LARGEST ? await readFile(path) : undefined
  } catch {
    return undefined
  }
}
