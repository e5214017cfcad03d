/** Characters. Longer lines are sentences. */
const LONGEST = 120
const MOST_WORDS = 18
/** CJK headlines are dense. */
const LONGEST_CJK = 45

/** A line in the shape of a headline: short, begins like one, and does not end like a sentence. */
export function looksLikeHeadline(line: string): boolean {
  if (line.length > LONGEST || !/\p{L}/u.test(line)) return false
  if (!/^[“"‘'«„»¿¡([]?[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(line)) return false
  if (/[.,;:…。،؛]$/u.test(line) && !/\b\p{Lu}\.$/u.test(line)) return false
  if (/[\u3040-\u30ff\u3400-\u9fff]/u.test(line) && line.length > LONGEST_CJK) return false
  return line.split(/\s+/u).length <= MOST_WORDS && !isByline(line) && !isDateLine(line)
}

/** "By Ines Almqvist, The Weir Courier": a short line that begins with By, Von, Par, Por, Di, Door … and a name. */
export function isByline(line: string): boolean {
  return /^(?:by|von|par|por|di|da|door|av|autor|author)[:\s]\s*\p{Lu}/iu.test(line) && line.split(/\s+/u).length <= 12
}

const MONTH =
  '(?:jan|feb|mar|m[aä]r|apr|may|mai|mayo|jun|juin|jul|juil|aug|ago|ao[uû]t|sep|oct|okt|nov|dec|dez|d[eé]c|ene|fev|f[eé]v|abr|avr|gen|mag|giu|lug|set|ott|dic)\\p{L}*\\.?'
const DATE_LINE = new RegExp(
  `^(?:\\p{L}+,?\\s+)?(?:\\d{1,2}(?:st|nd|rd|th|er|º|\\.)?\\s+(?:de\\s+)?${MONTH}(?:\\s+de)?,?\\s+\\d{4}|${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?,?\\s+\\d{4}|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4})(?:[\\sT,]+\\d{1,2}[:.h]\\d{2}.{0,24})?$`,
  'iu',
)

/** A line that is a date and nothing else, with or without a weekday and a time. */
export function isDateLine(line: string): boolean {
  return line.length <= 60 && DATE_LINE.test(line)
}
