import type { Exported } from '@contract/api'
import { t } from '../../messages'
import type { AppState } from '../../state/app.svelte'

/** Says where an exported file went; where the shell gave its bytes, the browser downloads it. */
export function handOver(app: AppState, { cancelled, savedTo, bytes, fileName, mediaType }: Exported): void {
  if (cancelled) return
  if (savedTo !== undefined) return app.notices.info(t('export.saved', { path: savedTo }))
  if (!bytes) return
  download(bytes, fileName, mediaType)
  app.notices.info(t('export.downloaded', { name: fileName }))
}

/** Gives bytes to the browser as a file to keep. */
export function download(bytes: Uint8Array, fileName: string, mediaType: string): void {
  const address = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mediaType }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  // The download has its own hold on the data once it has begun.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
