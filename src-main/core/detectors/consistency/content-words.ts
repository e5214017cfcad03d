const COMMON = new Set(
  (
    'that this with from have been were would will could than then they their there which when what figure given said says also more most over into about after before year years ' +
    'million billion euro euros dollars pounds some other only just such very even because while where first last expected dass eine einer einem einen wird werden wurde nicht auch sich nach über mehr oder aber'
  ).split(' '),
)

/** Words that tell what is meant: of four letters or more, without the commonest. */
export function contentWords(words: string): Set<string> {
  return new Set((words.toLowerCase().match(/\p{L}{4,}/gu) ?? []).filter((word) => !COMMON.has(word)))
}
