// A desktop program, as the main process of Electron has it: a menu whose items know what the license allows, a window
// that hears of changes, and an export to a file that the user has chosen. It needs no Electron to be shown.
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { RestrictedError, guarded } from 'auszug/client'
import type { OpenLicense } from 'auszug/client'
import { exportPackage } from 'auszug/export'
import { notes } from './notes.ts'

/** What Electron's window would be told. */
export interface Window {
  /** The whole menu, anew. */
  menu(items: readonly { readonly label: string; readonly enabled: boolean }[]): void
  /** A sentence in the status bar. */
  say(sentence: string): void
}

export interface Program {
  readonly write: (words: string) => void
  /** Writes the package whole or not at all. */
  readonly exportTo: (path: string) => Promise<void>
  readonly enterKey: (key: string) => Promise<void>
  readonly quit: () => Promise<void>
}

export function startProgram(license: OpenLicense, window: Window): Program {
  const show = () =>
    window.menu([
      { label: 'New note', enabled: license.mode === 'full' },
      { label: 'Export…', enabled: true },
      { label: 'License key…', enabled: true },
    ])
  show()
  license.on('change', (now) => {
    show()
    if (now.mode === 'export-only')
      window.say(new RestrictedError(null, now, license.locale).message)
  })
  const add = guarded(license, (words: string) => notes.add({ words }))
  return {
    write: (words) => telling(window, () => add(words)),
    exportTo,
    enterKey: async (key) => {
      if (!license.checkKey(key))
        return window.say('That is no license key: please look for a typing error.')
      const isGood = await license.setKey(key)
      window.say(isGood ? 'Thank you.' : 'The key could not be checked now.')
    },
    quit: () => license.close(),
  }
}

/** What may not be done is told, and nothing breaks. */
function telling(window: Window, work: () => unknown): void {
  try {
    work()
  } catch (error) {
    if (!(error instanceof RestrictedError)) throw error
    window.say(error.message)
  }
}

async function exportTo(path: string): Promise<void> {
  const part = `${path}.part`
  try {
    const stream = exportPackage(notes.data, { formats: ['csv', 'xlsx'] })
    await pipeline(Readable.from(stream), createWriteStream(part))
    await rename(part, path)
  } finally {
    await rm(part, { force: true })
  }
}
