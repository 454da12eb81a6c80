import type { Customer } from '../store/customer.ts'
import { listLicenses } from '../store/list-licenses.ts'
import { Select } from '../web/form.tsx'
import { countryOfCustomer } from './contact-fields.tsx'
import type { Wrongs } from './fit.ts'
import type { StaffVisit } from './visit.ts'

/** The zone of a country's largest city, for the countries that have one clock. */
const zones: Readonly<Record<string, string>> = {
  DE: 'Europe/Berlin',
  AT: 'Europe/Vienna',
  CH: 'Europe/Zurich',
  GB: 'Europe/London',
  IE: 'Europe/Dublin',
  FR: 'Europe/Paris',
  IT: 'Europe/Rome',
  NL: 'Europe/Amsterdam',
  BE: 'Europe/Brussels',
  LU: 'Europe/Luxembourg',
  PL: 'Europe/Warsaw',
  ES: 'Europe/Madrid',
  CZ: 'Europe/Prague',
  DK: 'Europe/Copenhagen',
  SE: 'Europe/Stockholm',
}

/** Where a customer's days are likely to be reckoned: as in their other licenses, else at home in their country. */
export async function likelyZone({ deps, now }: StaffVisit, customer: Customer): Promise<string> {
  const { data } = await listLicenses(deps.db, { customer: customer.id, limit: 1 }, now)
  return data[0]?.license.timeZone ?? zones[countryOfCustomer(customer) ?? ''] ?? 'UTC'
}

/** Chooses among all the zones that there are. */
export function TimeZoneField({
  visit: { words },
  chosen,
  wrongs,
}: {
  readonly visit: Pick<StaffVisit, 'words'>
  readonly chosen: string
  readonly wrongs: Wrongs
}) {
  const known = [...new Set([chosen, ...Intl.supportedValuesOf('timeZone'), 'UTC'])].sort()
  return (
    <Select
      name="time_zone"
      label={words.license.zone}
      hint={words.issue.zoneHint}
      options={known.map((zone) => [zone, zone.replaceAll('_', ' ')])}
      chosen={chosen}
      wrong={wrongs.at('/time_zone')}
    />
  )
}
