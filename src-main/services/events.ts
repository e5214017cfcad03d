import type { EventName, Events } from '../contract/api'

export type Listener = (name: EventName, payload: unknown) => void

export interface EventHub {
  emit<E extends EventName>(name: E, payload: Events[E]): void
  /** @returns how to stop listening */
  on(listener: Listener): () => void
}

export function createEventHub(): EventHub {
  const listeners = new Set<Listener>()
  return {
    emit(name, payload) {
      for (const listener of listeners) listener(name, payload)
    },
    on(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
