/** What a file is that this version cannot read, told by its first bytes. */
export interface ForeignFormat {
  /** With its article: "a PDF document". */
  readonly what: string
  readonly advice: string
}

const SAVE_AS = 'Save it as a web page or as plain text, and import that.'
const PASTE = 'Copy its text and paste it into Blue Pencil.'
const PICTURE = 'A picture has no text that could be marked.'
const UNPACK = 'Unpack it first, and import the files inside.'
const PROGRAM = 'It is not an article.'

/** Names of entries that tell what a ZIP container is. */
const CONTAINERS: readonly (readonly [entry: string, format: ForeignFormat])[] = [
  ['xl/', { what: 'a spreadsheet (XLSX)', advice: PASTE }],
  ['ppt/', { what: 'a presentation (PPTX)', advice: PASTE }],
  ['application/vnd.oasis.opendocument.spreadsheet', { what: 'an OpenDocument spreadsheet', advice: PASTE }],
  ['application/vnd.oasis.opendocument.presentation', { what: 'an OpenDocument presentation', advice: PASTE }],
  ['application/vnd.oasis.opendocument.graphics', { what: 'an OpenDocument drawing', advice: PICTURE }],
]
const zip: ForeignFormat = { what: 'a ZIP archive', advice: UNPACK }

/** First bytes (as Latin-1 characters), from an offset, of formats that turn up on a news desk. */
const MAGIC: readonly (readonly [offset: number, bytes: string, format: ForeignFormat])[] = [
  [0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', { what: 'an old Office document (DOC, XLS or PPT)', advice: SAVE_AS }],
  [0, '\x89PNG\r\n', { what: 'a picture (PNG)', advice: PICTURE }],
  [0, '\xff\xd8\xff', { what: 'a picture (JPEG)', advice: PICTURE }],
  [0, 'GIF8', { what: 'a picture (GIF)', advice: PICTURE }],
  [8, 'WEBP', { what: 'a picture (WebP)', advice: PICTURE }],
  [0, 'II*\0', { what: 'a picture (TIFF)', advice: PICTURE }],
  [0, 'MM\0*', { what: 'a picture (TIFF)', advice: PICTURE }],
  [4, 'ftypheic', { what: 'a picture (HEIC)', advice: PICTURE }],
  [4, 'ftypavif', { what: 'a picture (AVIF)', advice: PICTURE }],
  [4, 'ftyp', { what: 'a film or sound recording (MP4)', advice: 'Import its transcript.' }],
  [0, 'ID3', { what: 'a sound recording (MP3)', advice: 'Import its transcript.' }],
  [0, 'RIFF', { what: 'a sound or film recording (RIFF)', advice: 'Import its transcript.' }],
  [0, 'OggS', { what: 'a sound recording (Ogg)', advice: 'Import its transcript.' }],
  [0, '\x1f\x8b', { what: 'a gzip archive', advice: UNPACK }],
  [0, 'BZh', { what: 'a bzip2 archive', advice: UNPACK }],
  [0, '\xfd7zXZ\0', { what: 'an xz archive', advice: UNPACK }],
  [0, '7z\xbc\xaf\x27\x1c', { what: 'a 7-Zip archive', advice: UNPACK }],
  [0, 'Rar!\x1a', { what: 'a RAR archive', advice: UNPACK }],
  [0, 'SQLite format 3\0', { what: 'a database', advice: PROGRAM }],
  [0, '\x7fELF', { what: 'a program', advice: PROGRAM }],
]

/** @returns undefined for what may well be text */
export function foreignFormat(bytes: Uint8Array): ForeignFormat | undefined {
  const head = latin1(bytes.subarray(0, 4096))
  if (['PK\x03\x04', 'PK\x05\x06', 'PK\x07\x08'].some((magic) => head.startsWith(magic))) {
    // Entry names stand in clear at the head of the file and in the directory at its end.
    const names = head + latin1(bytes.subarray(Math.max(0, bytes.length - 16_384)))
    return CONTAINERS.find(([entry]) => names.includes(entry))?.[1] ?? zip
  }
  return MAGIC.find(([offset, magic]) => head.startsWith(magic, offset))?.[2]
}

/** By extension, for formats whose bytes are text but not an article's. */
export const FOREIGN_EXTENSIONS: ReadonlyMap<string, ForeignFormat> = new Map([
  ['.svg', { what: 'a drawing (SVG)', advice: PICTURE }],
])

/** Bytes as the characters U+0000 to U+00FF. */
export function latin1(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 4096) text += String.fromCharCode(...bytes.subarray(at, at + 4096))
  return text
}
