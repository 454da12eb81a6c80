import { daysLater, monthsLater, nextDay } from '../../license/calendar.ts'
import type { CalendarDate } from '../../license/license.ts'
import { addTerm } from '../../license/hand-term.ts'
import { reinstate } from '../../license/reinstatement.ts'
import { endRelation } from '../../store/ended-relation.ts'
import { transferLicense } from '../../store/transfer.ts'
import {
  agreementOf,
  amends,
  objects,
  resumes,
  runsOn,
  suspends,
  terminates,
  withdraws,
} from './acts.ts'
import type { Dice } from './dice.ts'
import type { Firm } from './firms.ts'
import { at, opening, workday } from './year.ts'
import type { Contract, Year } from './year.ts'

/** One business with what the year holds for it. */
export interface Lot {
  readonly year: Year
  readonly firm: Firm
  readonly dice: Dice
}

/** What can become of a contract in a year; each is a few scenes of it. */
type Fate = (lot: Lot) => Contract

/** Contracts that ran before the year and end on such a day, as often as they renew. */
function running({ year, firm, dice }: Lot, plan: string, endsOn: CalendarDate): Contract {
  const starts_on = monthsLater(nextDay(endsOn), -12 * dice.between(2, 6))
  const contract = year.movesIn(firm, plan, { starts_on })
  runsOn(year, opening + dice.between(1, 200) * 60_000, contract, machines(dice, plan))
  return contract
}

function machines(dice: Dice, plan: string): readonly string[] {
  const names = ['Kasse 1', 'Backstube', 'Büro', 'Kasse 2', 'Lager', 'Filiale Markt']
  const most = plan === 'annual-plus' ? 6 : plan === 'annual' ? 3 : 1
  return names.slice(0, dice.between(1, most))
}

/** The last day of some month, or its fourteenth; so many months after a first one. */
function someEnd(dice: Dice, month: string, within: number): CalendarDate {
  const first = monthsLater(`${month}-01`, dice.below(within))
  return dice.chance(0.8) ? daysLater(monthsLater(first, 1), -1) : `${first.slice(0, 7)}-14`
}

const usualPlans = [
  'annual',
  'annual',
  'annual',
  'annual',
  'annual-plus',
  'tours-annual',
  'recipes-annual',
] as const

function steady(lot: Lot): Contract {
  return running(lot, lot.dice.pick(usualPlans), someEnd(lot.dice, '2026-10', 12))
}

const letterOfCustomer = { side: 'customer', channel: 'letter', arrivesAfter: null } as const

