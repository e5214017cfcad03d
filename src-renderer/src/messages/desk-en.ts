import type { Message } from './message'

/** English of the reading desk. */
export const deskEn = {} as const satisfies Record<string, Message>
