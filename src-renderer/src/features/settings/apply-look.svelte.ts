import type { SettingsState } from '../../state/settings.svelte'

/** Keeps the page’s theme, text size and line length as the settings say. To be called while a component is made. */
export function applyLook(settings: SettingsState): void {
  $effect.pre(() => {
    const query = matchMedia('(prefers-color-scheme: dark)')
    const read = () => (settings.systemDark = query.matches)
    read()
    query.addEventListener('change', read)
    return () => query.removeEventListener('change', read)
  })
  $effect.pre(() => {
    document.documentElement.dataset['theme'] = settings.theme
  })
  $effect.pre(() => {
    const { textSize, lineLength } = settings.current
    const { style } = document.documentElement
    style.setProperty('--article-size', `${textSize / 16}rem`)
    style.setProperty('--article-measure', `${lineLength}ch`)
  })
}
