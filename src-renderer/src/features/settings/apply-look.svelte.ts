import type { Settings } from '@contract/api'
import { LEADING, type SettingsState } from '../../state/settings.svelte'

const FACES: Record<NonNullable<Settings['typeface']>, string> = {
  serif: 'var(--serif)',
  sans: 'var(--sans)',
  system: 'system-ui, sans-serif',
}

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
    const { textSize, lineLength, typeface = 'serif', leading = LEADING, wideSpacing = false } = settings.current
    const { style } = document.documentElement
    style.setProperty('--article-size', `${textSize / 16}rem`)
    style.setProperty('--article-measure', `${lineLength}ch`)
    style.setProperty('--article-face', FACES[typeface])
    style.setProperty('--article-leading', String(leading))
    style.setProperty('--article-letters', wideSpacing ? '0.04em' : '0em')
    style.setProperty('--article-words', wideSpacing ? '0.14em' : '0em')
  })
}
