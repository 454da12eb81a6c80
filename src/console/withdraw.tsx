import type { Withdrawal } from '../license/consent.ts'
import { supporters } from '../license/roles.ts'
import { withdraw } from '../license/withdrawal.ts'
import { findCustomer } from '../store/customer.ts'
import { changeLicense } from '../store/license.ts'
import { readLicense } from '../store/read-license.ts'
import { Choices, Field, Form } from '../web/form.tsx'
import { Head } from './head.tsx'
import { pathToLicense } from './license-path.ts'
import { sideIn } from './receipt.tsx'
import { filled, named, page } from './visit.ts'
import type { StaffVisit } from './visit.ts'

export const withdrawPages = [
  page('GET', '/console/licenses/:license/withdrawal/:side', supporters, withdrawalPage),
  page('POST', '/console/licenses/:license/withdrawal/:side', supporters, async (visit) => {
    const { deps, now, person } = visit
    const side = sideIn(visit)
    const id = named(visit, 'license')
    await changeLicense(deps.db, id, now, person, (before) =>
      withdraw(before, side, withdrawalIn(visit), now),
    )
    return { to: `/console/licenses/${id}` }
  }),
]

/** What the form says; a consent without a name is left to the law, which refuses it. */
function withdrawalIn(visit: StaffVisit): Withdrawal {
  const by = filled(visit, 'agreed_by').slice(0, 200)
  const how = filled(visit, 'agreed_how').slice(0, 200)
  const reason = filled(visit, 'reason').slice(0, 2000)
  const isError = filled(visit, 'kind') === 'error'
  return {
    kind: isError ? 'error' : 'agreed',
    reason: reason === '' ? null : reason,
    agreed: isError || by === '' || how === '' ? null : { by, how, at: visit.now },
    by: visit.person,
  }
}

async function withdrawalPage(visit: StaffVisit) {
  const { deps, words, now } = visit
  const text = words.withdrawal
  const side = sideIn(visit)
  const { license } = await readLicense(deps.db, named(visit, 'license'), now)
  const customer = await findCustomer(deps.db, license.customer)
  return {
    title: text.title[side],
    body: (
      <>
        <Head title={text.title[side]} path={await pathToLicense(deps.db, license)} />
        <section class="sheet narrow">
          <p>{text.lead}</p>
          <WithdrawalForm visit={visit} license={license.id} by={customer?.contacts[0]?.name} />
        </section>
      </>
    ),
  }
}

function WithdrawalForm({
  visit,
  license,
  by,
}: {
  readonly visit: StaffVisit
  readonly license: string
  readonly by: string | undefined
}) {
  const { words, person } = visit
  const text = words.withdrawal
  const at = `/console/licenses/${license}`
  return (
    <Form action={`${at}/withdrawal/${sideIn(visit)}`} token={person.formToken}>
      <Choices
        name="kind"
        legend={text.kind}
        hint={text.kindHint}
        options={[
          ['agreed', text.agreed],
          ['error', text.error],
        ]}
        chosen="agreed"
      />
      <Field name="agreed_by" label={text.by} hint={text.byHint} value={by} />
      <Field name="agreed_how" label={text.how} hint={text.howHint} />
      <Field name="reason" label={words.objection.reason} lines />
      <div class="acts">
        <button>{text.take}</button>
        <a class="button plain" href={at}>
          {words.frame.cancel}
        </a>
      </div>
    </Form>
  )
}
