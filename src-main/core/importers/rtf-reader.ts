import { keepAddress } from './address'
import { decodeBytes } from './decode'
import { refuse } from './refuse'
import { endOfGroup, rtfTokens, type RtfToken } from './rtf-tokens'
import { formatted, START, type Collector, type RtfNote, type RtfState } from './rtf-state'
import { headingLevel, RtfStory, type RtfReading } from './rtf-story'
import { CHARACTERS, encodingOfCharset, encodingOfCodePage, SYMBOLS, UNSEEN } from './rtf-words'

/** Groups inside one another; writers use a few dozen. */
const DEEPEST = 2_000

/** Reads one rich text file into blocks; afterwards its fields say what was found beside the text. */
export class RtfReader {
  readonly story: RtfStory
  readonly notes: RtfNote[] = []
  /** Ranges of notes by their reference, as far as they are told. */
  readonly ranges = new Map<string, { start: number; end?: number }>()
  readonly info = new Map<string, string>()
  pictures = 0
  objects = 0
  whole = true
  private state: RtfState = START
  private readonly stack: RtfState[] = []
  private readonly fonts = new Map<number, string>()
  private readonly footnotes: { from: number; to: number }[] = []
  private codePage = 'windows-1252'
  private bytes: number[] = []
  private units = ''
  private skipping = 0
  /** Tokens up to here are read later, as a footnote. */
  private passTo = 0
  private inFootnotes = false
  private pendingNote = { author: '', initials: '' }
  private fresh = false
  private ignorable = false
  private definedFont = -1
  private definedStyle = -1

  constructor(
    private readonly source: string,
    reading: RtfReading,
    private readonly fileName: string,
  ) {
    this.story = new RtfStory(reading)
  }

  read(): string {
    this.run(0, this.source.length)
    if (this.stack.length) this.whole = false
    this.inFootnotes = true
    for (let next = 0; next < this.footnotes.length; next++) this.footnote(next)
    this.flush(true)
    return this.story.builder.finish()
  }

  private footnote(index: number): void {
    const { from, to } = this.footnotes[index] as { from: number; to: number }
    this.passTo = 0
    this.stack.length = 0
    this.state = START
    this.endParagraph()
    this.own(`[${index + 1}] `)
    this.run(from, to)
  }

  /** Text that we add ourselves, such as a footnote's number: it is seen, so it counts. */
  private own(text: string): void {
    this.flush()
    this.emit(text)
    this.flush()
  }

  private run(from: number, to: number): void {
    for (const token of rtfTokens(this.source, from, to)) if (token.at > this.passTo) this.take(token)
    this.flush()
  }

  private take(token: RtfToken): void {
    switch (token.kind) {
      case 'open':
        this.flush()
        if (this.stack.length >= DEEPEST)
          throw refuse('unreadable', this.fileName, 'is nested deeper than any rich text needs; it was not read.')
        this.stack.push(this.state)
        this.fresh = true
        this.ignorable = false
        this.skipping = 0
        return
      case 'close':
        this.close()
        return
      case 'text':
        this.fresh = false
        for (let at = 0; at < token.text.length; at++) this.byte(token.text.charCodeAt(at))
        return
      case 'byte':
        this.byte(token.value)
        return
      case 'symbol':
        this.symbol(token.name)
        return
      case 'word':
        this.word(token.name, token.value, token.at)
    }
  }

  private close(): void {
    this.flush()
    this.fresh = false
    const { sink } = this.state
    const before = this.stack.pop()
    if (!before) return
    this.state = before
    if (sink && sink !== 'nowhere' && sink !== before.sink) sink.done?.(sink.text)
  }

  /** A byte of text, in the encoding of the font. */
  private byte(value: number): void {
    if (this.skipping > 0) {
      this.skipping--
      return
    }
    if (this.units) this.flush()
    this.bytes.push(value)
  }

  private symbol(name: string): void {
    if (name === '*') {
      this.ignorable = true
      return
    }
    if (this.skipping > 0 && name !== '\n' && name !== '\r') {
      this.skipping--
      return
    }
    this.fresh = false
    const character = SYMBOLS.get(name)
    if (character) this.character(character)
    else if (name === '\n' || name === '\r') this.endParagraph()
  }

  private character(character: string): void {
    if (this.bytes.length) this.flush()
    this.units += character
  }

  private word(name: string, value: number | undefined, at: number): void {
    const fresh = this.fresh
    this.fresh = false
    if (name === 'u' && value !== undefined) {
      this.character(String.fromCharCode(value & 0xffff))
      this.skipping = this.state.stand
      return
    }
    const character = CHARACTERS.get(name)
    if (character) {
      if (this.skipping > 0) this.skipping--
      else this.character(character)
      return
    }
    this.flush()
    if (fresh && this.destination(name, at)) return
    if (fresh && this.ignorable) {
      this.set({ sink: 'nowhere' })
      return
    }
    this.define(name, value)
    const change = formatted(name, value)
    if (change) this.set(change)
    else this.flow(name)
  }

  private define(name: string, value = 0): void {
    if (name === 'ansicpg') this.codePage = encodingOfCodePage(value)
    else if (name === 'f') this.definedFont = value
    else if (name === 's') this.definedStyle = value
    else if (name === 'fcharset') {
      const encoding = encodingOfCharset(value)
      if (encoding) this.fonts.set(this.definedFont, encoding)
    } else if (name === 'outlinelevel' && this.state.sink !== undefined)
      this.story.headings.set(this.definedStyle, Math.min(6, value + 1))
  }

