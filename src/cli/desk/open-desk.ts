import { daysLater } from '../../license/calendar.ts'
import type { CustomerId, Instant } from '../../license/license.ts'
import type { Deps } from '../../deps.ts'
import { inTransaction } from '../../store/database.ts'
import { newId } from '../../store/id.ts'
import { insertCustomers } from '../../store/move-in.ts'
import { insertPlan } from '../../store/plan.ts'
import { insertProduct } from '../../store/product.ts'
import { storyOf } from './bakery.ts'
import { anyCall, asks, warns } from './calls.ts'
import { catalog } from './catalog.ts'
import { diceFrom } from './dice.ts'
import type { Dice } from './dice.ts'
import { befalls, handsOver } from './fates.ts'
import type { FateName } from './fates.ts'
import { bakery, firmsOf } from './firms.ts'
import type { Firm } from './firms.ts'
import { nameSender, postLetters } from './letters.ts'
import { changeStaff, hireStaff } from './staff.ts'
import type { SignInCard } from './staff.ts'
import { at, opening, workday, Year } from './year.ts'
import type { Contract } from './year.ts'

/** Where the clock stands at the end: the telephone rings. */
export const ringing: Instant = at('2026-09-28', '11:00')

/** What is to be known of the desk that was opened. */
export interface OpenDesk {
  readonly signIns: readonly SignInCard[]
  /** The license key of the story's bakery. */
  readonly key: string
}

/** How many businesses the demonstration has. */
const firmCount = 200

/** How many businesses have which fate; all others stay as they are. */
const counts: readonly (readonly [FateName, number])[] = [
  ['perpetual', 13],
  ['monthly', 9],
  ['fresh', 14],
  ['left', 9],
  ['letGo', 3],
  ['leaving', 8],
  ['ending', 3],
  ['ourLetter', 2],
  ['theirLetter', 2],
  ['tooLate', 2],
  ['reconciled', 2],
  ['misheard', 1],
  ['suspended', 4],
  ['paused', 4],
  ['soonSuspended', 1],
  ['forCause', 1],
  ['byBoth', 1],
  ['byBothSoon', 1],
  ['byMistake', 1],
  ['tried', 8],
  ['trying', 5],
  ['convinced', 4],
  ['notStarted', 4],
  ['onTheShelf', 3],
  ['widened', 5],
  ['grown', 2],
  ['returned', 1],
  ['seasonal', 3],
]

/** Fills a new sandbox with a year of a small vendor's business, the same at every start. */
export async function openDesk(deps: Deps): Promise<OpenDesk> {
  const dice = diceFrom(20260928)
  const staff = await hireStaff(deps, opening)
  const firms = firmsOf(firmCount, 1871)
  await nameSender(deps.db, staff.admin, opening)
  await stockShelves(deps)
  const year = new Year(deps, staff, await meetCustomers(deps, firms))
  const story = storyOf(year)
  const contracts = [...drawLots(year, firms, dice), ...secondContracts(year, firms, dice)]
  for (const contract of contracts) chats(year, contract, dice)
  pesters(year, contracts, dice)
  year.plays(at('2026-03-02', '17:00'), (now) => changeStaff(deps.db, staff.admin, now))
  await year.runs(ringing)
  await postLetters(deps.db, staff.admin, at('2026-09-26', '00:00'))
  return { signIns: staff.signIns, key: story.key }
}

async function stockShelves({ db }: Deps): Promise<void> {
  const exportFormats = ['csv', 'jsonl', 'xlsx']
  for (const { code, name, capabilities, plans } of catalog) {
    const made = { createdAt: opening, revision: 1 }
    const id = newId('prd', opening)
    const product = {
      id,
      code,
      name,
      capabilities,
      exportFormats,
      algorithm: 'Ed25519',
      ...made,
    } as const
    await insertProduct(db, { ...product, exportTables: [] })
    for (const { terms, trial = false, ...named } of plans)
      await insertPlan(db, {
        id: newId('pln', opening),
        ...named,
        product,
        terms: { ...terms, capabilities },
        trial,
        presetOverride: null,
        ...made,
      })
  }
}

