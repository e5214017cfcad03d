import { language } from '../../messages'

/** A time of day with its date, in the interface's language. @param iso ISO 8601 */
export function formatTime(iso: string): string {
  return new Date(iso).toLocaleString(language, { dateStyle: 'long', timeStyle: 'short' })
}
