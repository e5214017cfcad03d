import type { DocumentSummary } from '../../contract/api'
import { countOf } from '../../core/importers/count-of'
import { sameLabel } from '../../core/review/filing'
import { oneLine, print, STATUS } from './terminal'
import { withApp, type LibraryOption } from './with-app'

/** `list`: the documents of the library, newest change first. */
export async function list(
  options: LibraryOption & { json?: boolean; trash?: boolean; tag?: string[]; folder?: string },
): Promise<number> {
  const all = await withApp({ ...options, readOnly: true }, (call) => call('library.list', {}))
  const { tag: tags = [], folder, trash = false } = options
  const documents = all.filter(
    (one) =>
      one.trashed === trash &&
      (folder === undefined || sameLabel(one.folder ?? '', folder)) &&
      tags.every((tag) => one.tags?.some((own) => sameLabel(own, tag))),
  )
  if (options.json) await print(`${JSON.stringify(documents)}\n`)
  else await print(documents.length > 0 ? documents.map(describe).join('') : 'No documents.\n')
  return STATUS.done
}

function describe({ id, title, changedAt, verdict, words, counts, folder, tags = [] }: DocumentSummary): string {
  const said = [
    countOf(words, 'word'),
    verdict.replaceAll('-', ' '),
    countOf(counts.suggestions, 'suggestion'),
    `${countOf(counts.claims, 'claim')}, ${counts.sourced} sourced`,
    countOf(counts.openFlags, 'open flag'),
    ...(folder ? [`in ${oneLine(folder)}`] : []),
    ...(tags.length > 0 ? [`tags: ${oneLine(tags.join(', '))}`] : []),
  ]
  return `${id}  ${changedAt.slice(0, 16).replace('T', ' ')}  ${oneLine(title)}\n    ${said.join(' · ')}\n`
}
