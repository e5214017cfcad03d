import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const MINUTE = 60_000

/** Why tests that need LibreOffice are skipped; undefined where it is installed. */
export const noLibreOffice: string | undefined =
  spawnSync('soffice', ['--version'], { timeout: MINUTE }).status === 0
    ? undefined
    : 'LibreOffice is not installed (Debian: apt-get install libreoffice-writer)'

/** The same of its spreadsheets. */
export const noSpreadsheets: string | undefined =
  spawnSync('which', ['localc'], { timeout: MINUTE }).status === 0
    ? noLibreOffice
    : 'LibreOffice’s spreadsheets are not installed (Debian: apt-get install libreoffice-calc)'

/** What LibreOffice makes of a file: its own reading, written in another format. @param to such as `txt:Text` or `docx` */
export function convert(bytes: Uint8Array | string, extension: string, to: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'bluepencil-office-'))
  try {
    const input = join(folder, `story.${extension}`)
    writeFileSync(input, bytes)
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const out = join(folder, 'out')
    execFileSync('soffice', [profile, '--headless', '--convert-to', to, '--outdir', out, input], {
      timeout: 2 * MINUTE,
      stdio: 'ignore',
    })
    return readFileSync(join(out, `story.${to.split(':')[0]}`))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
