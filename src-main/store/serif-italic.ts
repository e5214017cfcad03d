import latin from '@fontsource/source-serif-4/files/source-serif-4-latin-400-italic.woff?inline'
import latinExt from '@fontsource/source-serif-4/files/source-serif-4-latin-ext-400-italic.woff?inline'
import cyrillic from '@fontsource/source-serif-4/files/source-serif-4-cyrillic-400-italic.woff?inline'
import cyrillicExt from '@fontsource/source-serif-4/files/source-serif-4-cyrillic-ext-400-italic.woff?inline'
import greek from '@fontsource/source-serif-4/files/source-serif-4-greek-400-italic.woff?inline'
import vietnamese from '@fontsource/source-serif-4/files/source-serif-4-vietnamese-400-italic.woff?inline'

/** Source Serif, italic, one file for each script. */
export const files: readonly string[] = [latin, latinExt, cyrillic, cyrillicExt, greek, vietnamese]
