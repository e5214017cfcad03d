/**
 * A plain Chromium knows no app: scheme and hands such addresses to the system. Inside it they are therefore spelled as
 * https under a name that cannot exist; the program never sees that spelling.
 */
const SUFFIX = '.app-scheme.invalid'

export function toChromium(url: string): string {
  return url.replace(
    /^(blob:)?app:\/\/([a-z]+)/,
    (_, blob: string | undefined, host: string) => `${blob ?? ''}https://${host}${SUFFIX}`,
  )
}

export function fromChromium(url: string): string {
  return url.replace(
    /^(blob:)?https:\/\/([a-z]+)\.app-scheme\.invalid/,
    (_, blob: string | undefined, host: string) => `${blob ?? ''}app://${host}`,
  )
}
