import { describe, expect, it } from 'vitest'
import { find, HARBOUR, withBlock } from './insertions-support'

const blocks: { name: string; reason: string; lines: string[]; before?: number }[] = [
  {
    name: 'headlines and a marker inside a quotation',
    reason: 'off-topic-insertion',
    before: 3,
    lines: [
      '- Council clerk faces inquiry over lost ballots',
      '- Five winter soups for a small kitchen',
      '- Chess club wins regional title at last attempt',
      'Keep Reading',
    ],
  },
  {
    name: 'a marker and headlines',
    reason: 'off-topic-insertion',
    lines: [
      'Related stories',
      'Bakers in Westmere strike for a third week',
      'How the old observatory got its telescope back',
    ],
  },
  {
    name: 'a labelled headline',
    reason: 'off-topic-insertion',
    lines: ['READ MORE: Goalkeeper Tomas Reuel signs for two more seasons'],
  },
  { name: 'an advertisement label', reason: 'advertisement', lines: ['Advertisement'] },
  { name: 'a line past an advertisement', reason: 'advertisement', lines: ['Story continues below advertisement'] },
  {
    name: 'a newsletter prompt',
    reason: 'boilerplate',
    lines: [
      'Sign up for our daily newsletter',
      'Email address',
      'By signing up you agree to our terms of use and privacy policy.',
    ],
  },
  {
    name: 'a share row',
    reason: 'boilerplate',
    lines: ['Share this article', 'Facebook', 'Twitter', 'WhatsApp', 'Copy link'],
  },
  { name: 'a share row on one line', reason: 'boilerplate', lines: ['Share on Facebook | Twitter | WhatsApp | Email'] },
  {
    name: 'a cookie notice',
    reason: 'boilerplate',
    lines: ['This website uses cookies. Accept all cookies', 'Manage preferences'],
  },
  {
    name: 'a paywall',
    reason: 'boilerplate',
    lines: ['Already a subscriber? Log in', 'Subscribe now for unlimited access', 'Cancel anytime'],
  },
  {
    name: 'a player left as text',
    reason: 'boilerplate',
    lines: ['Now playing', 'This video is not available', 'Try refreshing your browser'],
  },
]

describe('blocks that do not belong', () => {
  for (const { name, reason, lines, before = 5 } of blocks)
    it(name, () => {
      const { proposals, accepted } = find(withBlock(HARBOUR, before, lines))
      expect(accepted).toEqual([lines.join('\n')])
      // In a plain text with blank lines some of them look like headings over the paragraph below.
      expect(find(withBlock(HARBOUR, before, lines).replaceAll('\n', '\n\n')).accepted).toEqual([lines.join('\n\n')])
      expect(proposals[0]?.reason).toBe(reason)
      expect(proposals[0]?.signals.length).toBeGreaterThanOrEqual(2)
    })

  const headlines = [
    'Bakers in Westmere strike for a third week',
    'How the old observatory got its telescope back',
    'Council clerk faces inquiry over lost ballots',
    'Five winter soups for a small kitchen',
  ]
  for (const [name, lines, before] of [
    ['inside a quotation', headlines, 3],
    ['between paragraphs', headlines.slice(0, 3), 5],
    ['with list markers', headlines.slice(0, 3).map((line) => `- ${line}`), 2],
  ] as const)
    it(`headlines without any marker phrase, ${name}`, () => {
      expect(find(withBlock(HARBOUR, before, lines)).accepted).toEqual([lines.join('\n')])
    })

  it.each(['Keep Reading', undefined])('headlines inside one sentence of a quotation, with %s', (marker) => {
    const [first = '', second = ''] = [
      '“We asked for new piers in autumn,” said Ilves. “Nobody listened, and now',
      'we have',
    ]
    const rest = `${second} two boats waiting outside for a tide that is high enough.”`
    const block = ['Choir wins regional final', 'Five walks before the clocks change', ...(marker ? [marker] : [])]
    const story = [...HARBOUR.slice(0, 4), first, ...block, rest, ...HARBOUR.slice(4)]
    const { accepted, proposals } = find(story.join('\n'))
    expect(accepted).toEqual([block.join('\n')])
    expect(proposals[0]?.severity).toBe('must-fix')
    const signals = (lines: readonly string[]) =>
      find(lines.join('\n')).proposals.flatMap(({ signals: why }) => why.map(({ name }) => name))
    expect(signals(story)).toContain('interrupts-quotation')
    // Nothing is left open above.
    expect(signals(story.map((line) => (line === first ? `${line}.”` : line)))).not.toContain('interrupts-quotation')
  })

  it('says why in an editor’s words, each signal tied to what shows it', () => {
    const text = withBlock(HARBOUR, 3, blocks[0]?.lines ?? [])
    const signals = find(text).proposals[0]?.signals ?? []
    const shown = new Map(signals.map(({ name, detail, start, end }) => [name, [detail, text.slice(start, end)]]))
    expect(shown.get('marker-related')).toEqual(['Ends with “Keep Reading”', 'Keep Reading'])
    expect(shown.get('interrupts-quotation')).toEqual(['Interrupts a quotation that carries on after it', HARBOUR[3]])
    expect(shown.get('headline-list')?.[0]).toBe('Three headlines in a row, no full sentence among them')
  })
})
