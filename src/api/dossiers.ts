import { z } from 'zod'
import { byteStream } from '../export/byte-stream.ts'
import { zip } from '../export/zip.ts'
import type { ZipEntry } from '../export/zip.ts'
import { dateAt } from '../license/calendar.ts'
import { Problem } from '../license/problem.ts'
import { documentBytes } from '../store/document.ts'
import { makeDossier } from '../store/dossier.ts'
import { listEvidenceKeys } from '../store/evidence-key.ts'
import { signDossier } from '../token/dossier.ts'
import type { Dossier } from '../token/dossier.ts'
import { evidenceKeySet } from '../token/evidence-key.ts'
import { preferred } from './accept.ts'
import { supporters } from './roles.ts'
import { noBody, param, route } from './route.ts'
import type { Answer, Ask } from './route.ts'

/** How a dossier can be had: as the one signed file, or as what it says. */
const types = ['application/jose', 'application/json'] as const

export const dossierRoutes = [
  route({
    method: 'GET',
    path: '/v1/licenses/:license/dossier',
    who: supporters,
    summary:
      'The dossier of a license as one signed file (JWS), as JSON, or with documents=1 as a ZIP with the documents’ bytes.',
    offers: types,
    body: noBody,
    query: z.strictObject({ documents: z.enum(['0', '1']).optional() }),
    handle: async (ask) => {
      const { deps, now, query } = ask
      const wantsDocuments = query.documents === '1'
      const type = wantsDocuments ? null : preferred(ask.headers.get('accept'), types)
      if (type === null && !wantsDocuments) throw new Problem('not-acceptable', { offers: types })
      const dossier = await makeDossier(deps, param(ask, 'license'), null, now)
      if (type === 'application/json') return { body: dossier, headers: { vary: 'Accept' } }
      const signed = signDossier(await deps.evidence.signer(deps.db), dossier)
      return wantsDocuments ? packed(ask, dossier, signed) : signedFile(ask, dossier, signed)
    },
  }),
]

function signedFile({ now }: Pick<Ask, 'now'>, dossier: Dossier, signed: string): Answer {
  return {
    body: signed,
    headers: {
      'content-type': 'application/jose',
      'content-disposition': `attachment; filename="${nameOf(dossier, now)}.jws"`,
      vary: 'Accept',
    },
  }
}

/** The signed file with the documents whose hashes it bears, and the keys of this day to check it with. */
function packed(
  { deps, now }: Pick<Ask, 'deps' | 'now'>,
  dossier: Dossier,
  signed: string,
): Answer {
  const { db, issuer } = deps
  async function* entries(): AsyncGenerator<ZipEntry> {
    const keys = evidenceKeySet(issuer, await listEvidenceKeys(db))
    yield { path: 'dossier.jws', body: signed }
    yield { path: 'evidence-keys.json', body: `${JSON.stringify(keys, null, 2)}\n` }
    for (const document of dossier.documents)
      if (document.name !== null)
        yield { path: `documents/${pathOf(document)}`, body: documentBytes(db, document.id) }
  }
  return {
    body: byteStream(() => zip(entries())),
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${nameOf(dossier, now)}.zip"`,
    },
  }
}

/** Two files of one name stay two, and no name leads out of its folder. */
function pathOf({ id, name }: Dossier['documents'][number]): string {
  return `${id}-${(name ?? '').replaceAll(/[/\\:*?"<>|\p{Cc}]/gu, '_')}`
}

function nameOf({ sub }: Dossier, now: number): string {
  return `dossier-${sub}-${dateAt(now, 'UTC')}`
}