/** All of them are customers from the first day on: the records of the system before were brought along. */
async function meetCustomers(
  { db }: Deps,
  firms: readonly Firm[],
): Promise<ReadonlyMap<Firm, CustomerId>> {
  const customers = firms.map(({ number, name, language, contacts }) => ({
    id: newId('cus', opening),
    name,
    language,
    externalRefs: { demo: number },
    contacts: contacts.map((contact) => ({ id: newId('con', opening), ...contact })),
    createdAt: opening,
    revision: 1,
  }))
  await inTransaction(db, (trx) => insertCustomers(trx, customers))
  return new Map(firms.map((firm, n) => [firm, customers[n]?.id ?? 'cus_none']))
}

function drawLots(year: Year, firms: readonly Firm[], dice: Dice): readonly Contract[] {
  const [first, second, third, fourth, ...others] = firms.filter((firm) => firm !== bakery)
  const fates = counts.flatMap(([name, count]) => Array.from({ length: count }, () => name))
  const rest = Array.from({ length: others.length - fates.length }, (): FateName => 'steady')
  const drawn = dice.shuffled([...fates, ...rest])
  const handed =
    first === undefined || second === undefined || third === undefined || fourth === undefined
      ? []
      : [
          handsOver({ year, firm: first, dice }, second, '2026-02-24'),
          handsOver({ year, firm: third, dice }, fourth, '2026-07-01'),
        ]
  return [
    ...handed,
    ...others.map((firm, n) => befalls(drawn[n] ?? 'steady', { year, firm, dice })),
  ]
}

/** Some businesses have a second product. */
function secondContracts(year: Year, firms: readonly Firm[], dice: Dice): readonly Contract[] {
  const some = dice.shuffled(firms.filter((firm) => firm !== bakery)).slice(0, 30)
  return some.map((firm) =>
    befalls(dice.chance(0.25) ? 'perpetual' : 'steady', { year, firm, dice }),
  )
}

const withoutSupport = new Set(['recipes-forever', 'trial', 'tours-season'])

/** Whoever has a support contract asks now and then; some more often. */
function chats(year: Year, contract: Contract, dice: Dice): void {
  const { movedIn, plan } = contract
  if (!movedIn || withoutSupport.has(plan)) return
  const often = dice.below(10)
  const count = often < 6 ? dice.below(3) : often < 9 ? dice.between(3, 6) : dice.between(7, 16)
  for (let n = 0; n < count; n++) {
    const day = workday(daysLater('2025-09-29', dice.below(360)))
    const when = at(day, `${String(dice.between(8, 16)).padStart(2, '0')}:${dice.between(10, 59)}`)
    asks(year, when, contract, anyCall(contract, dice), dice.pick(year.staff.support))
  }
}

/** A few ask more than was agreed: some now, some in spring, who were warned. */
function pesters(year: Year, contracts: readonly Contract[], dice: Dice): void {
  const annual = contracts.filter(({ movedIn, plan }) => movedIn && plan === 'annual')
  const spring = dice.shuffled(annual).slice(0, 5)
  for (const [n, contract] of spring.entries()) {
    const from = n < 3 ? '2026-09-04' : '2026-04-07'
    for (let call = 0; call < 6; call++) {
      const when = at(workday(daysLater(from, call * 3)), `1${call}:${10 + n}`)
      const topic = call % 3 === 2 ? 'repeat' : 'out_of_scope'
      asks(
        year,
        when,
        contract,
        anyCall(contract, dice, topic),
        year.staff.support[n % 2 === 0 ? 0 : 1],
      )
    }
    if (n > 1) warns(year, at(workday(daysLater(from, 20)), '14:20'), contract, 'Brötchenbringer')
  }
}
