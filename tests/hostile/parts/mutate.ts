import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
import type { Seed } from './seeds'

/** Numbers from 0 up to, not including, 1; the same for the same seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Random = () => number
const below = (random: Random, limit: number) => Math.floor(random() * limit)
const pick = <T>(random: Random, list: readonly T[]): T => list[below(random, list.length)] as T

/** What has broken readers before: sizes that lie, depth without end, names that lead elsewhere, text that is not. */
const NASTY: readonly string[] = [
  '\0',
  '\ufeff',
  '\ud800',
  '\u202e',
  '\u2028',
  '-1',
  '0',
  '4294967295',
  '99999999999999999999',
  '1e999',
  'NaN',
  '../../../../tmp/escaped',
  'C:\\escaped',
  'javascript:alert(1)',
  'http://127.0.0.1:9/fetched',
  'file:///etc/passwd',
  '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>&b;',
  '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
  '<![CDATA[',
  ']]>',
  '<!--',
  '&#0;&#x110000;&nope;',
  '<svg onload=1><math><mtext><table><mglyph><style>',
  '{\\*\\bin999999999 ',
  '\\u-32768?',
  "\\'zz",
  '{'.repeat(300),
  '}'.repeat(300),
  '<w:ins w:id="1">',
  '<text:p>',
  'Content-Transfer-Encoding: base64\r\n\r\n====',
  'boundary=""',
  '=?utf-16?B?////?=',
  '--b1',
  '/Length 999999999',
  '/Kids[2 0 R]',
  '/Filter[/FlateDecode/FlateDecode/FlateDecode]',
  '<</Type/ObjStm/N 999999/First -1>>',
  'xref\n0 99999999\n',
  '__proto__',
  '{"__proto__":{"polluted":true}}',
  '"version":999',
]

/** One or more changes to a good file. The same numbers give the same file. */
export function mutate(seed: Seed, others: readonly Seed[], random: Random): Seed {
  let { bytes } = seed
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  const rounds = 1 + below(random, 4)
  for (let round = 0; round < rounds; round++) {
    const dice = random()
    if (isZip && dice < 0.7) bytes = mutateZip(bytes, random) ?? mutateBytes(bytes, random)
    else if (dice < 0.45) bytes = mutateBytes(bytes, random)
    else if (dice < 0.95) bytes = strToU8(mutateText(strFromU8(bytes, true), random), true)
    else bytes = spliced(bytes, pick(random, others).bytes, random)
  }
  return { name: random() < 0.9 ? seed.name : pick(random, others).name, bytes }
}

function mutateBytes(bytes: Uint8Array, random: Random): Uint8Array {
  const copy = Uint8Array.from(bytes)
  const at = below(random, copy.length)
  switch (below(random, 6)) {
    case 0:
      copy[at] = below(random, 256)
      return copy
    case 1:
      copy[at] = (copy[at] ?? 0) ^ (1 << below(random, 8))
      return copy
    case 2:
      return copy.slice(0, at)
    case 3:
      // A number of two or four bytes at its limits, where sizes and places are kept.
      copy.set(
        pick(random, [
          [0, 0],
          [255, 255],
          [255, 255, 255, 255],
          [0, 0, 0, 128],
          [255, 255, 255, 127],
        ]).slice(0, copy.length - at),
        at,
      )
      return copy
    case 4:
      return joined(copy.subarray(0, at), copy.subarray(below(random, copy.length)))
    default:
      return joined(copy.subarray(0, at), copy.subarray(at, at + below(random, 200)), copy.subarray(at))
  }
}

