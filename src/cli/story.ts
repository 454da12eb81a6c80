import { fileStore, openLicense } from '../client/node.ts'
import type { OpenLicense } from '../client/node.ts'
import { city, shortDay, writtenDate } from './dates.ts'
import { history, topics } from './history.ts'
import type { Reply, Send, Stage } from './stage.ts'

/** The people and firms here are the story's. */
const customer = {
  name: 'Bäckerei Beispiel',
  language: 'de',
  contacts: [
    {
      name: 'N. Beispiel',
      phones: ['+49 30 1234567'],
      emails: ['post@example.com'],
      may: ['object', 'sign', 'support'],
    },
  ],
}

/**
 * Tells the story on a stage: a license, daily calls, a warning, the objection on the telephone, the last second, and what stays.
 *
 * @param file where the product keeps its token.
 */
export async function tellStory(stage: Stage, send: Send, file: string): Promise<void> {
  stage.says(
    'A story of a vendor and a bakery, told by the real server and the real client.',
    'Its people and firms are made up; its times are Berlin’s.',
  )
  const { license, key } = await theContract(stage)
  const product = await theFirstStart(stage, send, key, file)
  await theCalls(stage, license)
  await theObjection(stage, license)
  await theTurn(stage, product)
  await theFloor(stage, key, file)
  await theLawyer(stage, license)
}

async function theContract(stage: Stage): Promise<{ license: string; key: string }> {
  stage.chapter('The contract')
  await stage.moveTo('2025-09-24T09:00:00Z')
  await stage.call('POST', '/v1/products', {
    code: 'broetchenbringer',
    name: 'Brötchenbringer',
    capabilities: ['orders:read', 'orders:write'],
    export_formats: ['csv', 'jsonl', 'xlsx'],
  })
  await stage.call('POST', '/v1/plans', {
    code: 'annual',
    product: 'broetchenbringer',
    name: 'Annual',
    capabilities: ['orders:read', 'orders:write'],
    limits: { branches: 3 },
    term: 'P1Y',
    renewal: 'automatic',
    renewal_leeway: 'P0D',
    seats: 3,
    preset: 'b2b-de',
    support: {
      level: 'standard',
      channels: ['phone'],
      scope: 'Questions about the product.',
      fair_use: { inquiries: 5, window: 'P30D' },
    },
  })
  const buyer = await stage.call('POST', '/v1/customers', customer)
  stage.tells('Vendor', 'sells Bäckerei Beispiel a year of Brötchenbringer, with support')
  const license = await stage.call('POST', '/v1/licenses', {
    plan: 'annual',
    customer: buyer.text('id'),
    starts_on: '2025-10-01',
    time_zone: stage.timeZone,
  })
  stage.answers(
    `${license.status}  license …${license.text('id').slice(-6)} and its key; it renews by itself`,
  )
  stage.answers(`first term until ${endDay(license, 'term.ends_on', stage)}`)
  stage.answers(
    `last day to object, for either side: ${writtenDate(license.text('objection.last_day'))}`,
  )
  return { license: license.text('id'), key: license.text('key') }
}

async function theFirstStart(
  stage: Stage,
  send: Send,
  key: string,
  file: string,
): Promise<OpenLicense> {
  await stage.moveTo('2025-10-01T06:30:00Z')
  stage.tells('Bakery', 'starts the software for the first time')
  const product = await openProduct(key, file, (url, init) => send(pathOf(url), init))
  sees(stage, product)
  return product
}

async function theCalls(stage: Stage, license: string): Promise<void> {
  stage.chapter('The calls')
  const calls = [
    ['2026-08-31T09:12:00Z', 'asks why his printer is slow', 'out_of_scope', 12],
    ['2026-09-01T07:40:00Z', 'asks for help with a tax form', 'out_of_scope', 25],
    ['2026-09-02T08:05:00Z', 'asks about the printer again', 'repeat', 9],
    ['2026-09-03T14:20:00Z', 'asks how to print a list of orders', 'in_scope', 6],
  ] as const
  for (const [at, what, topic, minutes] of calls) {
    await stage.moveTo(at)
    stage.tells('Customer', what)
    await inquire(stage, license, { topic, subject: what, minutes })
    stage.answers(`logged: ${topics[topic]}, ${minutes} minutes`)
  }
  await stage.moveTo('2026-09-10T10:00:00Z')
  stage.tells('Vendor', 'asks him formally, by letter, to stop')
  await stage.call('POST', `/v1/licenses/${license}/warnings`, {
    form: 'letter',
    text: 'Please use support for questions about the product.',
  })
  stage.answers('the warning is on record')
}

async function inquire(
  stage: Stage,
  license: string,
  inquiry: { topic: string; subject: string; minutes: number },
): Promise<Reply> {
  return stage.call('POST', `/v1/licenses/${license}/inquiries`, {
    ...inquiry,
    channel: 'phone',
    contact: 'N. Beispiel',
  })
}

