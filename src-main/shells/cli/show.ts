import { countOf } from '../../core/importers/count-of'
import type { OpenDocument } from '../../contract/api'
import type { Annotation } from '../../contract/entities'
import { isPlaced } from '../../core/review/placed'
import { documentInCodePoints } from './in-code-points'
import { complain, oneLine, print, STATUS } from './terminal'
import { withApp, type LibraryOption } from './with-app'

/** `show`: a document with its annotations. */
export async function show(id: string, options: LibraryOption & { json?: boolean }): Promise<number> {
  const opened = await withApp({ ...options, readOnly: true }, (call) => call('document.open', { id }))
  for (const message of opened.notices) complain(id, { code: 'damaged', message })
  await print(options.json ? `${JSON.stringify(documentInCodePoints(opened))}\n` : describe(opened))
  return STATUS.done
}

function describe({ document, review, detection }: OpenDocument): string {
  const { title, byline, source, date, text } = document
  const head = [title, [byline, source, date].filter(Boolean).join(' · ')].filter(Boolean).map(oneLine).join('\n')
  const inOrder = [...review.annotations].sort((a, b) => a.anchor.start - b.anchor.start)
  const counts = `${countOf(review.annotations.length, 'annotation')}, ${countOf(detection.suggestions.length, 'suggestion')}\n`
  return `${head}\n\n${text}\n\n${inOrder.map((one) => describeAnnotation(one, document.revision)).join('')}${counts}`
}

function describeAnnotation(annotation: Annotation, revision: number): string {
  const { id, kind, anchor, note, author } = annotation
  const what =
    annotation.kind === 'claim'
      ? `claim: ${annotation.type}, ${annotation.status}`
      : annotation.kind === 'flag'
        ? `flag: ${annotation.reason}, ${annotation.severity}, ${annotation.resolution}`
        : kind
  const lost = isPlaced(annotation, revision) ? '' : '  (no place in this text)'
  const said = note ? `\n    ${oneLine(note)}` : ''
  return `${id}  ${what.replaceAll('-', ' ')} (${oneLine(author.name)})\n    “${oneLine(anchor.exact)}”${lost}${said}\n`
}
