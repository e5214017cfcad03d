/** A text with `{names}` in it, or one for each plural form of the number `n`. */
export type Message = string | (Partial<Record<Intl.LDMLPluralRule, string>> & { other: string })

export type Parameters = Record<string, string | number>

/** Fills a message. Numbers are written as the language writes them; an unknown name is left as it stands. */
export function fill(message: Message, language: string, parameters: Parameters = {}): string {
  const text =
    typeof message === 'string'
      ? message
      : (message[pluralRules(language).select(Number(parameters['n'] ?? 0))] ?? message.other)
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = parameters[name]
    if (value === undefined) return whole
    return typeof value === 'number' ? numbers(language).format(value) : value
  })
}

/** Making these is slow, and a page of marks is described with hundreds of messages. */
const pluralRules = cached((language) => new Intl.PluralRules(language))
const numbers = cached((language) => new Intl.NumberFormat(language))

function cached<T>(make: (language: string) => T): (language: string) => T {
  const made = new Map<string, T>()
  return (language) => {
    const known = made.get(language) ?? make(language)
    made.set(language, known)
    return known
  }
}
