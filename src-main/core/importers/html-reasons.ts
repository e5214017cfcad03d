/** Why a part is not in the text, in words an editor knows; the first role that fits wins. */
const REASONS: readonly (readonly [role: string, reason: string])[] = [
  ['graphic', 'words in a drawing'],
  ['cookie', 'cookie notice'],
  ['ad', 'advertisement'],
  ['newsletter', 'newsletter box'],
  ['paywall', 'paywall notice'],
  ['share', 'share row'],
  ['comment', 'reader comments'],
  ['related', 'related links'],
  ['popular', 'popular links'],
  ['navigation', 'navigation'],
  ['footer', 'page footer'],
  ['form', 'form'],
  ['dialog', 'pop-up'],
  ['author', 'byline'],
  ['tags', 'tags'],
  ['promo', 'promotion'],
  ['poll', 'poll'],
  ['caption', 'picture caption'],
  ['gallery', 'gallery'],
  ['video', 'video'],
  ['header', 'page header'],
  ['sidebar', 'sidebar'],
  ['aside', 'sidebar'],
  ['button', 'button'],
]

const PLACES = { before: 'before the story', after: 'after the story', inside: 'between parts of the story' } as const

/** @param place where it stands, for parts that nothing else is known of */
export function leftOutReason(roles: ReadonlySet<string>, place: keyof typeof PLACES): string {
  return REASONS.find(([role]) => roles.has(role))?.[1] ?? PLACES[place]
}
