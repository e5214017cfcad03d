/** The first letters of a name’s words, at most three: “Ines de la Almqvist” gives IDA. */
export function initialsOf(name: string): string {
  const letters = name
    .trim()
    .split(/[\s-]+/)
    .flatMap((word) => [...word][0]?.toLocaleUpperCase() ?? [])
  return (letters.length > 3 ? [letters[0], letters[1], letters.at(-1)] : letters).join('')
}
