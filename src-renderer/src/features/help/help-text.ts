/** The chapters of the help, in the order of a first read. Screens and dialogs name the one that is about them. */
export const HELP_CHAPTERS = [
  'first',
  'marks',
  'marking',
  'review',
  'claims',
  'quotations',
  'revisions',
  'export',
  'colleagues',
  'library',
  'rules',
  'keys',
  'files',
  'detectors',
  'trouble',
] as const
export type HelpChapterId = (typeof HELP_CHAPTERS)[number]

export const isHelpChapter = (id: unknown): id is HelpChapterId => (HELP_CHAPTERS as readonly unknown[]).includes(id)

/**
 * A paragraph; the items of a list; a heading inside the chapter; the drawn marks of the text. A command's id in braces,
 * such as `{review.run}`, stands for the keys that the command has now.
 */
export type HelpBlock =
  string | { readonly list: readonly string[] } | { readonly heading: string } | { readonly sample: 'marks' }

export interface HelpChapter {
  readonly title: string
  readonly blocks: readonly HelpBlock[]
}

export type HelpText = Readonly<Record<HelpChapterId, HelpChapter>>

/** A run of words of the help, or the command whose keys stand there. */
export type HelpPiece = { readonly text: string; readonly found: boolean } | { readonly command: string }

/** All words of a block, for searching; commands are left out. */
export function blockWords(block: HelpBlock): readonly string[] {
  if (typeof block === 'string') return [plain(block)]
  if ('list' in block) return block.list.map(plain)
  return 'heading' in block ? [block.heading] : []
}

/** How many paragraphs, items and headings of a chapter have all words of the query; its title counts, too. */
export function hitsIn(chapter: HelpChapter, query: string): number {
  const words = queryWords(query)
  if (words.length === 0) return 0
  const hasAll = (text: string) => words.every((word) => folded(text).includes(word))
  return [chapter.title, ...chapter.blocks.flatMap(blockWords)].filter(hasAll).length
}

/** A text cut at the commands in it and at the words that are searched for. */
export function piecesOf(text: string, query = ''): HelpPiece[] {
  const words = queryWords(query)
  return text.split(/(\{[\w.-]+\})/).flatMap((part): HelpPiece[] => {
    if (part === '') return []
    if (/^\{[\w.-]+\}$/.test(part)) return [{ command: part.slice(1, -1) }]
    return words.length === 0 ? [{ text: part, found: false }] : cutAt(part, words)
  })
}

function cutAt(text: string, words: readonly string[]): HelpPiece[] {
  const low = folded(text)
  const pieces: HelpPiece[] = []
  let done = 0
  for (let at = 0; at < text.length; at++) {
    const word = words.find((each) => low.startsWith(each, at))
    if (word === undefined) continue
    if (at > done) pieces.push({ text: text.slice(done, at), found: false })
    pieces.push({ text: text.slice(at, at + word.length), found: true })
    done = at + word.length
    at = done - 1
  }
  if (done < text.length) pieces.push({ text: text.slice(done), found: false })
  return pieces
}

const plain = (text: string) => text.replaceAll(/\{[\w.-]+\}/g, '')
const queryWords = (query: string) => folded(query).split(/\s+/).filter(Boolean)
/** As long as the text itself, so that places in it stay places in the text. */
const folded = (text: string) =>
  [...text].map((one) => (one.toLowerCase().length === one.length ? one.toLowerCase() : one)).join('')
