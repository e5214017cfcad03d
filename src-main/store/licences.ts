import { readdir, readFile } from 'node:fs/promises'

/**
 * The licences of what ships with the program, collected when it was built: a file for each part of the build, in the
 * folder `licences` beside the program's own.
 *
 * @param program the folder of the program's main files
 * @returns an empty text where the program runs from its sources
 */
export async function readLicences(program: URL): Promise<string> {
  const folder = new URL('../licences/', program)
  const names = await readdir(folder).catch(() => [])
  const parts = await Promise.all(
    names.filter((name) => name.endsWith('.json')).map((name) => readFile(new URL(name, folder), 'utf8')),
  )
  const licences = new Map<string, string>()
  for (const part of parts)
    for (const { name, version, licence, text } of JSON.parse(part) as ShippedPackage[])
      licences.set(`${name} ${version}`, `${name} ${version} (${licence})\n\n${text.trim()}\n`)
  const rule = `\n${'-'.repeat(72)}\n\n`
  return [...licences]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, text]) => text)
    .join(rule)
}

/** One package that is bundled into the program. */
export interface ShippedPackage {
  readonly name: string
  readonly version: string
  /** SPDX. */
  readonly licence: string
  readonly text: string
}
