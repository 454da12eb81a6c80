import { dateAt } from '../license/calendar.ts'
import type { License } from '../license/license.ts'
import { standingObjection } from '../license/objection.ts'
import { Problem } from '../license/problem.ts'
import { nextDeadline, propose } from '../license/proposal.ts'
import { newId } from '../store/id.ts'
import { planName } from '../store/plan-name.ts'
import { keepProposal, openProposals } from '../store/proposal.ts'
import { longDay } from '../web/day.ts'
import { Field, Form } from '../web/form.tsx'
import { Title } from './frame.tsx'
import { checkOwn, ownLicense } from './own-license.ts'
import { checkMay, filled, page } from './visit.ts'
import type { GuestVisit } from './visit.ts'

export const takeBackPages = [
  page('GET', '/portal/licenses/:license/take-back', async (visit) => {
    const { deps, words, language, guest, now } = visit
    checkMay(visit, 'sign')
    const { license } = await ownLicense(visit)
    standing(visit, license)
    const text = words.takeBack
    const at = `/portal/licenses/${license.id}`
    const lapses = nextDeadline(license, now)
    return {
      title: text.title,
      body: (
        <>
          <Title title={text.title} back={[at, await planName(deps.db, license)]} />
          <section class="sheet narrow">
            <p>{text.lead}</p>
            {lapses !== null && (
              <p>{text.lapses(longDay(dateAt(lapses - 1, license.timeZone), language))}</p>
            )}
            <Form action={`${at}/take-back`} token={guest.formToken}>
              <Field
                name="reason"
                label={`${words.objection.reason} (${words.frame.optional})`}
                lines
              />
              <div class="acts">
                <button>{text.ask}</button>
                <a class="button plain" href={at}>
                  {words.frame.cancel}
                </a>
              </div>
            </Form>
          </section>
        </>
      ),
    }
  }),
  page('POST', '/portal/licenses/:license/take-back', async (visit) => {
    const { deps, now } = visit
    checkMay(visit, 'sign')
    const { license } = await ownLicense(visit)
    const open = await openProposals(deps.db, license.id, now)
    // Asking again changes nothing.
    if (!open.some(({ side }) => side === 'customer')) await ask(visit, license)
    return { to: `/portal/licenses/${license.id}` }
  }),
]

async function ask(visit: GuestVisit, license: License): Promise<void> {
  const { deps, guest, now } = visit
  const reason = filled(visit, 'reason', 2000)
  const offer = {
    id: newId('prp', now),
    side: 'customer',
    reason: reason === '' ? null : reason,
    proposedBy: guest.name,
    by: guest,
  } as const
  await keepProposal(
    deps.db,
    license.id,
    (before) => {
      checkOwn(visit, before)
      const { id } = standing(visit, before)
      const asked = { kind: 'withdrawal', side: 'customer', objection: id } as const
      return propose(before, { ...offer, asked }, now)
    },
    guest,
    now,
  )
}

/** @throws Problem no-objection */
function standing({ now }: GuestVisit, license: License) {
  const own = standingObjection(license, 'customer', now)
  if (own === null) throw new Problem('no-objection', { side: 'customer' })
  return own
}
