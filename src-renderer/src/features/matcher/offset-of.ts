import type { RecordText } from '@contract/records'

/**
 * Where in a record a citation points: its time, its page or its paragraph, as `locatorAt` writes them and people do.
 * UTF-16; nothing where the record has no such place.
 */
export function offsetOf({ marks, paragraphs }: RecordText, locator: string): number | undefined {
  const time = /\d{1,3}:\d{2}(?::\d{2})?/.exec(locator)?.[0]
  const page = /(?:^|[\s,;(])(?:p{1,2}|page|S|Seite|pg)\.?\s*([^\s,;)]+)/iu.exec(locator)?.[1]
  const paragraph = /(?:para|Abs|¶)\S*\s*(\d+)/iu.exec(locator)?.[1]
  const at = (kind: 'time' | 'page', label: string | undefined) =>
    label === undefined ? undefined : marks.find((mark) => mark.kind === kind && mark.label === label)?.start
  return (
    at('time', time) ?? at('page', page) ?? (paragraph === undefined ? undefined : paragraphs[Number(paragraph) - 1])
  )
}
