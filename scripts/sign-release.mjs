/**
 * node scripts/sign-release.mjs --key PRIVATE.pem --page https://… : writes dist/release.json, which tells of this
 * version with its part of the changelog, and its signature beside it. `--new-key FOLDER` makes a pair of keys first;
 * the public one goes to package.json under `updates`, the private one stays out of the repository.
 */
import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const root = fileURLToPath(new URL('..', import.meta.url))
const { values } = parseArgs({
  options: { key: { type: 'string' }, page: { type: 'string' }, 'new-key': { type: 'string' } },
})
if (values['new-key'] !== undefined) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const path = join(values['new-key'], 'release-key.pem')
  writeFileSync(path, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600, flag: 'wx' })
  console.log(`The private key is in ${path}. The public one, for package.json:`)
  console.log(publicKey.export({ format: 'der', type: 'spki' }).toString('base64'))
} else if (values.key === undefined || !values.page?.startsWith('https://')) {
  console.error('usage: sign-release --key PRIVATE.pem --page https://…, or --new-key FOLDER')
  process.exitCode = 2
} else {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const release = { format: 'bluepencil-release', version, date: today(), notes: notesOf(version), page: values.page }
  const content = Buffer.from(`${JSON.stringify(release, undefined, 1)}\n`)
  const signature = sign(null, content, createPrivateKey(readFileSync(values.key)))
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(join(root, 'dist', 'release.json'), content)
  writeFileSync(join(root, 'dist', 'release.json.sig'), `${signature.toString('base64')}\n`)
  console.log(`dist/release.json tells of ${version}.`)
}

function today() {
  return new Date().toISOString().slice(0, 10)
}

/** The changelog's part about one version, without its heading. */
function notesOf(version) {
  const parts = readFileSync(join(root, 'CHANGELOG.md'), 'utf8').split(/^## /m)
  const part =
    parts.find((text) => text.startsWith(`[${version}]`)) ?? parts.find((text) => text.startsWith('[Unreleased]'))
  return (part ?? '').split('\n').slice(1).join('\n').trim()
}
