import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { OUT_FORMATS, type OutFormat } from '../../contract/exporting'
import { ANNOTATION_KINDS, EXPORT_PROFILES, type AnnotationKind } from '../../contract/taxonomies'
import { VERSION } from '../../version'
import { complain, endWith, quietWhenReaderLeaves, STATUS } from './terminal'

const EXAMPLES = `
Examples:
  bluepencil scan story.txt                      what a careful reader would stop at
  bluepencil scan --jsonl < corpus.jsonl         the same for a corpus, a record a line
  bluepencil review story.html --out annotated   every suggestion accepted, in every format
  bluepencil import inbox/ && bluepencil list    into the library
  bluepencil serve                               the app in a browser, on this machine only

Offsets in all JSON count Unicode code points.
Exit status: 0 all done, 2 wrong usage, 3 nothing could be read, 4 some inputs failed, 1 a fault of the program.`

/** Runs one command. @returns its exit status */
export async function runProgram(args: readonly string[]): Promise<number> {
  quietWhenReaderLeaves()
  let status: number = STATUS.done
  const program = createProgram((done) => (status = done))
  try {
    await program.parseAsync(args, { from: 'user' })
    return status
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? STATUS.done : STATUS.usage
    return endWith(thrown)
  }
}

function createProgram(finish: (status: number) => void): Command {
  const program = new Command('bluepencil')
  const common = (command: Command) =>
    command.exitOverride().configureOutput({
      outputError: (text) =>
        complain(undefined, {
          code: 'bad-request',
          message: `${text.replace(/^error: /, '').trim()}; see \`bluepencil help\`.`.replace('.;', ';'),
        }),
    })
  const add = (usage: string, description: string) => common(program.command(usage).description(description))

  common(program)
    .description('A desk for the people who read copy before the public does. Everything happens on this machine.')
    .version(VERSION, '-v, --version', 'print the version')
    .addHelpText('after', EXAMPLES)

  add('scan [files...]', 'suggestions for each file; no library is touched')
    .option('--json', 'print JSON')
    .option('--jsonl', 'read {"id","text","language"?} a line from stdin, answer a line for each, in order')
    .option('--sentences', 'with the check-worthiness of every sentence')
    .action(async (files: string[], options) => finish(await (await import('./scan')).scan(files, options)))

  add('review <files...>', 'import, scan, accept, and write each annotated document; no library is touched')
    .requiredOption('--out <folder>', 'where to write')
    .option('--formats <list>', `some of ${OUT_FORMATS.join(',')}`, formatList, [...OUT_FORMATS])
    .option('--accept <score>', 'accept suggestions at or above this score', score, 0.5)
    .option('--json', 'print the summary as JSON')
    .action(async (files: string[], options) => finish(await (await import('./review')).review(files, options)))

  add('import <files...>', 'files and folders into the library')
    .addOption(library())
    .option('--json', 'print JSON')
    .action(async (files: string[], options) => finish(await (await import('./import')).importFiles(files, options)))

  add('list', 'the documents of the library')
    .addOption(library())
    .option('--json', 'print JSON')
    .option('--trash', 'those in the trash')
    .option('--tag <tag...>', 'those with all of these tags')
    .option('--folder <name>', 'those in this folder; "" for those in none')
    .action(async (options) => finish(await (await import('./list')).list(options)))

  add('tag <ids...>', 'give documents tags, take tags from them, put them into a folder')
    .addOption(library())
    .option('--add <tag...>', 'tags to give')
    .option('--remove <tag...>', 'tags to take away')
    .option('--folder <name>', 'the folder to put them into; "" to take them out of theirs')
    .option('--author <name>', 'who signs; else the author of the settings, else the user of this computer')
    .option('--json', 'print JSON')
    .action(async (ids: string[], options) => finish(await (await import('./tag')).tag(ids, options)))

  add('show <id>', 'a document with its annotations')
    .addOption(library())
    .option('--json', 'print JSON')
    .action(async (id: string, options) => finish(await (await import('./show')).show(id, options)))

  add('search <words...>', 'find words in texts, annotations and sources; "in quotation marks" for a phrase')
    .addOption(library())
    .option('--limit <n>', 'at most this many', wholeNumber, 50)
    .option('--json', 'print JSON')
    .action(async (words: string[], options) => finish(await (await import('./search')).search(words, options)))

  add('annotate <id>', 'edits from stdin, one JSON command a line; each is answered when it is on disk')
    .addOption(library())
    .option('--from <file>', 'annotations from a file instead: W3C JSON-LD, or what Hypothesis gives')
    .option('--author <name>', 'who signs; else the author of the settings, else the user of this computer')
    .addHelpText(
      'after',
      `
Examples of commands:
  {"op":"highlight","start":10,"end":24,"note":"lovely"}
  {"op":"flag","start":120,"end":410,"reason":"off-topic-insertion","severity":"must-fix"}
  {"op":"resolve","id":"…","resolution":"removed"}
  {"op":"accept","key":"…"}      a suggestion by its key, as \`show --json\` gives it
  {"op":"undo"}`,
    )
    .action(async (id: string, options) => finish(await (await import('./annotate')).annotate(id, options)))

  add('revise <id> <file>', 'add a later text of a document; its annotations are found again on it, or kept as orphans')
    .addOption(library())
    .option('--author <name>', 'who signs; else the author of the settings, else the user of this computer')
    .option('--json', 'print JSON')
    .action(async (id: string, file: string, options) =>
      finish(await (await import('./revise')).revise(id, file, options)),
    )

  add('quotes <id>', 'the quotations of a document beside a transcript, subtitles, a PDF or another record')
    .addOption(library())
    .option('--record <file>', 'the record')
    .option('--source <id>', 'the record that a source of the document keeps')
    .option('--cite', 'keep the record as a source, and cite it with its place on what it has word for word')
    .option('--author <name>', 'who signs; else the author of the settings, else the user of this computer')
    .option('--json', 'print JSON')
    .action(async (id: string, options) => finish(await (await import('./quotes')).quotes(id, options)))

  add('export <id>', 'one document in one format')
    .addOption(library())
    .addOption(new Option('--format <format>', 'the format').choices(OUT_FORMATS).makeOptionMandatory())
    .requiredOption('--out <path>', 'the file to write, or the folder to write it into')
    .option('--confidential', 'name sources that are marked confidential')
    .addOption(new Option('--profile <profile>', 'what it is for').choices(EXPORT_PROFILES))
    .option('--reviewer <name...>', 'only what these said, by their names or ids')
    .option('--kinds <list>', `only some of ${ANNOTATION_KINDS.join(',')}`, kindList)
    .action(async (id: string, options) => finish(await (await import('./export')).exportOne(id, options)))

  add('reanchor', 'put W3C annotations onto a later text; no library is touched')
    .requiredOption('--annotations <file>', 'JSON-LD: a collection, a page, a list or one annotation')
    .requiredOption('--to <file>', 'the later text')
    .option('--from <file>', 'the text they were made on; surer with it')
    .requiredOption('--out <file>', 'the JSON-LD file to write')
    .option('--json', 'print what became of each')
    .action(async (options) => finish(await (await import('./reanchor')).reanchorFile(options)))

  add('merge <packages...>', 'packages of several people as one; no library is touched')
    .requiredOption('--out <path>', 'the .bluepencil file to write')
    .option('--author <name>', 'who signs; else the author of the settings, else the user of this computer')
    .option('--json', 'print JSON')
    .action(async (files: string[], options) => finish(await (await import('./merge')).mergePackages(files, options)))

  add('serve', 'the app in a browser, on this machine only')
    .addOption(library())
    .option('--port <n>', 'any free one when left out', port)
    .action(async (options) => finish(await (await import('./serve')).serveBrowser(options)))

  add('verify', 'read every stored file and say what is wrong')
    .addOption(library())
    .option('--repair', 'put right what can be, from backups and journals')
    .option('--json', 'print JSON')
    .action(async (options) => finish(await (await import('./verify')).verify(options)))

  add('backups <id>', 'the earlier states of a document that were kept')
    .addOption(library())
    .option('--restore <name>', 'put this one in the place of the document; what is there now becomes a backup')
    .option('--json', 'print JSON')
    .action(async (id: string, options) => finish(await (await import('./backups')).backups(id, options)))

  add('report', 'what somebody who helps needs to know, free of texts and names')
    .addOption(library())
    .option('--out <path>', 'the file to write; printed when left out')
    .action(async (options) => finish(await (await import('./report')).report(options)))

  add('updates', 'ask whether there is a newer release; the one command that uses the network').action(async () =>
    finish(await (await import('./updates')).updates()),
  )

  add('licences', 'the licences of what ships with the program').action(async () =>
    finish(await (await import('./licences')).licences()),
  )

  const packages = add('package', 'the whole library as one file, confidential sources too')
  common(packages.command('export').description('write the library into a package'))
    .addOption(library())
    .requiredOption('--out <path>', 'the .bluepencil file to write')
    .action(async (options) => finish(await (await import('./package')).exportPackage(options)))
  common(packages.command('import <files...>').description('add what packages hold that the library has not'))
    .addOption(library())
    .option('--json', 'print JSON')
    .action(async (files: string[], options) => finish(await (await import('./import')).importFiles(files, options)))

  return program
}

