import type { en } from './en'
import type { Message } from './message'

/** German of everything but the reading desk. */
export const de: Partial<Record<keyof typeof en, Message>> = {}
