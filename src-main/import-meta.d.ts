/** What Vite adds: all files of a pattern, bundled where it stands. */
interface ImportMeta {
  glob(
    pattern: string,
    options: { readonly query: string; readonly import: 'default'; readonly eager: true },
  ): Readonly<Record<string, string>>
}
