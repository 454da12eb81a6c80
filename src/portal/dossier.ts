import { dateAt } from '../license/calendar.ts'
import { makeDossier } from '../store/dossier.ts'
import { signDossier } from '../token/dossier.ts'
import { named, page } from './visit.ts'

export const dossierPages = [
  page('GET', '/portal/licenses/:license/dossier', async ({ deps, guest, now, ...visit }) => {
    // Made about the customer, it is none where the license is not theirs, and bears no text from before it was.
    const dossier = await makeDossier(deps, named(visit, 'license'), guest.customer, now)
    const body = signDossier(await deps.evidence.signer(deps.db), dossier)
    const name = `dossier-${dossier.sub}-${dateAt(now, 'UTC')}.jws`
    return { download: { name, mediaType: 'application/jose', body } }
  }),
]
