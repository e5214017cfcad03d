import { join } from 'node:path'
import * as v from 'valibot'
import { RuleChoices, RulePack, type HouseRules } from '../contract/rules'
import { AppError } from '../contract/result'
import { writeDurably } from './durable-file'
import { RULES, seal } from './envelope'
import { isMissing, writeProblem } from './file-errors'
import type { FilePort } from './file-port'
import { readSealed } from './sealed-file'
import { setAside } from './set-aside'

/** Bytes; a pack that a person wrote is far smaller. */
const MOST_BYTES = 2 * 1024 * 1024
const NOTHING: HouseRules = { mutes: [], off: [], packs: [] }

/** The rules of a library: `rules.json` for what was chosen, the folder `rules` for packs, as somebody wrote them. */
export interface RulesFile {
  /** Said once after opening: what could not be read. */
  readonly notices: readonly string[]
  get(): HouseRules
  /** Resolves when it is on disk. */
  choose(choices: RuleChoices): Promise<void>
  /** Keeps a pack under its name; one of the same name gives way. @throws AppError `unreadable` when it is not a pack */
  addPack(fileName: string, bytes: Uint8Array): Promise<void>
}

export async function openRules(options: {
  readonly files: FilePort
  readonly library: string
  readonly writable: boolean
  readonly clock: () => string
}): Promise<RulesFile> {
  const { files, library, writable, clock } = options
  const path = join(library, 'rules.json')
  const folder = join(library, 'rules')
  const notices: string[] = []
  let rules: HouseRules = { ...(await readChoices()), packs: await readPacks() }

  async function readChoices(): Promise<RuleChoices> {
    const found = await readSealed(files, RULES, path)
    const choices = 'payload' in found ? v.safeParse(RuleChoices, found.payload) : undefined
    if (choices?.success) return choices.output
    if (found.state === 'missing') return NOTHING
    const kept = writable ? await setAside(files, library, path, clock()) : 'rules.json'
    notices.push(`The house rules of this library could not be read, so all are on. The file is kept as ${kept}.`)
    return NOTHING
  }

  async function readPacks(): Promise<RulePack[]> {
    const names = await files.readdir(folder).catch((thrown: unknown) => {
      if (isMissing(thrown)) return []
      throw thrown
    })
    const packs: RulePack[] = []
    for (const name of names.filter((name) => name.endsWith('.json')).sort())
      try {
        packs.push(parsePack(name, await files.readFile(join(folder, name))))
      } catch (thrown) {
        notices.push(thrown instanceof AppError ? thrown.message : `${name} in the rules folder could not be read.`)
      }
    return packs
  }

  return {
    notices,
    get: () => rules,
    async choose({ mutes, off, passages }) {
      const choices = { mutes, off, ...(passages && { passages }) }
      await writeDurably(files, path, seal(RULES, choices, clock()))
      rules = { ...rules, ...choices }
    },
    async addPack(fileName, bytes) {
      const pack = parsePack(fileName, bytes)
      const name = `${
        pack.name
          .replace(/[^\p{L}\p{N}-]+/gu, ' ')
          .trim()
          .slice(0, 60) || 'rules'
      }.json`
      await files.mkdir(folder, { recursive: true }).catch((thrown: unknown) => {
        throw writeProblem(thrown, folder)
      })
      await writeDurably(files, join(folder, name), Buffer.from(bytes))
      rules = { ...rules, packs: [...rules.packs.filter((one) => one.name !== pack.name), pack] }
    },
  }
}

function parsePack(name: string, bytes: Uint8Array): RulePack {
  if (bytes.byteLength > MOST_BYTES) throw unreadable(name, 'it is larger than 2 MB')
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    throw unreadable(name, 'it is not JSON')
  }
  const parsed = v.safeParse(RulePack, value)
  if (parsed.success) return parsed.output
  const [issue] = parsed.issues
  const where = v.getDotPath(issue)
  throw unreadable(name, `${where ? `at ${where}: ` : ''}${issue.message}`)
}

const unreadable = (name: string, why: string) =>
  new AppError('unreadable', `${name} is not a pack of house rules: ${why}. The help shows what one looks like.`)
