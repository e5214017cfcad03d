import type { RecordText } from '../../contract/records'
import { speakerLabels } from './speaker-labels'

/** "00:01:02,500 --> 00:01:04,000": when a line of subtitles is shown. */
const TIMING =
  /^[ \t]*(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})[ \t]+-->[ \t]+(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})/
/** Seconds without a line after which a new paragraph begins. */
const PAUSE = 3
/** A voice before what it says. */
const LABEL = /^\p{Lu}[^:\n]{0,40}:\s+(?=\S)/u
/** Characters of a paragraph after which the next sentence begins another. */
const LONG = 700

interface Cue {
  readonly label: string
  /** Seconds. */
  readonly start: number
  readonly end: number
  readonly words: string
}

/** Whether a text is subtitles (SubRip or WebVTT): its first lines say when the first of them is shown. */
export function isSubtitles(text: string): boolean {
  return (
    /^\ufeff?WEBVTT(?:\s|$)/.test(text) ||
    text
      .slice(0, 4_000)
      .split('\n')
      .some((line) => TIMING.test(line))
  )
}

/**
 * What is said in subtitles, as running text: lines of one breath follow one another, a pause or another voice begins a
 * paragraph. Numbers, positions and marks of type are left out; the time of each line is kept beside it.
 *
 * @param text with `\n` line endings
 */
export function readSubtitles(text: string): RecordText {
  const marks: RecordText['marks'] = []
  const paragraphs: number[] = []
  let written = ''
  let begun = 0
  let last: Cue | undefined
  let voice: string | undefined
  for (const cue of cuesOf(text)) {
    // Live captions say a line again while the next one comes.
    if (cue.words === '' || cue.words === last?.words) continue
    const label = LABEL.exec(cue.words)?.[0]
    // Each line names its voice again, where lines name voices at all.
    const words = label === voice ? cue.words.slice(label?.length ?? 0) : cue.words
    voice = label
    const apart = !last || cue.start - last.end >= PAUSE || (words === cue.words && (label || /^[-–—>]/u.test(words)))
    const full = written.length - begun > LONG && /[.!?…]["”’)]*$/u.test(written)
    if (apart || full) {
      if (written) written += '\n\n'
      begun = written.length
      paragraphs.push(begun)
    } else written += ' '
    marks.push({ kind: 'time', start: written.length, label: cue.label })
    written += words
    last = cue
  }
  return { text: written, paragraphs, marks, ...speakerLabels(written) }
}

function cuesOf(text: string): Cue[] {
  const cues: Cue[] = []
  let open: { cue: Omit<Cue, 'words'>; lines: string[] } | undefined
  const close = () => {
    if (open) cues.push({ ...open.cue, words: plain(open.lines.join(' ')) })
    open = undefined
  }
  for (const line of text.split('\n')) {
    const timing = TIMING.exec(line)
    if (timing) {
      close()
      const [, h, m, s, f, h2, m2, s2, f2] = timing
      const start = seconds(h, m, s, f)
      open = { cue: { label: clock(start), start, end: seconds(h2, m2, s2, f2) }, lines: [] }
    } else if (!line.trim()) close()
    else open?.lines.push(line)
  }
  close()
  return cues
}

const seconds = (h = '0', m = '0', s = '0', f = '0') =>
  Number(h) * 3_600 + Number(m) * 60 + Number(s) + Number(`0.${f}`)

/** "00:12:31" */
function clock(at: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  return `${two(at / 3_600)}:${two((at / 60) % 60)}:${two(at % 60)}`
}

/** The words of a line: a voice that is tagged becomes a label, other tags go. */
function plain(line: string): string {
  return line
    .replace(/<v(?:\.[^\s>]{0,40})?\s{1,8}([^>]{1,60})>/giu, (_, name: string) => `${name.trim()}: `)
    .replace(/<[^<>]{0,60}>|\{\\[^{}]{0,60}\}/gu, '')
    .replace(/&amp;/g, '&')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&nbsp;/g, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
}
