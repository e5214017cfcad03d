import latin from '@fontsource/source-serif-4/files/source-serif-4-latin-600-normal.woff?inline'
import latinExt from '@fontsource/source-serif-4/files/source-serif-4-latin-ext-600-normal.woff?inline'
import cyrillic from '@fontsource/source-serif-4/files/source-serif-4-cyrillic-600-normal.woff?inline'
import cyrillicExt from '@fontsource/source-serif-4/files/source-serif-4-cyrillic-ext-600-normal.woff?inline'
import greek from '@fontsource/source-serif-4/files/source-serif-4-greek-600-normal.woff?inline'
import vietnamese from '@fontsource/source-serif-4/files/source-serif-4-vietnamese-600-normal.woff?inline'

/** Source Serif, bold, one file for each script. */
export const files: readonly string[] = [latin, latinExt, cyrillic, cyrillicExt, greek, vietnamese]
