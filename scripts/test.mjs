/**
 * npm test: whatever a fresh clone lacks is done first; then lint, types, build, the tests in Node and the journeys in
 * Chromium. Ends with "N passed, N failed" over all of them.
 */
import { fileURLToPath } from 'node:url'
import { findChromium } from './support/chromium.mjs'
import { installPdfTools } from './support/pdf-tools.mjs'
import { complainAboutNode, installDependencies } from './support/set-up.mjs'
import { check, playwright, vitest } from './support/steps.mjs'

const MINUTE = 60_000
const LIMIT = 15 * MINUTE
const root = fileURLToPath(new URL('..', import.meta.url))
const begun = Date.now()
const say = (line) => console.log(line)
process.chdir(root)

const total = { passed: 0, failed: 0, skipped: [] }

async function step(name, work) {
  const start = Date.now()
  const { passed, failed, skipped, output } = await work()
  total.passed += passed
  total.failed += failed
  total.skipped.push(...skipped)
  const seconds = ((Date.now() - start) / 1000).toFixed(1)
  say(`${failed > 0 ? '✘' : '✓'} ${name}: ${passed} passed, ${failed} failed (${seconds} s)`)
  if (output) say(output.trimEnd())
  return failed === 0
}

/** No step may take what the whole has not left. */
const within = (ms) => Math.max(1_000, Math.min(ms, LIMIT - (Date.now() - begun)))
const script = (name) => ['run', '--silent', name]

function end() {
  for (const skipped of total.skipped) say(`skipped: ${skipped}`)
  say(`${total.passed} passed, ${total.failed} failed`)
  process.exit(total.failed > 0 ? 1 : 0)
}

const missing = complainAboutNode() ?? (await installDependencies(root, say))
if (missing) {
  say(missing)
  total.failed += 1
  end()
}
const chromium = await findChromium(say)
await installPdfTools(say)

await step('lint', () => check('npm', script('lint'), within(4 * MINUTE)))
await step('types', () => check('npm', script('check'), within(4 * MINUTE)))
const built = await step('build', () => check('npm', script('build'), within(3 * MINUTE)))
await step('tests in Node', () => vitest(within(8 * MINUTE)))
await step('journeys in Chromium', async () => {
  const problem = chromium.problem ?? (built ? undefined : 'There is no build to run them on.')
  return problem
    ? { passed: 0, failed: 1, skipped: [], output: problem }
    : playwright(within(8 * MINUTE), chromium.path)
})
end()
