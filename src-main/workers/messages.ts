import type { Problem } from '../contract/result'

/** What goes to a worker and what comes back; everything survives structured cloning. */
export interface WorkerRequest {
  readonly number: number
  readonly job: unknown
}
export type WorkerReply =
  | { readonly number: number; readonly kind: 'progress'; done: number; total: number; label: string }
  | { readonly number: number; readonly kind: 'done'; value: unknown }
  | { readonly number: number; readonly kind: 'failed'; problem: Problem }
