/**
 * npm run audit: known advisories about anything that is installed. Each that stays has to be explained here; one that is
 * not ends with status 1. Where the registry answers no audits, it says so and ends well: nothing was found out.
 */
import { fileURLToPath } from 'node:url'
import { run } from './support/run.mjs'

/** Advisories that stay, each with the reason why it does not concern what ships. */
const EXPLAINED = [
  {
    name: 'pdfjs-dist',
    about: /arbitrary javascript execution/i,
    why: 'CVE-2026-16633 is in the scripting of its viewer, which is not in the program: pages are read for their text alone, in a thread without a page, with no script run. Later versions need a newer Node than this project runs on.',
  },
]

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const { output } = await run('npm', ['audit', '--json'], { timeout: 60_000 })
const answer = parse(output)
if (!answer?.vulnerabilities) {
  console.log(
    `The registry did not answer an audit${answer?.message ? ` (${answer.message})` : ''}. Nothing was found out.`,
  )
} else {
  const advisories = Object.values(answer.vulnerabilities).flatMap(({ via }) =>
    via.filter((one) => typeof one === 'object'),
  )
  const whyNot = ({ name, title }) => EXPLAINED.find((one) => one.name === name && one.about.test(title))?.why
  const open = advisories.filter((one) => whyNot(one) === undefined)
  for (const one of advisories)
    console.log(`${one.severity}: ${one.name}: ${one.title} (${one.url})\n  ${whyNot(one) ?? 'not explained'}`)
  console.log(`${advisories.length} advisories, ${open.length} not explained`)
  process.exitCode = open.length > 0 ? 1 : 0
}

/** npm writes warnings before and after its JSON. */
function parse(text) {
  try {
    return JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1))
  } catch {
    return undefined
  }
}
