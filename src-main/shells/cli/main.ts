#!/usr/bin/env node
// The terminal's way in. `--version` is asked by scripts and must answer at once, so nothing is loaded before it.
import { VERSION } from '../../version'

const [first] = process.argv.slice(2)
if (first === '--version' || first === '-v' || first === '-V') process.stdout.write(`${VERSION}\n`)
else {
  const { runProgram } = await import('./program')
  process.exitCode = await runProgram(process.argv.slice(2))
}
