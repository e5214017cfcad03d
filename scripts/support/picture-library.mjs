/** A library that looks like one at work: stories with verdicts, and the sample story half-way through a review. */
import { STORIES } from './picture-stories.mjs'

const EDITOR = { id: 'ines-falk', name: 'Ines Falk', initials: 'IF' }

/** Calls the browser shell as its page does. */
export function caller(url) {
  const { origin, hash } = new URL(url)
  const headers = { origin, 'content-type': 'application/json', 'x-bluepencil-token': hash.replace('#token=', '') }
  return async function call(method, args = {}) {
    const response = await fetch(`${origin}/rpc`, { method: 'POST', headers, body: JSON.stringify({ method, args }) })
    const result = await response.json()
    if (!result.ok) throw new Error(`${method}: ${result.error.message}`)
    return result.value
  }
}

/** @returns the sample story, with claims, flags and a source */
export async function fillLibrary(call) {
  await call('settings.set', { author: EDITOR, tourDone: true })
  for (const { name, text, verdict } of STORIES) await bring(call, name, text, verdict)
  const story = await call('document.sample')
  const { detection } = await call('document.open', { id: story.id })
  const surest = (kind, count) =>
    detection.suggestions
      .filter((one) => one.kind === kind)
      .toSorted((a, b) => b.score - a.score || a.start - b.start)
      .slice(0, count)
  for (const suggestion of [...surest('flag', 2), ...surest('claim', 3)])
    await call('review.do', { document: story.id, command: { op: 'accept', suggestion } })
  const { review } = await call('document.open', { id: story.id })
  const claim = review.annotations.find(({ kind }) => kind === 'claim')
  if (claim)
    await call('review.do', {
      document: story.id,
      command: { op: 'source', citation: 'Harbour office, minutes of 3 March', claim: claim.id, stance: 'supports' },
    })
  return story
}

/**
 * A later text of a story: a confirmed claim in other words, another whose paragraph is gone, the insertion taken out, and
 * a sentence more.
 */
export async function addLaterText(call, id) {
  const { document, review } = await call('document.open', { id })
  const [first, , last] = review.annotations
    .filter(({ kind }) => kind === 'claim')
    .toSorted((a, b) => a.anchor.start - b.anchor.start)
  await call('review.do', { document: id, command: { op: 'edit', id: first.id, status: 'confirmed' } })
  const of = ({ anchor }) => document.text.slice(anchor.start, anchor.end)
  const insertion = review.annotations.find(({ reason }) => reason === 'off-topic-insertion')
  const paragraph = document.blocks.find(({ start, end }) => start <= last.anchor.start && end > last.anchor.start)
  const text = document.text
    .replace(document.text.slice(paragraph.start, paragraph.end), 'The council meets again on 21 October, it said.')
    .replace(insertion ? of(insertion) : '', '')
    .replace(of(first), of(first).replace('three years', 'almost four years'))
    .replaceAll('in August', 'in late August')
  await call('document.revise', { id, file: fileOf('later.txt', text) })
}

/** A story into the library, its surest suggestions accepted, with a verdict. */
async function bring(call, name, text, value) {
  const [{ document }] = await call('document.import', { files: [fileOf(name, text)] })
  const { detection } = await call('document.open', { id: document.id })
  const commands = detection.suggestions
    .filter((s) => s.score > 0.7)
    .map((suggestion) => ({ op: 'accept', suggestion }))
  if (value === 'not-started') return
  await call('review.do', { document: document.id, command: { op: 'batch', label: 'accept', commands } })
  await call('review.do', { document: document.id, command: { op: 'verdict', value } })
  if (value !== 'cleared') return
  const { review } = await call('document.open', { id: document.id })
  for (const { kind, id } of review.annotations) {
    const source = { op: 'source', citation: 'Notes of the interview, page 2', kind: 'on-record-interview', claim: id }
    const command = kind === 'claim' ? source : { op: 'resolve', id, resolution: 'rewritten' }
    if (kind === 'claim' || kind === 'flag') await call('review.do', { document: document.id, command })
  }
}

const fileOf = (name, text) => ({ name, bytes: { $bytes: Buffer.from(text).toString('base64') } })
