import * as v from 'valibot'
import { Command } from '../../contract/commands'
import { AppError } from '../../contract/result'

type Loose = Record<string, unknown>

const schemaOf = new Map(Command.options.map((option) => [option.entries.op.literal as string, option]))
/** What the command line takes beyond the commands themselves. */
const STEPS = ['undo', 'redo']
/** Commands that may name a suggestion by its key. */
const BY_KEY = ['accept', 'dismiss']

/**
 * Refuses a command that names no operation, or has a field that its operation does not have: a field that is left aside
 * in silence would be an edit other than was asked for. Only what comes from outside is held to this.
 *
 * @throws AppError `bad-request`, with a sentence that names the field and what is known instead
 */
export function checkFields(command: Loose): void {
  const { op } = command
  const schema = typeof op === 'string' ? schemaOf.get(op) : undefined
  const isStep = STEPS.includes(op as string)
  if (!schema && !isStep) {
    const known = [...schemaOf.keys(), ...STEPS].join(', ')
    throw wrong(
      op === undefined ? `The command needs “op”: ${known}.` : `There is no “op” ${shown(op)}; choose from: ${known}.`,
    )
  }
  const fields = isStep ? ['op'] : Object.keys(schema?.entries ?? {})
  refuseOthers(command, BY_KEY.includes(op as string) ? [...fields, 'key'] : fields, `“${op as string}”`)
  if ('citation' in command && isLoose(command['citation'])) {
    const cite = Object.keys(schemaOf.get('cite')?.entries ?? {})
    refuseOthers(
      command['citation'],
      cite.filter((field) => field !== 'op' && field !== 'claim'),
      '“citation”',
    )
  }
  if (Array.isArray(command['commands'])) command['commands'].forEach(checkMember)
}

function checkMember(member: unknown, index: number): void {
  inBatch(index, () => {
    if (!isLoose(member)) throw wrong('It is not a command.')
    if (member['op'] === 'batch' || STEPS.includes(member['op'] as string))
      throw wrong(`“${member['op'] as string}” cannot stand in a batch.`)
    checkFields(member)
  })
}

/**
 * Says what is wrong with the values of a command whose fields are known.
 *
 * @param command its places in UTF-16, and a suggestion in place of its key
 * @throws AppError `bad-request`, with a sentence that names the field
 */
export function checkValues(command: Loose): void {
  if (Array.isArray(command['commands']))
    command['commands'].forEach((one: unknown, index) => inBatch(index, () => checkValues(one as Loose)))
  const schema = schemaOf.get(command['op'] as string)
  const parsed = schema && v.safeParse(schema as v.GenericSchema, command)
  if (parsed && !parsed.success) throw wrong(sentence(command['op'] as string, parsed.issues[0]))
}

function sentence(op: string, issue: v.BaseIssue<unknown>): string {
  const field = v.getDotPath(issue) ?? 'op'
  const missing = issue.received === 'undefined'
  if (missing && field === 'suggestion' && BY_KEY.includes(op)) return `“${op}” needs “key”, the key of a suggestion.`
  if (missing) return `“${op}” needs “${field}”.`
  switch (issue.type) {
    case 'picklist':
      return `“${field}” cannot be ${shown(issue.input)}; choose from: ${known(issue)}.`
    case 'string':
      return `“${field}” has to be text, not ${shown(issue.input)}.`
    case 'boolean':
      return `“${field}” has to be true or false, not ${shown(issue.input)}.`
    case 'number':
    case 'integer':
    case 'min_value':
      return `“${field}” has to be a whole number from 0 on, not ${shown(issue.input)}.`
    case 'max_length':
      return `“${field}” is too long: at most ${String(issue.requirement)} characters.`
    case 'min_length':
    case 'non_empty':
      return `“${field}” is empty.`
    case 'array':
      return `“${field}” has to be a list, not ${shown(issue.input)}.`
    case 'object':
      return `“${field}” has to be an object with fields of its own, not ${shown(issue.input)}.`
    default:
      return `“${field}” cannot be ${shown(issue.input)}.${issue.message.startsWith('Invalid') ? '' : ` ${issue.message}`}`
  }
}

/** The choices of a picklist, which a schema tells as `("fact" | "statistic")`. */
const known = ({ expected }: v.BaseIssue<unknown>) => (expected ?? '').replace(/[()"]/g, '').replaceAll(' | ', ', ')

function refuseOthers(command: Loose, fields: readonly string[], what: string): void {
  const other = Object.keys(command).find((field) => !fields.includes(field))
  if (other === undefined) return
  const has = fields.filter((field) => field !== 'op').join(', ')
  throw wrong(`${what} has no field “${other.slice(0, 80)}”${has ? `; it has: ${has}` : ''}.`)
}

function inBatch(index: number, check: () => void): void {
  try {
    check()
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown
    throw wrong(`Command ${index + 1} of the batch: ${thrown.message}`)
  }
}

function shown(value: unknown): string {
  const said = typeof value === 'string' ? `“${value}”` : JSON.stringify(value)
  return said.length > 80 ? `${said.slice(0, 79)}…` : said
}

const wrong = (message: string) => new AppError('bad-request', message)
const isLoose = (value: unknown): value is Loose => typeof value === 'object' && value !== null && !Array.isArray(value)
