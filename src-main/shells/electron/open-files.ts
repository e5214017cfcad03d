import type { Imported } from '../../contract/api'
import type { Dispatcher } from '../../contract/dispatch'
import type { Result } from '../../contract/result'
import type { OpenedFile } from './arguments'

/**
 * Imports what the system asked us to open: a double click, a drop on the icon, a second start of the program. Stories
 * and packages may come together.
 *
 * @returns one entry a story; a call that failed as a whole gives one entry a file, with the reason
 */
export async function importOpenedFiles(dispatcher: Dispatcher, files: readonly OpenedFile[]): Promise<Imported[]> {
  const packages = files.filter(isPackage)
  const stories = files.filter((file) => !isPackage(file))
  const answers: Imported[] = []
  if (stories.length > 0) answers.push(...(await imported(dispatcher, 'document.import', { files: stories }, stories)))
  for (const file of packages) answers.push(...(await imported(dispatcher, 'library.import', { file }, [file])))
  return answers
}

async function imported(
  dispatcher: Dispatcher,
  method: 'document.import' | 'library.import',
  args: unknown,
  files: readonly OpenedFile[],
): Promise<Imported[]> {
  const result = (await dispatcher.call(method, args)) as Result<Imported[]>
  return result.ok ? result.value : files.map(({ name }) => ({ fileName: name, error: result.error }))
}

function isPackage({ name }: OpenedFile): boolean {
  return name.toLowerCase().endsWith('.bluepencil')
}