const fates = {
  steady,

  perpetual: ({ year, firm, dice }) => {
    const starts_on = daysLater('2021-01-04', dice.below(1600))
    const contract = year.movesIn(firm, 'recipes-forever', { starts_on })
    runsOn(year, opening + 3_600_000, contract, ['Büro'])
    return contract
  },

  monthly: ({ year, firm, dice }) => {
    const starts_on = monthsLater('2025-09-01', -dice.between(1, 14))
    return year.movesIn(firm, 'monthly', { starts_on })
  },

  fresh: ({ year, firm, dice }) => {
    const day = workday(daysLater('2025-10-06', dice.below(330)))
    const contract = year.issues(at(day, '10:20'), firm, dice.pick(['annual', 'annual-plus']))
    runsOn(year, at(day, '13:05'), contract, ['Kasse 1', 'Büro'])
    return contract
  },

  left: (lot) => {
    const { year, dice } = lot
    const endsOn = someEnd(dice, '2025-11', 9)
    const contract = running(lot, 'annual', endsOn)
    const channel = dice.pick(['letter', 'email', 'portal', 'phone'] as const)
    const day = workday(daysLater(endsOn, -dice.between(8, 25)))
    objects(year, at(day, '11:10'), contract, { side: 'customer', channel })
    return contract
  },

  letGo: (lot) => {
    const { year, dice, firm } = lot
    const endsOn = someEnd(dice, '2026-02', 5)
    const contract = running(lot, 'annual', endsOn)
    const reason = 'Zahlt seit Monaten erst nach der dritten Mahnung.'
    objects(year, at(workday(daysLater(endsOn, -20)), '09:40'), contract, {
      side: 'vendor',
      channel: 'email',
      arrivesAfter: 0.1,
      reason,
      by: year.staff.admin,
    })
    if (dice.chance(0.5))
      year.plays(at(workday(daysLater(endsOn, 12)), '09:00'), (now) =>
        endRelation(year.deps.db, year.customerOf(firm), reason, year.staff.admin, now),
      )
    return contract
  },

  leaving: (lot) => {
    const { year, dice } = lot
    const contract = running(lot, 'annual', someEnd(dice, '2026-09', 5))
    const channel = dice.pick(['portal', 'email', 'phone', 'letter'] as const)
    const day = workday(daysLater('2026-08-03', dice.below(45)))
    objects(year, at(day, '14:30'), contract, { side: 'customer', channel })
    return contract
  },

  ending: (lot) => {
    const { year, dice } = lot
    const contract = running(lot, 'annual', someEnd(dice, '2026-10', 3))
    objects(year, at(workday(daysLater('2026-09-01', dice.below(15))), '16:00'), contract, {
      side: 'vendor',
      channel: 'phone',
      reason: 'Nutzt den Support weit über das Vereinbarte hinaus.',
    })
    return contract
  },

  ourLetter: (lot) => {
    const contract = running(lot, 'annual', someEnd(lot.dice, '2026-10', 3))
    objects(lot.year, at('2026-09-25', '15:20'), contract, {
      side: 'vendor',
      channel: 'letter',
      arrivesAfter: null,
      reason: 'Der Vertrag soll auf das neue Preismodell gestellt werden.',
      by: lot.year.staff.admin,
    })
    return contract
  },

  theirLetter: (lot) => {
    const contract = running(lot, 'annual', '2026-09-30')
    objects(lot.year, at('2026-09-25', '10:05'), contract, letterOfCustomer)
    return contract
  },

  tooLate: (lot) => {
    const contract = running(lot, 'annual-plus', '2026-06-30')
    const said = { side: 'customer', channel: 'email', arrivesAfter: 0 } as const
    objects(lot.year, at('2026-06-10', '09:15'), contract, said)
    return contract
  },

  reconciled: (lot) => {
    const contract = running(lot, 'annual', '2026-12-31')
    const said = { side: 'customer', channel: 'phone' } as const
    objects(lot.year, at('2026-07-06', '10:10'), contract, said)
    withdraws(lot.year, at('2026-07-20', '15:45'), contract, 'customer', 'agreed')
    return contract
  },

  misheard: (lot) => {
    const contract = running(lot, 'annual', '2026-11-30')
    const said = { side: 'customer', channel: 'phone' } as const
    objects(lot.year, at('2026-05-19', '10:10'), contract, said)
    withdraws(lot.year, at('2026-05-19', '10:24'), contract, 'customer', 'error')
    return contract
  },

  suspended: (lot) => {
    const contract = steady(lot)
    const day = workday(daysLater('2026-08-10', lot.dice.below(40)))
    suspends(lot.year, at(day, '08:15'), contract, 'Rechnung seit 60 Tagen offen')
    return contract
  },

  paused: (lot) => {
    const contract = steady(lot)
    const day = workday(daysLater('2026-01-12', lot.dice.below(120)))
    suspends(lot.year, at(day, '08:15'), contract, 'Rechnung seit 60 Tagen offen')
    resumes(lot.year, at(workday(daysLater(day, lot.dice.between(3, 20))), '12:00'), contract)
    return contract
  },

  soonSuspended: (lot) => {
    const contract = steady(lot)
    const from = at('2026-10-05', '00:00')
    suspends(lot.year, at('2026-09-21', '08:20'), contract, 'Rechnung seit 60 Tagen offen', from)
    return contract
  },

  forCause: (lot) => {
    const contract = steady(lot)
    terminates(lot.year, at('2026-04-14', '16:30'), contract, {
      side: 'vendor',
      kind: 'good_cause',
      reason: 'Schlüssel an Dritte verkauft, trotz Abmahnung.',
    })
    return contract
  },

  byBoth: (lot) => {
    const contract = steady(lot)
    terminates(lot.year, at('2026-03-09', '11:00'), contract, {
      side: 'both',
      kind: 'mutual',
      reason: 'Der Betrieb wird geschlossen.',
      effectiveAt: at('2026-04-01', '00:00'),
    })
    return contract
  },

  byBothSoon: (lot) => {
    const contract = steady(lot)
    terminates(lot.year, at('2026-09-14', '11:00'), contract, {
      side: 'both',
      kind: 'mutual',
      reason: 'Übergabe an die Tochter, die ein anderes Programm nutzt.',
      effectiveAt: at('2026-11-01', '00:00'),
    })
    return contract
  },

  byMistake: ({ year, firm }) => {
    const contract = year.issues(at('2026-02-17', '10:00'), firm, 'annual')
    terminates(year, at('2026-02-17', '10:30'), contract, {
      side: 'vendor',
      kind: 'mistake',
      reason: 'Für den falschen Kunden ausgestellt.',
    })
    return contract
  },

  tried: ({ year, firm, dice }) => {
    const day = workday(daysLater('2025-10-13', dice.below(290)))
    const contract = year.issues(at(day, '19:12'), firm, 'trial')
    runsOn(year, at(day, '19:20'), contract, ['Notebook'])
    return contract
  },

  trying: ({ year, firm, dice }) => {
    const day = workday(daysLater('2026-09-02', dice.below(22)))
    const contract = year.issues(at(day, '20:02'), firm, 'trial')
    runsOn(year, at(day, '20:11'), contract, ['Notebook'])
    return contract
  },

  convinced: (lot) => {
    const { year, firm, dice } = lot
    const day = workday(daysLater('2025-11-03', dice.below(250)))
    year.issues(at(day, '18:40'), firm, 'trial')
    const contract = year.issues(at(workday(daysLater(day, 24)), '09:30'), firm, 'annual')
    runsOn(year, at(workday(daysLater(day, 24)), '09:50'), contract, ['Kasse 1', 'Büro'])
    return contract
  },

  notStarted: ({ year, firm, dice }) => {
    const starts_on = dice.pick(['2026-10-01', '2026-11-01', '2027-01-01'])
    const day = workday(daysLater('2026-09-07', dice.below(14)))
    return year.issues(at(day, '11:45'), firm, 'annual', { starts_on })
  },

  onTheShelf: ({ year, firm, dice }) => {
    const day = workday(daysLater('2026-08-24', dice.below(25)))
    return year.issues(at(day, '09:05'), firm, 'annual', { start_by: '2026-12-31' })
  },

  widened: (lot) => {
    const contract = running(lot, 'annual', someEnd(lot.dice, '2026-11', 8))
    const day = workday(daysLater('2026-02-02', lot.dice.below(180)))
    const changes = { seats: lot.dice.between(4, 6) }
    amends(lot.year, at(day, '13:30'), contract, { from: 'now', changes })
    runsOn(lot.year, at(day, '15:00'), contract, ['Kasse 3', 'Kasse 4'])
    return contract
  },

  grown: (lot) => {
    const contract = running(lot, 'annual', someEnd(lot.dice, '2026-10', 4))
    amends(lot.year, at('2026-08-19', '10:45'), contract, {
      from: 'next_term',
      plan: 'annual-plus',
    })
    return contract
  },

  returned: (lot) => {
    const contract = running(lot, 'annual', '2026-01-31')
    const said = { side: 'customer', channel: 'letter' } as const
    objects(lot.year, at('2026-01-12', '10:10'), contract, said)
    lot.year.does(at('2026-03-02', '09:30'), contract, lot.year.staff.admin, (license, now) =>
      reinstate(license, { startsOn: null, plan: null, reason: 'Kommt zurück.' }, now),
    )
    return contract
  },

  seasonal: (lot) => {
    const { year, firm, dice } = lot
    const contract = year.issues(at('2025-10-15', '09:00'), firm, 'tours-season')
    if (dice.chance(0.6))
      year.does(at('2026-04-07', '10:00'), contract, year.staff.shop, (license, now) =>
        addTerm(license, null, now),
      )
    return contract
  },
} as const satisfies Readonly<Record<string, Fate>>

export type FateName = keyof typeof fates

/** Lets a fate happen. */
export function befalls(name: FateName, lot: Lot): Contract {
  return fates[name](lot)
}

/** One business takes another one over, and its license with it. */
export function handsOver(lot: Lot, receiver: Firm, date: CalendarDate): Contract {
  const { year, firm } = lot
  const contract = steady(lot)
  year.plays(at(date, '11:20'), (now) => {
    const asked = {
      to: year.customerOf(receiver),
      reason: `${receiver.name} übernimmt ${firm.name}.`,
      giver: agreementOf(firm, 'Übertragung der Lizenz', now),
      receiver: agreementOf(receiver, 'Übernahme der Lizenz', now),
    }
    return transferLicense(year.deps.db, contract.id, asked, null, year.staff.admin, now)
  })
  return contract
}
