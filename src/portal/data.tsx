import { planName, planNames } from '../store/plan-name.ts'
import { Form } from '../web/form.tsx'
import { findProduct } from '../store/product.ts'
import { Title } from './frame.tsx'
import { ownLicenses } from './own-license.ts'
import { page } from './visit.ts'
import type { GuestVisit } from './visit.ts'

export const dataPages = [
  page('GET', '/portal/data', async (visit) => {
    const { words, guest, vendor } = visit
    const text = words.data
    return {
      title: text.title,
      body: (
        <>
          <Title title={text.title} />
          <section class="sheet">
            <h2>{text.yours}</h2>
            <p>{text.yoursLead}</p>
            {await Formats({ visit })}
            {vendor.exportHelpUrl !== '' && (
              <p>
                <a href={vendor.exportHelpUrl}>{text.help}</a>
              </p>
            )}
          </section>
          <section class="sheet">
            <h2>{text.here}</h2>
            <p>{text.hereLead}</p>
            <p class="quiet">{text.hereWhy}</p>
            <Form action="/portal/data/package" token={guest.formToken} kind="acts">
              <button>{text.download}</button>
            </Form>
          </section>
          {await Dossiers({ visit })}
        </>
      ),
    }
  }),
  page('POST', '/portal/data/package', async ({ deps, goods, guest, now }) => ({
    download: goods.packageOf(deps, guest.customer, now),
  })),
]

/** The formats of each product that there is a license for. */
async function Formats({ visit }: { readonly visit: GuestVisit }) {
  const { deps, words } = visit
  const text = words.data
  const licenses = await ownLicenses(visit)
  const products = [...new Map(licenses.map(({ license }) => [license.product, license])).values()]
  if (products.length === 0) return <p class="quiet">{text.none}</p>
  const named = await Promise.all(
    products.map(async (license) => ({
      name:
        (await findProduct(deps.db, license.product))?.name ?? (await planName(deps.db, license)),
      formats: license.exportFormats,
    })),
  )
  return (
    <ul class="steps">
      {named.map(({ name, formats }) => (
        <li>{text.yoursHow(name, formats.map((each) => each.toUpperCase()).join(', '))}</li>
      ))}
    </ul>
  )
}

/** The signed file of each license: its whole history since it is the customer's. */
async function Dossiers({ visit }: { readonly visit: GuestVisit }) {
  const { deps, words } = visit
  const text = words.data
  const licenses = (await ownLicenses(visit)).map(({ license }) => license)
  if (licenses.length === 0) return null
  const called = await planNames(deps.db, licenses)
  return (
    <section class="sheet">
      <h2>{text.dossier}</h2>
      <p>{text.dossierLead}</p>
      <ul class="steps">
        {licenses.map(({ id, plan, planCode }) => (
          <li>
            <a href={`/portal/licenses/${id}/dossier`} download>
              {text.dossierOf(called.get(plan) ?? planCode, id)}
            </a>
          </li>
        ))}
      </ul>
      <div class="acts">
        <a class="button second" href="/verify">
          {text.check}
        </a>
      </div>
    </section>
  )
}
