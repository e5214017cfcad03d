#!/usr/bin/env node
// The terminal's way in. Each command loads its own code, so that `--version` answers at once.
const [command = 'help', ...rest] = process.argv.slice(2)

if (command === 'scan') {
  const { scan } = await import('./scan')
  process.exitCode = await scan(rest)
}

export {}
