/** The parts of the window that its first picture does without, as one file to fetch. */
export { default as DocumentScreen } from '../reader/DocumentScreen.svelte'
export { default as RevisionsScreen } from '../revisions/RevisionsScreen.svelte'
export { default as Overlays } from './Overlays.svelte'
