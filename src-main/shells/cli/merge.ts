import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { toProblem, type Problem } from '../../contract/result'
import { findAuthor } from './author'
import { complain, print, progressLine, statusOf, STATUS } from './terminal'
import { withApp, type Call } from './with-app'
import { writeOut } from './write-out'

interface Answer {
  readonly package: string
  readonly documents?: readonly { id: string; title: string; merged: boolean; notices: readonly string[] }[]
  readonly error?: { readonly code: string; readonly message: string }
}

/** `merge`: packages into one, whichever order they are named in. No library is touched. */
export async function mergePackages(
  paths: readonly string[],
  options: { out: string; author?: string; json?: boolean },
): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'bluepencil-merge-'))
  const progress = progressLine()
  const author = await findAuthor(options.author)
  try {
    const answers: Answer[] = []
    const bytes = await withApp({ library: folder, readOnly: false, author }, async (call) => {
      for (const [index, path] of paths.entries()) {
        progress.show(index, paths.length, path)
        answers.push(...(await takeOne(call, path)))
      }
      const taken = answers.some(({ documents }) => documents)
      return taken ? (await call('library.export', {}, { progress: progress.show })).bytes : undefined
    })
    progress.clear()
    const failed = answers.filter(({ error }) => error)
    for (const { package: path, error } of failed) complain(path, error as Problem)
    if (bytes) await writeOut(options.out, bytes)
    if (options.json) await print(`${JSON.stringify(answers)}\n`)
    else if (bytes) await print(`${answers.map(describe).join('')}${options.out}\n`)
    return bytes ? statusOf(answers.length - failed.length, failed.length) : STATUS.nothingRead
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function takeOne(call: Call, path: string): Promise<Answer[]> {
  try {
    const imported = await call('library.import', { file: { name: basename(path), path } })
    const documents = imported.flatMap(({ document, merged, notices }) =>
      document ? [{ id: document.id, title: document.title, merged: merged ?? false, notices: notices ?? [] }] : [],
    )
    const failed = imported.flatMap(({ error }) => (error ? [{ package: path, error }] : []))
    return [...(documents.length > 0 || failed.length === 0 ? [{ package: path, documents }] : []), ...failed]
  } catch (thrown) {
    return [{ package: path, error: toProblem(thrown) }]
  }
}

function describe({ package: path, documents }: Answer): string {
  const lines = (documents ?? []).map(
    ({ title, notices }) => `  ${title}\n${notices.map((one) => `    ${one}\n`).join('')}`,
  )
  return documents ? `${path}\n${lines.join('')}` : ''
}
