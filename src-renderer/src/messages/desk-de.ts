import type { deskEn } from './desk-en'
import type { Message } from './message'

/** German of the reading desk; what is missing is said in English. */
export const deskDe: Partial<Record<keyof typeof deskEn, Message>> = {}
