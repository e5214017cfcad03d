import { basename } from 'node:path'
import type { Imported } from '../../contract/api'
import { toProblem, type Problem } from '../../contract/result'
import { offsetMap } from '../../core/text/offsets'
import { inputFiles } from '../../store/input-files'
import type { InputFile } from '../../services/ports'
import { reportInCodePoints } from './in-code-points'
import { complain, print, progressLine, statusOf, STATUS } from './terminal'
import { withApp, type Call, type LibraryOption } from './with-app'

/** `import`: files, and the files in folders, into the library. One that cannot be read does not keep others out. */
export async function importFiles(
  paths: readonly string[],
  options: LibraryOption & { json?: boolean },
): Promise<number> {
  const files = await inputFiles.expand(paths)
  const readable = files.filter((file) => !file.problem)
  const answers = new Map<InputFile, unknown[]>()
  let done = 0
  let failed = 0
  const progress = progressLine()
  const refuse = (file: InputFile, name: string, problem: Problem) => {
    failed++
    progress.clear()
    complain(name, problem)
    answers.set(file, [
      ...(answers.get(file) ?? []),
      { file: name, error: { code: problem.code, message: problem.message } },
    ])
  }
  for (const file of files) if (file.problem) refuse(file, file.path, file.problem)
  // A library is made by importing something; when there is nothing to import, none is.
  if (readable.length > 0)
    await withApp({ ...options, readOnly: false }, async (call) => {
      for (const [index, file] of readable.entries()) {
        progress.show(index, readable.length, file.path)
        for (const imported of await importOne(call, file)) {
          const name = file.name === imported.fileName ? file.path : `${file.path} (${imported.fileName})`
          if (imported.error || !imported.document) {
            refuse(file, name, imported.error ?? { code: 'fault', message: 'It was not imported.' })
            continue
          }
          done++
          answers.set(file, [...(answers.get(file) ?? []), await answerFor(call, name, imported)])
          if (!options.json) {
            progress.clear()
            await print(lineFor(imported.document, imported))
          }
        }
      }
    })
  progress.clear()
  if (files.length === 0)
    complain(undefined, { code: 'empty', message: `There are no files in ${paths.join(', ')}. Name others.` })
  if (options.json) await print(`${JSON.stringify(files.flatMap((file) => answers.get(file) ?? []))}\n`)
  return files.length === 0 ? STATUS.nothingRead : statusOf(done, failed)
}

async function importOne(call: Call, file: InputFile): Promise<Imported[]> {
  try {
    return await call('document.import', { files: [{ name: basename(file.path), path: file.path }] })
  } catch (thrown) {
    return [{ fileName: file.name, error: toProblem(thrown) }]
  }
}

/** For people: the document, and under it what was merged or left aside. */
function lineFor({ id, title }: { id: string; title: string }, { merged, duplicate, notices = [] }: Imported): string {
  const state = merged ? '  (merged)' : duplicate ? '  (was there already)' : ''
  return `${id}  ${title}${state}\n${notices.map((one) => `  note: ${one}\n`).join('')}`
}

async function answerFor(call: Call, file: string, { document, duplicate, merged, notices }: Imported) {
  if (!document) throw new Error('Nothing was imported.')
  const opened = await call('document.open', { id: document.id })
  const report = reportInCodePoints(opened.document.report, offsetMap(opened.document.text))
  return {
    file,
    id: document.id,
    report,
    ...(duplicate && { duplicate }),
    ...(merged && { merged }),
    ...(notices && { notices }),
  }
}
