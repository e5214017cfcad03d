import { t, type MessageKey } from '../../messages'

/** What a change did, in words: “flag”, “dismissal”, or what whoever put several together called it. */
export function changeName(op: string | undefined, label?: string): string {
  if (op === undefined) return ''
  return label || t(`desk.change.${op}` as MessageKey)
}
