/** Says on stderr what nobody foresaw, for whoever started the program in a terminal. Faults hold no article text. */
export function reportFault(where: string, thrown: unknown): void {
  const what = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
  process.stderr.write(`bluepencil: fault in ${where}: ${what}\n`)
}
