import type { Annotation, Reply } from '../../contract/entities'
import { escapeHtml, linkable } from './html-escape'
import { shownCitations, sourceLine, type ShownSource } from './sources'
import { ATTRIBUTION_WORDS, count, describe, SEVERITY_WORDS } from './words'

/** What the notes of one page share. */
export interface NoteContext {
  readonly sources: ReadonlyMap<string, ShownSource>
  readonly replies: ReadonlyMap<string, readonly Reply[]>
  /** 1, 2, 3 … in the order of the text. */
  readonly numbers: ReadonlyMap<string, number>
}

/** The class of the words that somebody wrote, by which they are found when the page is read back. */
export const SAID = 'said'

/** How an annotation stands, as one word that the page is filtered by. */
export function stateOf(annotation: Annotation): string {
  switch (annotation.kind) {
    case 'claim':
      return annotation.status
    case 'flag':
      return annotation.resolution
    case 'comment':
      return annotation.resolved ? 'resolved' : 'open'
    case 'highlight':
      return ''
  }
}

/** What a screen reader says of a mark: "claim 3 of 18, statistic, unchecked, 2 replies". */
export function spokenName(annotation: Annotation, { numbers, replies }: NoteContext): string {
  const [kind, ...rest] = describe(annotation).split(', ')
  const thread = replies.get(annotation.id)?.length ?? 0
  const words = [`${kind} ${numbers.get(annotation.id)} of ${numbers.size}`, ...rest]
  return [
    ...words,
    ...(thread ? [count(thread, 'repl').replace(/repls?$/, thread === 1 ? 'reply' : 'replies')] : []),
  ].join(', ')
}

/** The note in the margin: kind and state, what was said, who and when, sources, thread. */
export function noteHtml(annotation: Annotation, context: NoteContext, back: boolean): string {
  const number = context.numbers.get(annotation.id) ?? 0
  const severity = annotation.kind === 'flag' ? annotation.severity : ''
  const data = [
    ['id', annotation.id],
    ['kind', annotation.kind],
    ['status', stateOf(annotation)],
    ['severity', severity],
    ['reviewer', annotation.author.id],
  ]
  const attributes = data.map(([name, value]) => `data-${name}="${escapeHtml(value ?? '')}"`).join(' ')
  const title = escapeHtml(noteTitle(annotation))
  return [
    `<li class="note ${annotation.kind}" id="note-${number}" ${attributes}>`,
    `<p><b>${back ? `<a href="#mark-${number}" aria-label="Back to the text of note ${number}">${number}</a>` : number} · ${title}</b></p>`,
    // Beside its text a note need not say it again.
    back ? '' : `<p><q>${escapeHtml(shorten(annotation.anchor.exact))}</q></p>`,
    ...details(annotation).map(([name, value]) => `<p>${name}: ${escapeHtml(value)}</p>`),
    annotation.note && `<p class="${SAID}">${escapeHtml(annotation.note)}</p>`,
    annotation.kind === 'claim' ? citations(annotation, context) : '',
    signature(annotation),
    ...(context.replies.get(annotation.id) ?? []).map(
      (reply) =>
        `<div class="thread" data-id="${escapeHtml(reply.id)}"><p class="${SAID}">${escapeHtml(reply.body)}</p>${signature(reply)}</div>`,
    ),
    '</li>',
  ]
    .filter(Boolean)
    .join('\n')
}

function details(annotation: Annotation): [string, string][] {
  if (annotation.kind === 'claim')
    return [
      ...(annotation.speaker ? [['Speaker', annotation.speaker] as [string, string]] : []),
      ...(annotation.attribution
        ? [['Attribution', ATTRIBUTION_WORDS[annotation.attribution]] as [string, string]]
        : []),
    ]
  if (annotation.kind === 'flag' && annotation.resolutionNote) return [['Because', annotation.resolutionNote]]
  return []
}

function citations(claim: Extract<Annotation, { kind: 'claim' }>, { sources }: NoteContext): string {
  const items = shownCitations(claim, sources).map(
    ({ source, stance, locator }) =>
      `<li>${stance}: <a href="#source-${escapeHtml(source.id)}">${escapeHtml(source.citation)}</a>${locator ? `, ${escapeHtml(locator)}` : ''}</li>`,
  )
  return items.length ? `<ul>${items.join('')}</ul>` : ''
}

/** The list of all sources at the end of the page. */
export function sourcesHtml(sources: ReadonlyMap<string, ShownSource>): string {
  if (!sources.size) return ''
  const items = [...sources.values()].map((source) => {
    const url = linkable(source.url)
    const line = escapeHtml(sourceLine({ source: url ? { ...source, url: undefined } : source }))
    const link = url ? `, <a href="${escapeHtml(url)}" rel="noreferrer noopener">${escapeHtml(url)}</a>` : ''
    const note = source.note ? `<br>${escapeHtml(source.note)}` : ''
    return `<li id="source-${escapeHtml(source.id)}">${line}${link}${note}</li>`
  })
  return `<section class="sources" aria-labelledby="sources"><h2 id="sources">Sources</h2><ol>${items.join('\n')}</ol></section>`
}

function signature({ author, updatedAt }: Pick<Annotation, 'author' | 'updatedAt'>): string {
  const time = `${updatedAt.slice(0, 10)} ${updatedAt.slice(11, 16)} UTC`
  return `<p>${escapeHtml(author.name)}, <time datetime="${escapeHtml(updatedAt)}">${escapeHtml(time)}</time></p>`
}

/** The heading of a note, after its number: "Claim, statistic, confirmed". */
export function noteTitle(annotation: Annotation): string {
  const words = describe(annotation)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A long passage by its beginning and its end; it stands in full in the text beside. */
function shorten(words: string): string {
  const characters = [...words.replace(/\s+/g, ' ')]
  return characters.length <= 140
    ? characters.join('')
    : `${characters.slice(0, 80).join('')} … ${characters.slice(-40).join('')}`
}

/** The words of a severity for the page's filter. */
export function severityWords(value: string): string {
  return Object.hasOwn(SEVERITY_WORDS, value) ? SEVERITY_WORDS[value as keyof typeof SEVERITY_WORDS] : value
}
