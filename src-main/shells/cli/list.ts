import type { DocumentSummary } from '../../contract/api'
import { oneLine, print, STATUS } from './terminal'
import { withApp, type LibraryOption } from './with-app'

/** `list`: the documents of the library, newest change first. */
export async function list(options: LibraryOption & { json?: boolean; trash?: boolean }): Promise<number> {
  const all = await withApp({ ...options, readOnly: true }, (call) => call('library.list', {}))
  const documents = all.filter((document) => document.trashed === (options.trash ?? false))
  if (options.json) await print(`${JSON.stringify(documents)}\n`)
  else await print(documents.length > 0 ? documents.map(describe).join('') : 'No documents.\n')
  return STATUS.done
}

function describe({ id, title, changedAt, verdict, words, counts }: DocumentSummary): string {
  const said = [
    `${words} words`,
    verdict.replaceAll('-', ' '),
    `${counts.suggestions} suggestions`,
    `${counts.claims} claims, ${counts.sourced} sourced`,
    `${counts.openFlags} open flags`,
  ]
  return `${id}  ${changedAt.slice(0, 16).replace('T', ' ')}  ${oneLine(title)}\n    ${said.join(' · ')}\n`
}
