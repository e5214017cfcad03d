import { findUpdate } from '../../store/updates'
import { UPDATES, VERSION } from '../../version'
import { endWith, oneLine, print, STATUS } from './terminal'

/** `updates`: whether there is a newer release. */
export async function updates(): Promise<number> {
  try {
    const release = await findUpdate(UPDATES, VERSION)
    if (!release) await print(`${VERSION} is the newest release.\n`)
    else {
      const { version, date, notes, page } = release
      await print(`${oneLine(version)} of ${oneLine(date)} is newer.\n\n${notes}\n\n${oneLine(page)}\n`)
    }
    return STATUS.done
  } catch (thrown) {
    return endWith(thrown)
  }
}
