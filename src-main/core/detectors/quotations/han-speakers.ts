import type { Range } from '../../text/model'

/** Who says a quotation in Chinese or Japanese, and the words that tell so. Offsets are UTF-16. */
export interface HanSpeaker {
  readonly speaker: Range
  readonly cue: Range
}

/** How far from its marks a speaker is looked for, in UTF-16 units. */
const REACH = 40

const HAN = '\\p{Script=Han}'
const SAYS =
  '表示|表明|指出|认为|認為|强调|強調|透露|介绍|介紹|写道|寫道|回应|回應|坦言|补充|補充|承认|承認|宣布|警告|称|稱|说|說'
const SAID_THAT = '述べ|語っ|話し|言っ|説明|強調|指摘|コメント|訴え|答え|明かし|付け加え'
/** On Wednesday, yesterday, lately: between a name and its verb. */
const WHEN = '(?:[上本]?(?:周|週|星期)[一二三四五六日天]|昨天|昨日|今天|今日|日前|随后|隨後|当天|當天)?'
const NAME = '[^、。，,；：:「」『』“”\\s]'

/** 张伟说：“…”, 市长周四表示，“…” */
const CHINESE_BEFORE = new RegExp(
  `(?<=^|[，。；！？\\s])([${HAN}·]{2,12}?)${WHEN}(?:(?:在|于|於|对|對|向)[${HAN}]{1,12}?)?(${SAYS}|告诉[${HAN}]{1,8}|告訴[${HAN}]{1,8})[：:，,]?\\s*$`,
  'u',
)
/** “…”，张伟说。 */
const CHINESE_AFTER = new RegExp(`^[，,]?\\s*([${HAN}·]{2,10}?)${WHEN}(${SAYS})(?=[。，；]|$)`, 'u')
/** 「…」と田中さんは述べた。 */
const JAPANESE_AFTER = new RegExp(`^と、?(${NAME}{1,16}?)(?:は|が)${NAME}{0,14}?(${SAID_THAT})`, 'u')
/** 田中さんは「…」と述べた。 */
const JAPANESE_TOPIC = new RegExp(`(?<=^|[、。\\s])(${NAME}{1,20}?)(?:は|も|が)[^。「」]{0,16}$`, 'u')
const JAPANESE_VERB = new RegExp(`^(?:と|など)[^。「」]{0,16}?(${SAID_THAT})`, 'u')

/** The speaker beside a quotation, where the text around it is Chinese or Japanese. */
export function hanSpeaker(text: string, { start, end }: Range): HanSpeaker | undefined {
  const near = text.slice(Math.max(0, start - REACH), start)
  const before = near.slice(near.lastIndexOf('\n') + 1)
  const [after = ''] = text.slice(end, end + REACH).split('\n')
  const left = start - before.length
  const verb = JAPANESE_VERB.exec(after)
  const topic = verb && JAPANESE_TOPIC.exec(before)
  if (verb && topic) return { speaker: group(left, topic, 1), cue: group(end, verb, 1) }
  for (const [pattern, where, offset] of [
    [JAPANESE_AFTER, after, end],
    [CHINESE_BEFORE, before, left],
    [CHINESE_AFTER, after, end],
  ] as const) {
    const found = pattern.exec(where)
    if (found) return { speaker: group(offset, found, 1), cue: group(offset, found, 2) }
  }
  return undefined
}

function group(offset: number, found: RegExpExecArray, index: 1 | 2): Range {
  const words = found[index] as string
  const at = index === 1 ? found[0].indexOf(words) : found[0].lastIndexOf(words)
  const start = offset + found.index + at
  return { start, end: start + words.length }
}