async function theObjection(stage: Stage, license: string): Promise<void> {
  stage.chapter('The objection')
  await stage.moveTo('2026-09-28T09:02:00Z')
  stage.tells('Customer', 'calls again; his name shows on the display. It is the printer')
  await inquire(stage, license, { topic: 'repeat', subject: 'The printer', minutes: 4 })
  stage.tells('Supporter', 'sees at a glance how long license and support run')
  const card = await stage.call('GET', `/v1/licenses/${license}`)
  stage.answers(`both run until ${endDay(card, 'support.until', stage)}`)
  const ends = card.text('decision.renewal.ends') === 'true'
  stage.answers(ends ? 'and renew no more' : 'and are about to renew: nobody has objected')
  const path = `/v1/licenses/${license}/objections`
  const objection = {
    side: 'vendor',
    channel: 'phone',
    declared_by: 'Support',
    reason: 'Daily calls out of scope, after a warning',
  }
  const preview = await stage.call('POST', `${path}?preview=true`, objection)
  stage.tells('Supporter', 'looks what an objection would do, while still on the phone')
  stage.answers(`both would end after ${endDay(preview, 'effective_on', stage)}`)
  stage.answers('nothing is recorded yet')
  stage.tells('Supporter', 'ends the automatic renewal')
  const receipt = await stage.call('POST', path, objection)
  stage.answers(`${receipt.status}  receipt ${grouped(receipt.text('id'))}`)
  const timely = receipt.text('timely') === 'true' ? 'in time' : 'too late for this term'
  stage.answers(`received today at ${receipt.text('received_at').slice(11, 16)}, ${timely}`)
  stage.answers(`both end after ${endDay(receipt, 'effective_on', stage)}`)
}

async function theTurn(stage: Stage, product: OpenLicense): Promise<void> {
  stage.chapter('The turn')
  await stage.moveTo('2026-09-30T23:59:59+02:00')
  stage.tells('Bakery', 'takes orders until the last second')
  await product.refresh()
  sees(stage, product)
  const turn = await stage.moveTo('2026-10-01T00:00:00+02:00')
  stage.tells('Clock', 'strikes twelve')
  stage.answers(
    `${turn.text('settled.ended')} license ended, ${turn.text('settled.renewed')} renewed`,
  )
  stage.tells('Bakery', 'tries to write an order')
  await product.refresh()
  sees(stage, product)
  try {
    product.require('orders:write')
  } catch (error) {
    stage.answers(`“${error instanceof Error ? error.message : String(error)}”`)
  }
  await product.close()
}

async function theFloor(stage: Stage, key: string, file: string): Promise<void> {
  await stage.moveTo('2026-10-01T08:00:00Z')
  stage.chapter('The server gone')
  const gone = (): never => {
    throw new TypeError('there is no server any more')
  }
  stage.tells('Bakery', 'starts the software offline')
  const offline = await openProduct(key, file, gone)
  sees(stage, offline)
  await offline.close()
  stage.tells('Bakery', 'starts it on a machine that never had a token')
  const fresh = await openProduct(key, `${file}.new`, gone)
  sees(stage, fresh)
  await fresh.close()
}

async function theLawyer(stage: Stage, license: string): Promise<void> {
  await stage.moveTo('2026-10-02T07:30:00Z')
  stage.chapter('The lawyer')
  stage.tells('Customer', 'calls about the printer, and threatens with his lawyer')
  const call = await inquire(stage, license, {
    topic: 'repeat',
    subject: 'The printer',
    minutes: 3,
  })
  const card = await stage.call('GET', `/v1/licenses/${license}`)
  const owed = call.text('entitled') === 'true'
  stage.answers(
    `logged; support is ${owed ? 'owed' : `not owed since ${shortDay(card.text('support.since').slice(0, 10))}`}`,
  )
  stage.tells('Vendor', 'has every call, the warning and the objection, in order')
  stage.chapter('The license’s history, each event with the beginning of its hash')
  await history(stage, license)
  stage.says(
    '',
    'Nothing of this was kept. `npm start` runs the server; README.md has the first license.',
  )
}

function openProduct(
  key: string,
  file: string,
  fetch: (url: string, init: RequestInit) => Response | Promise<Response>,
): Promise<OpenLicense> {
  return openLicense({
    server: 'https://license.example',
    product: 'broetchenbringer',
    key,
    store: fileStore(file),
    fetch,
    sandbox: true,
    machine: 'Kasse 1',
    fingerprint: 'the machine of the story',
    timeout: 500,
  })
}

function sees(stage: Stage, { mode, reason, standing }: OpenLicense): void {
  const { capabilities, exportFormats } = standing
  stage.shows(mode, `(${reason})  ${capabilities.join(', ')}`)
  if (mode === 'export-only') stage.answers(`it exports ${exportFormats.join(', ')}`)
}

function endDay(reply: Reply, member: string, stage: Stage): string {
  return `${writtenDate(reply.text(member))}, end of day (${city(stage.timeZone)})`
}

/** The end of an id in groups of four, to be read out. */
function grouped(id: string): string {
  return (id.slice(-12).match(/.{4}/g) ?? []).join(' ')
}

function pathOf(url: string): string {
  const { pathname, search } = new URL(url)
  return pathname + search
}