const library = () => new Option('--library <folder>', 'the library; else BLUEPENCIL_LIBRARY, else the usual place')

function formatList(value: string): OutFormat[] {
  const names = value.split(',').map((name) => name.trim())
  const isFormat = (name: string): name is OutFormat => (OUT_FORMATS as readonly string[]).includes(name)
  const foreign = names.find((name) => !isFormat(name))
  if (foreign !== undefined || names.length === 0)
    throw new InvalidArgumentError(`There is no format “${foreign}”; choose from ${OUT_FORMATS.join(', ')}.`)
  return [...new Set(names.filter(isFormat))]
}

function kindList(value: string): AnnotationKind[] {
  const names = value.split(',').map((name) => name.trim())
  const isKind = (name: string): name is AnnotationKind => (ANNOTATION_KINDS as readonly string[]).includes(name)
  const foreign = names.find((name) => !isKind(name))
  if (foreign !== undefined)
    throw new InvalidArgumentError(`There is no kind “${foreign}”; choose from ${ANNOTATION_KINDS.join(', ')}.`)
  return names.filter(isKind)
}

function score(value: string): number {
  const number = Number(value)
  if (value.trim() === '' || !(number >= 0 && number <= 1)) throw new InvalidArgumentError('A score is from 0 to 1.')
  return number
}

function wholeNumber(value: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('Give a whole number from 1.')
  return number
}

function port(value: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 0 || number > 65_535)
    throw new InvalidArgumentError('A port is a whole number from 0 to 65535.')
  return number
}
