import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Annotation, Document, Review } from '../../contract/entities'
import type { Exporter, ExportInput, ExportOptions } from './exporter'
import { articleHtml } from './html-article'
import { escapeHtml, escapeJson } from './html-escape'
import { noteHtml, severityWords, sourcesHtml, stateOf, type NoteContext } from './html-notes'
import { PAGE_SCRIPT } from './html-script'
import { PAGE_STYLE } from './html-style'
import { annotationCollection } from './jsonld'
import { placeAnnotations, threads } from './placed'
import { redactionNotice, shownSources } from './sources'
import { cutFlags } from './text'
import { count, VERDICT_WORDS } from './words'

/**
 * One file that needs nothing else: the article with its marks, notes beside the text, a filter, the sources, and the
 * same review as JSON-LD for programs. Its own policy forbids it to load or run anything but what is in it.
 */
export const htmlExporter: Exporter = {
  format: 'html',
  mediaType: 'text/html;charset=utf-8',
  extension: '.html',
  write: (input, options) => ({ content: page(input, options), losses: losses(input, options) }),
}

function page(input: ExportInput, options: ExportOptions): string {
  const { document, review } = input
  const { placed, lost } = placeAnnotations(document, review)
  const context: NoteContext = {
    sources: shownSources(review, options.confidential),
    replies: threads(review),
    numbers: new Map([...placed, ...lost].map(({ id }, index) => [id, index + 1])),
  }
  // Those on white space alone, between two blocks, have no mark; they are listed with the ones that lost their place.
  const marked = new Set(document.blocks.length ? placed.filter((a) => a.anchor.exact.trim()) : [])
  const adrift = [...placed, ...lost].filter((annotation) => !marked.has(annotation))
  const cuts = new Set(cutFlags(review).map((flag) => flag.id))
  const policy = `default-src 'none'; style-src '${hashOf(PAGE_STYLE)}'; script-src '${hashOf(PAGE_SCRIPT)}'; base-uri 'none'; form-action 'none'`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="${escapeHtml(options.generator)}">
<title>${escapeHtml(document.title)} · annotated</title>
<style>${PAGE_STYLE}</style>
<script type="application/ld+json">${escapeJson(annotationCollection(input, options))}</script>
</head>
<body>
<header>
${head(document, review, options)}
${filter([...placed, ...lost])}
</header>
<main>
${articleHtml(document, [...marked], cuts, context)}
${adriftHtml(adrift, context)}
${sourcesHtml(context.sources)}
</main>
<footer><p>Made with ${escapeHtml(options.generator)} on ${escapeHtml(options.now.slice(0, 10))}. This file is complete in itself and loads nothing.</p></footer>
<script>${PAGE_SCRIPT}</script>
</body>
</html>
`
}

function head(document: Document, review: Review, options: ExportOptions): string {
  const first = document.blocks[0]
  const own = first?.kind === 'heading' && document.text.slice(first.start, first.end).trim() === document.title.trim()
  const facts = [
    document.byline && `By ${document.byline}`,
    document.date,
    document.source,
    `imported from ${document.origin.fileName}`,
  ]
  const kinds = (['claim', 'flag', 'comment', 'highlight'] as const).map((kind) =>
    count(review.annotations.filter((a) => a.kind === kind).length, kind),
  )
  const verdicts = review.verdicts.map(
    ({ author, value, note }) => `${author.name}: ${VERDICT_WORDS[value]}${note ? `. ${note}` : ''}`,
  )
  const hidden = redactionNotice(review, options.confidential)
  return [
    own ? '' : `<h1 dir="auto">${escapeHtml(document.title)}</h1>`,
    ...[facts.filter(Boolean).join(' · '), kinds.join(', '), ...verdicts, hidden]
      .filter(Boolean)
      .map((fact) => `<p class="facts">${escapeHtml(fact as string)}</p>`),
  ]
    .filter(Boolean)
    .join('\n')
}

/** Hidden until the script has run: without it, it could do nothing. */
function filter(annotations: readonly Annotation[]): string {
  const choices = (name: string, label: string, pairs: readonly (readonly [string, string])[]) => {
    const options = [...new Map(pairs.filter(([value]) => value))]
      .sort((a, b) => (a[1] < b[1] ? -1 : 1))
      .map(([value, words]) => `<option value="${escapeHtml(value)}">${escapeHtml(words)}</option>`)
    return `<label>${label} <select name="${name}"><option value="">all</option>${options.join('')}</select></label>`
  }
  const spaced = (id: string) => [id, id.replaceAll('-', ' ')] as const
  return [
    '<form id="filter" class="filter" aria-label="Which notes are shown" autocomplete="off" hidden>',
    choices(
      'kind',
      'Kind',
      annotations.map((a) => spaced(a.kind)),
    ),
    choices(
      'status',
      'Status',
      annotations.map((a) => spaced(stateOf(a))),
    ),
    choices(
      'severity',
      'Severity',
      annotations.map((a) => (a.kind === 'flag' ? [a.severity, severityWords(a.severity)] : ['', ''])),
    ),
    choices(
      'reviewer',
      'Reviewer',
      annotations.map((a) => [a.author.id, a.author.name]),
    ),
    '<button type="reset">Show all</button>',
    `<output id="shown">${annotations.length} of ${annotations.length} shown</output>`,
    '</form>',
  ].join('\n')
}

function adriftHtml(adrift: readonly Annotation[], context: NoteContext): string {
  if (!adrift.length) return ''
  const notes = adrift.map((annotation) => noteHtml(annotation, context, false)).join('\n')
  return `<section aria-labelledby="adrift"><h2 id="adrift">Without a place in this text</h2><ul class="notes">${notes}</ul></section>`
}

function hashOf(inline: string): string {
  return `sha256-${btoa(String.fromCharCode(...sha256(utf8ToBytes(inline))))}`
}

function losses({ review }: ExportInput, options: ExportOptions): string[] {
  const said = []
  const hidden = redactionNotice(review, options.confidential)
  if (hidden) said.push(hidden)
  if (review.sources.some((source) => source.attachment)) said.push('Attached files are named, not included.')
  if (review.decisions.length)
    said.push('Which suggestions were dismissed is not shown in it; it comes back with the file.')
  return said
}
