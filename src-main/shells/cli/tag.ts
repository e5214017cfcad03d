import { LONGEST_LABEL } from '../../contract/entities'
import { findAuthor } from './author'
import { complain, print, statusOf, STATUS } from './terminal'
import { withApp, type LibraryOption } from './with-app'

interface Options extends LibraryOption {
  readonly add?: string[]
  readonly remove?: string[]
  readonly folder?: string
  readonly author?: string
  readonly json?: boolean
}

/** `tag`: where documents are filed. One that cannot be filed does not keep others back. */
export async function tag(ids: readonly string[], options: Options): Promise<number> {
  const filing = { folder: options.folder, tag: options.add, untag: options.remove }
  const names = [options.folder ?? '', ...(options.add ?? []), ...(options.remove ?? [])]
  const problem = problemWith(
    names,
    Object.values(filing).every((given) => given === undefined),
  )
  if (problem) {
    complain(undefined, { code: 'bad-request', message: problem })
    return STATUS.usage
  }
  const author = await findAuthor(options.author)
  const { documents, failed } = await withApp({ library: options.library, readOnly: false, author }, (call) =>
    call('library.file', { ids: [...ids], filing }),
  )
  for (const { id, message } of failed) complain(id, { code: 'not-found', message })
  const filed = documents.map(({ id, title, folder, tags = [] }) => ({ id, title, folder, tags }))
  if (options.json) await print(`${JSON.stringify(filed)}\n`)
  else
    for (const { id, title, folder, tags } of filed)
      await print(`${id}  ${title}  ${[folder && `in ${folder}`, tags.join(', ')].filter(Boolean).join(' · ')}\n`)
  return statusOf(documents.length, failed.length)
}

function problemWith(names: readonly string[], nothing: boolean): string | undefined {
  if (nothing) return 'Say what to do: --add TAG, --remove TAG or --folder NAME.'
  const long = names.find((name) => name.length > LONGEST_LABEL)
  return long && `A name has ${LONGEST_LABEL} characters at most: “${long}” is longer.`
}
