/** Characters; the contract takes 500, a list shows far fewer. */
const LONGEST = 300

/** The title of a document whose file has none: the file's name as people say it. */
export function nameWithoutExtension(fileName: string): string {
  const base = fileName.replace(/^.*[\\/]/, '').replace(/\.[A-Za-z0-9]{1,8}$/, '')
  return tidyTitle(base.replaceAll('_', ' ')) ?? 'Untitled'
}

/** A title on one line, white space evened out, not endless; undefined where nothing is left. */
export function tidyTitle(title: string | undefined): string | undefined {
  const tidy = title?.replace(/\s+/gu, ' ').trim()
  if (!tidy) return undefined
  return tidy.length > LONGEST ? `${[...tidy.slice(0, LONGEST)].slice(0, -1).join('')}…` : tidy
}
