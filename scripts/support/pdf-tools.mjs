import { run } from './run.mjs'

const TOOLS = {
  qpdf: 'qpdf',
  pdftotext: 'poppler-utils',
  soffice: 'libreoffice-writer',
  localc: 'libreoffice-calc',
  pandoc: 'pandoc',
}
const INSTALL_MS = 180_000

/**
 * The programs that check exported PDFs and Word files and make files for our readers, installed from the system's packages where that may be done; tests that need
 * one that is not there are skipped, with the reason.
 *
 * @param {(line: string) => void} say
 */
export async function installPdfTools(say) {
  const missing = []
  for (const [tool, name] of Object.entries(TOOLS))
    if ((await run('which', [tool], { timeout: 10_000 })).code !== 0) missing.push(name)
  const mayInstall = process.getuid?.() === 0 && (await run('apt-get', ['--version'], { timeout: 10_000 })).code === 0
  if (missing.length === 0 || !mayInstall) return
  say(`Installing ${missing.join(' and ')} from the system’s packages…`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-qq'], { timeout: INSTALL_MS / 2, env })
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], { timeout: INSTALL_MS, env })
}
