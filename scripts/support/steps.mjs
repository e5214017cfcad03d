import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from './run.mjs'

/**
 * What a step of the tests came to. `skipped` are tests with the reason they give.
 *
 * @typedef {{ passed: number, failed: number, skipped: string[], output?: string }} Outcome
 */

/** A check that is passed or not: lint, types, build. @returns {Promise<Outcome>} */
export async function check(command, args, timeout) {
  const { code, output, timedOut } = await run(command, args, { timeout })
  if (code === 0) return { passed: 1, failed: 0, skipped: [] }
  return { passed: 0, failed: 1, skipped: [], output: timedOut ? `${output}\nIt took longer than allowed.` : output }
}

/** @returns {Promise<Outcome>} */
export function vitest(timeout) {
  return counted(
    timeout,
    (report) => ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    {},
    readVitest,
  )
}

/** @returns {Promise<Outcome>} */
export function playwright(timeout, chromium) {
  const env = (report) => ({ PLAYWRIGHT_JSON_OUTPUT_FILE: report, ...(chromium ? { CHROMIUM_PATH: chromium } : {}) })
  return counted(timeout, () => ['playwright', 'test', '--reporter=list,json'], env, readPlaywright)
}

/** Runs a test runner and counts by its report, so that a runner that died half-way counts as failed. */
async function counted(timeout, args, env, read) {
  const report = join(tmpdir(), `bluepencil-${process.pid}-${Date.now()}.json`)
  const given = typeof env === 'function' ? env(report) : env
  const { code, output, timedOut } = await run('npx', ['--no-install', ...args(report)], { timeout, env: given })
  const counts = readReport(report, read)
  rmSync(report, { force: true })
  if (!counts || timedOut || (code !== 0 && counts.failed === 0))
    return {
      passed: counts?.passed ?? 0,
      failed: (counts?.failed ?? 0) + 1,
      skipped: counts?.skipped ?? [],
      output: `${output}\n${timedOut ? 'It took longer than allowed.' : `It ended with status ${code}.`}`,
    }
  return { ...counts, output: counts.failed > 0 ? output : undefined }
}

function readReport(path, read) {
  try {
    return read(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return undefined
  }
}

function readVitest({ numPassedTests, numFailedTests, numFailedTestSuites, testResults }) {
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults)
  const skipped = tests.filter(({ status }) => status === 'skipped' || status === 'pending' || status === 'todo')
  // A file that could not be loaded has no tests to count, and must not pass for none.
  const unloaded = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  return {
    passed: numPassedTests,
    failed: numFailedTests + (numFailedTests > 0 ? 0 : Math.max(unloaded.length, numFailedTestSuites > 0 ? 1 : 0)),
    skipped: skipped.map(({ fullName }) => fullName),
  }
}

function readPlaywright({ stats, suites, errors = [] }) {
  const skipped = []
  const visit = (suite) => {
    for (const { title, tests } of suite.specs ?? [])
      for (const { status, annotations } of tests)
        if (status === 'skipped') {
          const reason = annotations.find(({ type }) => type === 'skip')?.description
          skipped.push(reason ? `${title}: ${reason}` : title)
        }
    for (const inner of suite.suites ?? []) visit(inner)
  }
  for (const suite of suites) visit(suite)
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + (stats.unexpected ? 0 : errors.length),
    skipped,
  }
}
