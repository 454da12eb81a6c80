import { fileStore, openLicense } from 'auszug/client'
import type { OpenLicense, Options, Routes } from 'auszug/client'

/** The bakery's license: what is kept in the file is checked offline, and the vendor's server is asked. */
export function openBakeryLicense(
  file: string,
  options: Pick<Options, 'server' | 'key' | 'sandbox' | 'machine' | 'timeout'>,
): Promise<OpenLicense> {
  return openLicense({
    ...options,
    product: 'broetchenbringer',
    store: fileStore(file),
    locale: 'de',
    exportFormats: ['csv', 'jsonl', 'xlsx'],
  })
}

/** What answers when the license allows nothing but the export; everything else is refused by the guard. */
export const guarded: Routes = {
  exportAt: '/export',
  marks: {
    '/export/*': 'export',
    '/sign-in': 'open',
    'POST /sign-out': 'open',
    '/license': 'open',
    '/restore': 'open',
    'GET /help': 'open',
    'GET /imprint': 'open',
    'GET /assets/*': 'open',
    'GET /health': 'open',
  },
}
