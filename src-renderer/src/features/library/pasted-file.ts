import { t } from '../../messages'
import type { PendingFile } from './pending-files'

/** Characters of a title that become a file’s name. */
const NAME_LENGTH = 80

/**
 * A pasted text as the file it would be. A title that was typed is its first line, unless the text begins with it;
 * without one the text’s first line names the file.
 */
export function pastedFile(title: string, text: string): PendingFile {
  const typed = title.trim()
  const first = text.trim().split(/\r?\n/, 1)[0]?.trim() ?? ''
  const content = typed && typed !== first ? `${typed}\n\n${text}` : text
  return { name: `${fileName(typed || first)}.txt`, file: new File([content], 'pasted.txt', { type: 'text/plain' }) }
}

function fileName(title: string): string {
  const plain = title.replace(/[\p{Cc}\\/:*?"<>|]+/gu, ' ').replace(/\s+/g, ' ')
  return (
    [...plain]
      .slice(0, NAME_LENGTH)
      .join('')
      .replace(/[. ]+$/, '')
      .trim() || t('paste.untitled')
  )
}
