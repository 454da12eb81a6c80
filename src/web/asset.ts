import { createHash } from 'node:crypto'
import { dossierStyle } from './dossier-style.ts'
import { ledgerStyle } from './ledger-style.ts'
import { portalStyle } from './portal-style.ts'
import { webhookStyle } from './webhook-style.ts'
import { script } from './script.ts'
import { style } from './style.ts'

/** A file that pages refer to. A change of it is another name, so that a browser keeps each for ever. */
export interface Asset {
  readonly name: string
  readonly type: string
  readonly text: string
}

const mark = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path fill="#0b5563" d="M4 1h11l5 5v9h-3V7.5h-3.500V4H7v16h5v3H4z"/><path fill="#d08a1c" d="M14 17h4v-3l5 4.500-5 4.500v-3h-4z"/></svg>`

const look = style + ledgerStyle + dossierStyle + webhookStyle + portalStyle

export const styleSheet: Asset = asset('style', 'css', 'text/css', look)
export const pageScript: Asset = asset('keys', 'js', 'text/javascript', script)
export const icon: Asset = asset('icon', 'svg', 'image/svg+xml', mark)

/** Every asset by its name. */
export const assets: ReadonlyMap<string, Asset> = new Map(
  [styleSheet, pageScript, icon].map((each) => [each.name, each]),
)

function asset(stem: string, ending: string, type: string, text: string): Asset {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12)
  return { name: `${stem}.${hash}.${ending}`, type: `${type}; charset=utf-8`, text }
}
