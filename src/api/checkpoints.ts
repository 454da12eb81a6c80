import { inZone } from '../license/calendar.ts'
import { checkpointOf } from '../store/checkpoint.ts'
import { readLicense } from '../store/read-license.ts'
import { signCheckpoint } from '../token/checkpoint.ts'
import { readers } from './roles.ts'
import { noBody, noQuery, param, route } from './route.ts'

export const checkpointRoutes = [
  route({
    method: 'GET',
    path: '/v1/licenses/:license/checkpoint',
    who: readers,
    summary:
      'How far a license’s history has come, signed: whoever holds it can tell later whether anything up to there was changed.',
    body: noBody,
    query: noQuery,
    handle: async (ask) => {
      const { deps, now } = ask
      const { license } = await readLicense(deps.db, param(ask, 'license'), now)
      const { at, ...checkpoint } = await checkpointOf(deps, license.id, now)
      return {
        body: {
          ...checkpoint,
          at: inZone(at, license.timeZone),
          checkpoint: signCheckpoint(await deps.evidence.signer(deps.db), { ...checkpoint, at }),
        },
      }
    },
  }),
]
