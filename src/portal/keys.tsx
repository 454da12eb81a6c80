import { inZone } from '../license/calendar.ts'
import type { License } from '../license/license.ts'
import { Problem } from '../license/problem.ts'
import { planName } from '../store/plan-name.ts'
import { listKeys } from '../store/key.ts'
import type { LicenseKey } from '../store/key.ts'
import { changeLicense } from '../store/license.ts'
import { unseal } from '../token/secret.ts'
import { plainDay } from '../web/day.ts'
import { Form } from '../web/form.tsx'
import { Title } from './frame.tsx'
import { checkOwn, ownLicense } from './own-license.ts'
import { checkMay, may, named, page } from './visit.ts'
import type { GuestVisit } from './visit.ts'

const rights = ['sign', 'support'] as const

export const keyPages = [
  page('POST', '/portal/licenses/:license/keys/:key', async (visit) => {
    const { deps, words, now, guest } = visit
    checkMay(visit, ...rights)
    const { license } = await ownLicense(visit)
    const keys = await listKeys(deps.db, license.id)
    const found = keys.find(({ id }) => id === named(visit, 'key'))
    if (found === undefined) throw new Problem('not-found')
    await changeLicense(deps.db, license.id, now, guest, (locked) => {
      checkOwn(visit, locked)
      const at = Math.max(now, locked.recordedAt)
      return { license: locked, events: [{ type: 'key.seen', at, data: { key: found.id } }] }
    })
    const text = words.keys
    const key = await unseal(deps.kek, found.sealed)
    const at = `/portal/licenses/${license.id}`
    return {
      title: text.shown,
      body: (
        <>
          <Title title={text.shown} back={[at, await planName(deps.db, license)]} />
          <section class="sheet narrow">
            <p class="portal-key">{key}</p>
            <p>{text.shownLead}</p>
            <div class="acts">
              <button class="second" type="button" data-copy={key}>
                {text.copy}
              </button>
              <a class="button plain" href={at}>
                {words.frame.back}
              </a>
            </div>
          </section>
        </>
      ),
    }
  }),
]

/** The keys without their letters: what opens a license is shown when somebody asks for it, and that is an event. */
export async function Keys({
  visit,
  license,
}: {
  readonly visit: GuestVisit
  readonly license: License
}) {
  const { deps, words } = visit
  const text = words.keys
  const keys = await listKeys(deps.db, license.id)
  const mayShow = may(visit, ...rights)
  return (
    <section class="sheet">
      <h2>{text.title}</h2>
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">{text.key}</th>
            <th scope="col">{text.made}</th>
            <th scope="col">
              <span class="hidden-label">{text.show}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <Row visit={visit} license={license} licenseKey={key} />
          ))}
        </tbody>
      </table>
      <p class="quiet small">{mayShow ? text.more : text.rightless}</p>
    </section>
  )
}

function Row({
  visit,
  license,
  licenseKey: key,
}: {
  readonly visit: GuestVisit
  readonly license: License
  readonly licenseKey: LicenseKey
}) {
  const { words, guest, language } = visit
  const text = words.keys
  return (
    <tr>
      <td>
        <code>•••• •••• ••••</code>
        <br />
        <span class="quiet small">{stateOf(visit, license, key)}</span>
      </td>
      <td data-label={text.made}>
        {plainDay(inZone(key.createdAt, license.timeZone).slice(0, 10), language)}
      </td>
      <td class="number">
        {may(visit, ...rights) && opens(visit, key) && (
          <Form
            action={`/portal/licenses/${license.id}/keys/${key.id}`}
            token={guest.formToken}
            kind="portal-inline"
          >
            <button class="plain">{text.show}</button>
          </Form>
        )}
      </td>
    </tr>
  )
}

function opens({ now }: GuestVisit, { keepUntil }: LicenseKey): boolean {
  return keepUntil === null || keepUntil > now
}

function stateOf(visit: GuestVisit, { timeZone }: License, key: LicenseKey): string {
  const { words, language } = visit
  const { keepUntil } = key
  if (keepUntil === null) return words.keys.opens
  const day = plainDay(inZone(keepUntil, timeZone).slice(0, 10), language)
  return opens(visit, key) ? words.keys.opensUntil(day) : words.keys.opened(day)
}
