import { contextBridge, ipcRenderer } from 'electron'
import { electronAPI } from '@electron-toolkit/preload'
import { BRIDGE, CALL_CHANNEL, EVENT_CHANNEL, type Bridge } from '../contract/bridge'
import type { EventName } from '../contract/api'

type Listener = Parameters<Bridge['listen']>[0]

const listeners = new Set<Listener>()
/** What happened before the page listened, such as a file opened from the desktop. */
let early: [EventName, unknown][] = []

// The event object of Electron stays here: it would give the page the sender, and with it every channel.
ipcRenderer.on(EVENT_CHANNEL, (_event, name: EventName, payload: unknown) => {
  if (listeners.size === 0) early.push([name, payload])
  for (const listener of listeners) listener(name, payload)
})

const bridge: Bridge = {
  call: (method, args) => ipcRenderer.invoke(CALL_CHANNEL, method, args),
  listen(listener) {
    listeners.add(listener)
    for (const [name, payload] of early) listener(name, payload)
    early = []
    return () => void listeners.delete(listener)
  },
  pathForFile: (file) => electronAPI.webUtils.getPathForFile(file as File),
  platform: electronAPI.process.platform,
  shell: 'electron',
}

contextBridge.exposeInMainWorld(BRIDGE, bridge)
