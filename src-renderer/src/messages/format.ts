import { language, t } from './index'

const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' })
const clockWithSeconds = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', second: '2-digit' })
const weekday = new Intl.DateTimeFormat(language, { weekday: 'short' })
const day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short' })
const dayAndYear = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', year: 'numeric' })
const full = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short' })
const whole = new Intl.NumberFormat(language)

/** A count as the language writes it. */
export const formatNumber = (value: number) => whole.format(value)

/** 12:04:31, for a stored ISO time. */
export const formatClock = (iso: string) => clockWithSeconds.format(new Date(iso))

/** Day and time in full, for a tooltip. */
export const formatFull = (iso: string) => full.format(new Date(iso))

/** As short as it can be understood now: 12:04, yesterday, Mon, 3 May, 3 May 2025. */
export function formatWhen(iso: string, now = new Date()): string {
  const then = new Date(iso)
  const days = Math.round((midnight(now) - midnight(then)) / 86_400_000)
  if (days === 0) return clock.format(then)
  if (days === 1) return t('time.yesterday')
  if (days > 1 && days < 7) return weekday.format(then)
  return (then.getFullYear() === now.getFullYear() ? day : dayAndYear).format(then)
}

function midnight(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
}

/** A label as it stands inside a sentence: small in English, as it is where nouns keep their capitals. */
export function insideSentence(label: string): string {
  return language.startsWith('de') ? label : label.toLocaleLowerCase(language)
}
