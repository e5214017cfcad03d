import type { AppState } from '../../state/app.svelte'
import { handOver } from '../export/hand-over'

/** Hands the log of decisions on suggestions to the person, to measure the detectors with. */
export async function exportLog(app: AppState, id: string): Promise<void> {
  const result = await app.client.call('document.log', { id })
  if (result.ok) handOver(app, result.value)
  else app.notices.problem(result.error)
}
