import latin from '@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff?inline'
import latinExt from '@fontsource/source-serif-4/files/source-serif-4-latin-ext-400-normal.woff?inline'
import cyrillic from '@fontsource/source-serif-4/files/source-serif-4-cyrillic-400-normal.woff?inline'
import cyrillicExt from '@fontsource/source-serif-4/files/source-serif-4-cyrillic-ext-400-normal.woff?inline'
import greek from '@fontsource/source-serif-4/files/source-serif-4-greek-400-normal.woff?inline'
import vietnamese from '@fontsource/source-serif-4/files/source-serif-4-vietnamese-400-normal.woff?inline'

/** Source Serif, regular, one file for each script. */
export const files: readonly string[] = [latin, latinExt, cyrillic, cyrillicExt, greek, vietnamese]
