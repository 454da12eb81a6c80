import { free } from '../license/activation.ts'
import { inZone } from '../license/calendar.ts'
import type { License } from '../license/license.ts'
import { Problem } from '../license/problem.ts'
import { findActivation, liveActivations } from '../store/activation.ts'
import type { LicenseActivation } from '../store/activation.ts'
import { changeLicense } from '../store/license.ts'
import { planName } from '../store/plan-name.ts'
import { dayAndTime } from '../web/day.ts'
import { Form } from '../web/form.tsx'
import { Title } from './frame.tsx'
import { checkOwn, ownLicense } from './own-license.ts'
import { checkMay, may, named, page } from './visit.ts'
import type { GuestVisit } from './visit.ts'

const rights = ['object', 'sign', 'support'] as const

export const machinePages = [
  page('GET', '/portal/licenses/:license/machines/:machine', async (visit) => {
    const { deps, words, guest } = visit
    checkMay(visit, ...rights)
    const { license } = await ownLicense(visit)
    const machine = await machineIn(visit, license)
    const name = machine.machine ?? words.machines.unnamed
    const at = `/portal/licenses/${license.id}`
    const title = words.machines.freeTitle(name)
    return {
      title,
      body: (
        <>
          <Title title={title} back={[at, await planName(deps.db, license)]} />
          <section class="sheet narrow">
            <p>{words.machines.freeLead}</p>
            <Form action={`${at}/machines/${machine.id}`} token={guest.formToken} kind="acts">
              <button>{words.machines.freeNow(name)}</button>
              <a class="button plain" href={at}>
                {words.frame.cancel}
              </a>
            </Form>
          </section>
        </>
      ),
    }
  }),
  page('POST', '/portal/licenses/:license/machines/:machine', async (visit) => {
    const { deps, now, guest } = visit
    checkMay(visit, ...rights)
    const { license } = await ownLicense(visit)
    const { id } = await machineIn(visit, license)
    await changeLicense(deps.db, license.id, now, guest, async (locked, _, trx) => {
      checkOwn(visit, locked)
      const current = await findActivation(trx, id)
      return current === null ? { license: locked, events: [] } : free(locked, current, now)
    })
    return { to: `/portal/licenses/${license.id}#machines` }
  }),
]

/** @throws Problem not-found for a machine of another license. */
async function machineIn(visit: GuestVisit, license: License): Promise<LicenseActivation> {
  const machine = await findActivation(visit.deps.db, named(visit, 'machine'))
  if (machine === null || machine.license !== license.id) throw new Problem('not-found')
  return machine
}

export async function Machines({
  visit,
  license,
}: {
  readonly visit: GuestVisit
  readonly license: License
}) {
  const { deps, words } = visit
  const text = words.machines
  const machines = await liveActivations(deps.db, license.id)
  const mayFree = may(visit, ...rights)
  return (
    <section class="sheet" id="machines">
      <h2>{text.title}</h2>
      {machines.length === 0 ? (
        <div>
          <p>{text.none}</p>
          <p class="quiet">{text.noneWhy}</p>
        </div>
      ) : (
        <table class="rows">
          <thead>
            <tr>
              <th scope="col">{text.name}</th>
              <th scope="col">{text.seen}</th>
              <th scope="col">
                <span class="hidden-label">{text.free}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {machines.map((machine) => (
              <Row visit={visit} license={license} machine={machine} />
            ))}
          </tbody>
        </table>
      )}
      {!mayFree && machines.length > 0 && <p class="quiet small">{text.rightless}</p>}
    </section>
  )
}

function Row({
  visit,
  license,
  machine: { id, machine, lastSeenAt },
}: {
  readonly visit: GuestVisit
  readonly license: License
  readonly machine: LicenseActivation
}) {
  const { words, language } = visit
  const text = words.machines
  return (
    <tr>
      <td>{machine ?? text.unnamed}</td>
      <td data-label={text.seen}>{dayAndTime(inZone(lastSeenAt, license.timeZone), language)}</td>
      <td class="number">
        {may(visit, ...rights) && (
          <a href={`/portal/licenses/${license.id}/machines/${id}`}>{text.free}</a>
        )}
      </td>
    </tr>
  )
}
