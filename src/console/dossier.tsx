import { supporters } from '../license/roles.ts'
import { makeDossier } from '../store/dossier.ts'
import { DossierFile } from './dossier-file.tsx'
import { Head } from './head.tsx'
import { named, page } from './visit.ts'

export const dossierPages = [
  page('GET', '/console/licenses/:license/dossier', supporters, async (visit) => {
    const { deps, words, now } = visit
    const dossier = await makeDossier(deps, named(visit, 'license'), null, now)
    const { license, customer } = dossier
    const name = customer.name ?? customer.id
    const text = words.dossier
    const file = `/v1/licenses/${license.id}/dossier`
    return {
      title: `${text.title} · ${name}`,
      body: (
        <>
          <div class="no-print">
            <Head
              title={text.ofLicense}
              path={[
                [`/console/customers/${customer.id}`, name],
                [`/console/licenses/${license.id}`, license.plan.name],
              ]}
              line={text.lead}
            >
              <a class="button" href={file} download>
                {text.file}
              </a>
              {dossier.documents.length > 0 && (
                <a class="button second" href={`${file}?documents=1`} download>
                  {text.zip}
                </a>
              )}
              <a class="button second" href="/verify">
                {text.check}
              </a>
            </Head>
          </div>
          <DossierFile visit={visit} dossier={dossier} />
        </>
      ),
    }
  }),
]
