import { restoreRecords } from './restore.ts'
import { admins } from './roles.ts'
import { noBody, noQuery, route } from './route.ts'
import { readUpload } from './upload.ts'

/** A package waits in memory until it is whole; a larger one is brought back by `auszug import`, from its file. */
export const maxPackageBytes = 100_000_000

export const importRoutes = [
  route({
    method: 'POST',
    path: '/v1/import',
    who: admins,
    summary:
      'Brings all records of a server back into an empty one; “Auszug-Old-Secret” is the secret that they were sealed under, where it was another.',
    takes: 'bytes',
    body: noBody,
    query: noQuery,
    handle: async (ask) => {
      const archive = await readUpload(ask, ['application/zip'], maxPackageBytes)
      const oldSecret = ask.headers.get('auszug-old-secret')
      const restored = await restoreRecords(ask.deps, archive, oldSecret, ask.now)
      const { issuer, madeAt, rows, sealedAnew } = restored
      return { body: { issuer, made_at: madeAt, rows, sealed_anew: sealedAnew } }
    },
  }),
]
