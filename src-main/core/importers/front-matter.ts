import type { Metadata } from './plain-metadata'

export interface FrontMatter {
  readonly fields: Metadata
  /** The text after it. */
  readonly body: string
  /** The front matter itself, empty where there is none. */
  readonly raw: string
}

const NAMES: Readonly<Record<string, keyof Metadata>> = {
  title: 'title',
  headline: 'title',
  author: 'byline',
  authors: 'byline',
  byline: 'byline',
  by: 'byline',
  date: 'date',
  published: 'date',
  source: 'source',
  publication: 'source',
  site: 'source',
  lang: 'language',
  language: 'language',
}

/** Lines. A longer block at the top is not front matter but a text between two rules. */
const LONGEST = 60

/**
 * Title, author, date, source and language from the block between two `---` lines at the top of a Markdown file. Only
 * `name: value` lines are read; lists and nested values are kept as text. It is front matter only if such a line is there.
 */
export function frontMatter(text: string): FrontMatter {
  const none = { fields: {}, body: text, raw: '' }
  if (!/^---[ \t]*\n/.test(text)) return none
  const lines = text.slice(0, 20_000).split('\n')
  const end = lines.findIndex((line, index) => index > 0 && index <= LONGEST && /^(?:---|\.\.\.)[ \t]*$/.test(line))
  const inner = lines.slice(1, Math.max(end, 1))
  if (end < 1 || !inner.some((line) => /^[A-Za-z][\w-]*:(?:\s|$)/.test(line))) return none
  const fields: Metadata = {}
  for (const line of inner) {
    const [, name = '', value = ''] = /^([A-Za-z][\w-]*):\s*(.*)$/.exec(line) ?? []
    const field = Object.hasOwn(NAMES, name.toLowerCase()) ? NAMES[name.toLowerCase()] : undefined
    if (field && value.trim()) fields[field] ??= unquote(value.trim())
  }
  const raw = lines.slice(0, end + 1).join('\n')
  return { fields, body: text.slice(raw.length).replace(/^\n/, ''), raw }
}

function unquote(value: string): string {
  if (/^".*"$/s.test(value)) {
    try {
      return String(JSON.parse(value))
    } catch {
      return value.slice(1, -1)
    }
  }
  if (/^'.*'$/s.test(value)) return value.slice(1, -1).replaceAll("''", "'")
  if (/^\[.*\]$/s.test(value))
    return value
      .slice(1, -1)
      .split(',')
      .map((item) => unquote(item.trim()))
      .join(', ')
  return value
}