/** Words, numbers, tags and marks are what a reader acts on; one of them is dropped, doubled, repeated or exchanged. */
function mutateText(text: string, random: Random): string {
  const tokens = text.match(/<[^<>]{0,200}>|\\[a-z]+-?\d*|[A-Za-z_:]+|\d+|\s+|[^\sA-Za-z0-9]/g) ?? ['']
  const at = below(random, tokens.length)
  const token = tokens[at] ?? ''
  switch (below(random, 7)) {
    case 0:
      tokens.splice(at, 1 + below(random, 3))
      break
    case 1:
      tokens.splice(at, 0, token)
      break
    case 2:
      tokens[at] = token.repeat(1 + below(random, 3_000)).slice(0, 300_000)
      break
    case 3:
      tokens[at] = pick(random, NASTY)
      break
    case 4:
      tokens.splice(at, 0, pick(random, NASTY))
      break
    case 5:
      tokens[at] = pick(random, tokens)
      break
    default: {
      const other = below(random, tokens.length)
      tokens[at] = tokens[other] ?? ''
      tokens[other] = token
    }
  }
  return tokens.join('')
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** Changes that leave XML well-formed, so that what reads the tree is reached: values, words, names, depth, order. */
function mutateXml(text: string, random: Random): string {
  const replaceOne = (pattern: RegExp, by: (found: string) => string): string => {
    const found = [...text.matchAll(pattern)]
    if (found.length === 0) return text
    const { index, 0: whole } = pick(random, found)
    return text.slice(0, index) + by(whole) + text.slice(index + whole.length)
  }
  const names = [...new Set(text.match(/(?<=<)[A-Za-z][\w:.-]*/g) ?? ['x'])]
  const name = pick(random, names)
  switch (below(random, 6)) {
    case 0:
      return replaceOne(/="[^"]*"/g, () => `="${escaped(pick(random, NASTY))}"`)
    case 1:
      return replaceOne(/ [\w:.-]+="[^"]*"/g, () => '')
    case 2:
      return replaceOne(/>[^<>]+</g, () => `>${escaped(pick(random, NASTY)).replaceAll('\0', '')}<`)
    case 3: {
      const other = pick(random, names)
      return text.replace(new RegExp(`(</?)${name}(?=[\\s/>])`, 'g'), (_, open: string) => `${open}${other}`)
    }
    case 4: {
      const depth = 1 + below(random, 3_000)
      return replaceOne(
        />[^<>]+</g,
        (words) => `>${`<${name}>`.repeat(depth)}${words.slice(1, -1)}${`</${name}>`.repeat(depth)}<`,
      )
    }
    default:
      return replaceOne(/<[A-Za-z][\w:.-]*(?: [^<>]*)?\/>/g, (element) => element.repeat(below(random, 400)))
  }
}

/** An entry `mimetype` lies unpacked, as it did: without that the file is no longer of its format at all. */
function rezipped(parts: Zippable, options: { level?: 0 | 6 } = {}): Uint8Array {
  const { mimetype } = parts
  return zipSync(mimetype instanceof Uint8Array ? { ...parts, mimetype: [mimetype, { level: 0 }] } : parts, options)
}

/** Far more than a part of this size unpacks to. */
const BOMB = new Uint8Array(4_000_000)

/** Inside an archive: its parts' text, their names, their number; the archive itself is whole again afterwards. */
function mutateZip(bytes: Uint8Array, random: Random): Uint8Array | undefined {
  let parts: Record<string, Uint8Array>
  try {
    // What an earlier round made swell is not unpacked again.
    parts = unzipSync(bytes, { filter: ({ originalSize }) => originalSize < 4_000_000 })
  } catch {
    return undefined
  }
  const names = Object.keys(parts)
  if (names.length === 0) return undefined
  const name = pick(random, names)
  const content = parts[name] ?? new Uint8Array()
  switch (below(random, 12)) {
    case 0:
      return rezipped({
        ...parts,
        [pick(random, ['../escaped', '/escaped', 'a/../../escaped', 'C:\\escaped', 'x\0y', ''])]: content,
      })
    case 1:
      return rezipped(Object.fromEntries(Object.entries(parts).filter(([one]) => one !== name)) as Zippable)
    case 2:
      return rezipped({ ...parts, [name]: BOMB }, { level: 6 })
    case 3:
      return rezipped(
        { ...parts, ...Object.fromEntries(Array.from({ length: 3_000 }, (_, n) => [`x${n}`, content.subarray(0, 4)])) },
        { level: 0 },
      )
    case 4:
      return joined(rezipped(parts), rezipped({ [name]: strToU8('another') }))
    default: {
      const text = strFromU8(content, true)
      const change = text.startsWith('<?xml') && random() < 0.8 ? mutateXml : mutateText
      return rezipped({ ...parts, [name]: strToU8(change(text, random), true) })
    }
  }
}

function spliced(a: Uint8Array, b: Uint8Array, random: Random): Uint8Array {
  return joined(a.subarray(0, below(random, a.length)), b.subarray(below(random, b.length)))
}

function joined(...parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
