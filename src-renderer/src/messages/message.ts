/** A text with `{names}` in it, or one for each plural form of the number `n`. */
export type Message = string | (Partial<Record<Intl.LDMLPluralRule, string>> & { other: string })

export type Parameters = Record<string, string | number>

/** Fills a message. Numbers are written as the language writes them; an unknown name is left as it stands. */
export function fill(message: Message, language: string, parameters: Parameters = {}): string {
  const text =
    typeof message === 'string'
      ? message
      : (message[new Intl.PluralRules(language).select(Number(parameters['n'] ?? 0))] ?? message.other)
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = parameters[name]
    if (value === undefined) return whole
    return typeof value === 'number' ? new Intl.NumberFormat(language).format(value) : value
  })
}
