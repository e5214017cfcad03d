const ENGLISH =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const ENGLISH_TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const GERMAN =
  'null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn'.split(
    ' ',
  )
const GERMAN_TENS = 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'.split(' ')

const values = new Map<string, number>()
ENGLISH.forEach((word, value) => values.set(word, value))
GERMAN.forEach((word, value) => values.set(word, value))
values.set('eins', 1)
for (const [tens, units, join] of [
  [ENGLISH_TENS, ENGLISH, (ten: string, unit: string) => `${ten}-${unit}`],
  [GERMAN_TENS, GERMAN, (ten: string, unit: string) => `${unit}und${ten}`],
] as const)
  tens.forEach((ten, index) => {
    values.set(ten, (index + 2) * 10)
    for (let unit = 1; unit <= 9; unit++) values.set(join(ten, units[unit] as string), (index + 2) * 10 + unit)
  })

/** "one" and "ein" are articles and pronouns far more often than numbers. */
const DOUBTFUL = new Set(['one', 'ein', 'zero', 'null', 'acht'])

/** The value of a number written in words, English or German up to 99; undefined for any other word. Lower case. */
export function valueOfWord(word: string): number | undefined {
  return DOUBTFUL.has(word) ? undefined : values.get(word)
}

/** The words that `valueOfWord` has a value for. */
export const numberWords: readonly string[] = [...values.keys()].filter((word) => !DOUBTFUL.has(word))

const MAGNITUDES = new Map<string, number>([
  ...(['hundred', 'hundert'] as const).map((word) => [word, 100] as const),
  ...(['thousand', 'tausend', 'k'] as const).map((word) => [word, 1e3] as const),
  ...(['million', 'millions', 'millionen', 'mio', 'm', 'mn'] as const).map((word) => [word, 1e6] as const),
  ...(['billion', 'billions', 'bn', 'milliarde', 'milliarden', 'mrd'] as const).map((word) => [word, 1e9] as const),
  ...(['trillion', 'trillions', 'billionen', 'tn'] as const).map((word) => [word, 1e12] as const),
])

/** What "million" and its like multiply by; undefined for any other word. Lower case. */
export function magnitudeOf(word: string): number | undefined {
  return MAGNITUDES.get(word)
}

/**
 * The value of digits as written. Commas and full stops divide thousands or decimals after the custom of the language;
 * where both readings are possible in it, groups of three are thousands.
 *
 * @param decimalComma the language writes 1,5 for one and a half
 */
export function valueOfDigits(digits: string, decimalComma: boolean): number {
  const [grouping, decimal] = decimalComma ? ['.', ','] : [',', '.']
  const grouped = new RegExp(`^\\d{1,3}(?:\\${grouping}\\d{3})+(?:\\${decimal}\\d+)?$`)
  if (grouped.test(digits)) return Number(digits.replaceAll(grouping, '').replace(decimal, '.'))
  return Number(digits.replace(',', '.'))
}