  private flow(name: string): void {
    switch (name) {
      case 'par':
      case 'sect':
      case 'page':
        return this.endParagraph()
      case 'nestcell':
        return this.endParagraph()
      case 'line':
        if (this.state.sink === undefined) this.story.builder.lineBreak()
        else this.emit('\n')
        return
      case 'cell':
        this.endParagraph()
        this.story.nextCell()
        return
      case 'row':
        this.endParagraph()
        this.story.nextRow()
        return
      case 'chatn':
        return
      case 'mac':
        this.codePage = 'macintosh'
    }
  }

  /** Whether a word that opens a group says where the group's text goes. */
  private destination(name: string, at: number): boolean {
    const gather = (done: (text: string) => void) => this.set({ sink: { text: '', done } })
    switch (name) {
      case 'fonttbl':
        this.set({ sink: 'nowhere' })
        return true
      case 'stylesheet':
        this.definedStyle = 0
        this.set({ sink: { text: '' } })
        return true
      case 's':
        return false
      case 'title':
      case 'author':
      case 'creatim':
        gather((text) => this.info.set(name, text))
        return true
      case 'header':
      case 'headerl':
      case 'headerr':
      case 'headerf':
        gather((text) => this.story.leave(text, 'page header'))
        return true
      case 'footer':
      case 'footerl':
      case 'footerr':
      case 'footerf':
        gather((text) => this.story.leave(text, 'page footer'))
        return true
      case 'footnote':
        // A note inside a note is read where it stands.
        if (this.inFootnotes || this.state.sink !== undefined) return true
        this.passTo = endOfGroup(this.source, at)
        this.footnotes.push({ from: at, to: this.passTo })
        this.own(`[${this.footnotes.length}]`)
        return true
      case 'listtext':
      case 'pntext':
        if (this.state.sink === undefined) this.outer({ list: true })
        this.set({ sink: 'nowhere' })
        return true
      case 'field':
        this.set({ field: {} })
        return true
      case 'fldinst': {
        const { field } = this.state
        gather((text) => {
          const address = /HYPERLINK\s+(?:\\l\s+)?"([^"]*)"/i.exec(text)?.[1]
          if (field && address) field.href = keepAddress(address)
        })
        return true
      }
      case 'fldrslt':
        this.set({ link: this.state.field?.href })
        return true
      case 'shptxt':
      case 'shprslt':
        this.set({ sink: name === 'shptxt' ? undefined : 'nowhere' })
        return true
      case 'shp':
        this.set({ sink: 'nowhere' })
        return true
      case 'pict':
        if (this.state.sink === undefined) this.pictures++
        this.set({ sink: 'nowhere' })
        return true
      case 'object':
        this.objects++
        return true
      case 'result':
        return true
      case 'upr':
        this.set({ sink: 'nowhere' })
        return true
      case 'ud':
        this.set({ sink: this.stack[this.stack.length - 2]?.sink })
        return true
      default:
        if (this.noteDestination(name, gather)) return true
        if (!UNSEEN.has(name)) return false
        this.set({ sink: 'nowhere' })
        return true
    }
  }

  private noteDestination(name: string, gather: (done: (text: string) => void) => void): boolean {
    const { note } = this.state
    switch (name) {
      case 'atrfstart':
        gather((ref) => this.ranges.set(ref.trim(), { start: this.story.builder.position }))
        return true
      case 'atrfend':
        gather((ref) => {
          const range = this.ranges.get(ref.trim())
          if (range) range.end = this.story.builder.position
        })
        return true
      case 'atnid':
        gather((text) => (this.pendingNote.initials = text.trim()))
        return true
      case 'atnauthor':
        gather((text) => (this.pendingNote.author = text.trim()))
        return true
      case 'annotation': {
        const made: RtfNote = { ...this.pendingNote, body: '', at: this.story.builder.position }
        this.notes.push(made)
        this.pendingNote = { author: '', initials: '' }
        this.set({ note: made, sink: { text: '', done: (text) => (made.body = text.trim()) } })
        return true
      }
      case 'atnref':
        gather((text) => note && (note.ref = text.trim()))
        return true
      case 'atndate':
        gather((text) => note && (note.date = Number(text)))
        return true
      case 'atnparent':
        gather((text) => note && (note.parent = text.trim()))
        return true
      default:
        return false
    }
  }

  private set(change: Partial<RtfState>): void {
    this.state = { ...this.state, ...change }
  }

  /** Changes what holds after the group that is open now. */
  private outer(change: Partial<RtfState>): void {
    const last = this.stack.length - 1
    if (last >= 0) this.stack[last] = { ...(this.stack[last] as RtfState), ...change }
  }

  /** @param all also the first half of a character whose other half has not come yet */
  private flush(all = false): void {
    let text = this.units
    this.units = ''
    if (this.bytes.length) {
      text += decodeBytes(this.fonts.get(this.state.font) ?? this.codePage, Uint8Array.from(this.bytes))
      this.bytes = []
    }
    // Some writers begin a group between the two halves of a character.
    if (!all && /[\ud800-\udbff]$/.test(text)) {
      this.units = text.slice(-1)
      text = text.slice(0, -1)
    }
    if (text) this.emit(text)
  }

  private emit(text: string): void {
    const { sink } = this.state
    if (sink === 'nowhere') return
    if (sink) {
      this.collect(sink, text)
      return
    }
    this.story.write(text, this.state)
  }

  private collect(sink: Collector, text: string): void {
    sink.text += text
    if (sink.text.endsWith(';') && this.definedStyle >= 0) {
      const level = headingLevel(sink.text.slice(0, -1))
      if (level) this.story.headings.set(this.definedStyle, level)
      if (sink.done === undefined) sink.text = ''
    }
  }

  private endParagraph(): void {
    this.flush()
    const { sink } = this.state
    if (sink === 'nowhere') return
    if (sink) {
      sink.text += '\n'
      return
    }
    this.story.endParagraph(this.state)
  }
}
