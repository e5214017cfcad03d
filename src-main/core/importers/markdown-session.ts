import type { Comment } from '../../contract/entities'
import { MARKDOWN_SESSION, markdownExporter } from '../exporters/markdown'
import { readSave, type SavedReview } from '../exporters/save-file'
import { carriedSession } from './carried-session'
import { countOf } from './count-of'
import type { ImportedText } from './importer'
import { commentOf, personNamed } from './noted'

/** The session in Markdown of ours, with the comments that somebody wrote into it since. */
export function markdownSession(source: string, fileName: string): ImportedText | undefined {
  const at = source.lastIndexOf(MARKDOWN_SESSION)
  const end = source.indexOf(' -->', at)
  const save = at >= 0 && end >= 0 && readSave(source.slice(at + MARKDOWN_SESSION.length, end), fileName)
  if (!save) return undefined
  const body = source.slice(0, at)
  const exported = exportedBody(save)
  const comments = newComments(body, exported, save)
  const notices = comments.length ? [`Written into the file since: ${countOf(comments.length, 'comment')}.`] : []
  if (wordsOf(body) !== wordsOf(exported))
    notices.push('The words of the file were changed after the export. The session was opened as it was exported.')
  const notes = comments.length ? { annotations: comments, replies: [], sources: [] } : undefined
  return carriedSession(save, 'text/markdown', { notices, notes })
}

/** The file as it was exported, without its session. */
function exportedBody({ document, review, savedAt, generator }: SavedReview): string {
  const detection = { version: 'none', suggestions: [], sentences: [] }
  // The session holds only what the file shows, so there is nothing to keep back.
  const options = { confidential: true, now: savedAt, generator }
  const written = markdownExporter.write({ document, review, detection }, options)
  const content = written instanceof Promise || typeof written.content !== 'string' ? '' : written.content
  return content.slice(0, content.lastIndexOf(MARKDOWN_SESSION))
}

const REMARK = /(?:\{==((?:(?!==\})[^])*)==\})?\{>>((?:(?!<<\})[^])*)<<\}/g
const plain = (markdown: string) => markdown.replace(/\\(?=[!-/:-@[-`{-~])/g, '')
/** What is left of Markdown without remarks and marks. */
const wordsOf = (source: string) => source.replace(/\{>>(?:(?!<<\})[^])*<<\}|\{[=+-]{2}|[=+-]{2}\}|\s+/g, '')

function newComments(body: string, exported: string, { document, savedAt }: SavedReview): Comment[] {
  const known = new Set([...exported.matchAll(REMARK)].map((match) => match[2]))
  return [...body.matchAll(REMARK)].flatMap((match) => {
    const [, marked = '', said = ''] = match
    if (known.has(said)) return []
    const words = plain(marked).trim()
    const found = words ? document.text.indexOf(words) : -1
    // A remark without marked words stands on the words before it.
    const before = plain(
      body
        .slice(Math.max(0, match.index - 24), match.index)
        .split('\n')
        .pop() ?? '',
    )
    const start = found >= 0 ? found : Math.max(0, document.text.indexOf(before) + before.length)
    const end = found >= 0 ? found + words.length : start
    const comment = commentOf(document.text, { start, end, author: personNamed(undefined), time: savedAt, body: said })
    return comment ? [comment] : []
  })
}
