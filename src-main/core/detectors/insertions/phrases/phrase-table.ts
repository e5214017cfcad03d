/** Marker phrases by language (BCP 47 primary subtag). */
export type Phrases = Readonly<Record<string, readonly string[]>>
