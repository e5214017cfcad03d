import { complain, print, progressLine, STATUS } from './terminal'
import { withApp, type LibraryOption } from './with-app'

/** `verify`: reads every stored file; with `--repair`, puts right what can be. */
export async function verify(options: LibraryOption & { repair?: boolean; json?: boolean }): Promise<number> {
  const progress = progressLine()
  const repair = options.repair ?? false
  const { checked, problems } = await withApp({ ...options, readOnly: !repair }, (call) =>
    call('library.verify', { repair }, { progress: progress.show }),
  )
  progress.clear()
  for (const { file, message, repaired } of problems)
    complain(file, { code: 'damaged', message: repaired ? `${message} (Put right.)` : message })
  const left = problems.filter((problem) => !problem.repaired).length
  if (options.json) await print(`${JSON.stringify({ checked, problems })}\n`)
  else await print(`${checked} files read, ${problems.length} with a problem, ${problems.length - left} put right.\n`)
  return left > 0 ? STATUS.someFailed : STATUS.done
}
