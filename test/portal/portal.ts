import { createApp } from '../../src/app.ts'
import type { Mail } from '../../src/deps.ts'
import { openHouse } from '../api/house.ts'
import type { House, HouseOptions, Json } from '../api/house.ts'
import { openShop } from '../api/shop.ts'
import type { Shop, Sold } from '../api/shop.ts'
import { openBrowser } from '../console/browser.ts'
import type { Browser } from '../console/browser.ts'
import { makeLink } from '../../src/store/portal-access.ts'

/** A server whose mails are caught, with a shop on it. */
export interface PortalHouse extends House {
  readonly shop: Shop
  readonly mails: Mail[]
}

export async function openPortalHouse(
  options: HouseOptions = {},
  plan: Json = {},
): Promise<PortalHouse> {
  const house = await openHouse(options)
  const shop = await openShop(house, plan)
  const mails: Mail[] = []
  const deps = { ...house.deps, sendMail: async (mail: Mail) => void mails.push(mail) }
  return { ...house, deps, app: createApp(deps), shop, mails }
}

type Authority = 'object' | 'sign' | 'support'

/** Somebody at a customer's, and a license of theirs. */
export interface Someone {
  readonly customer: string
  readonly email: string
  readonly contact: `con_${string}`
  readonly license: Sold
}

let count = 0

/** A customer of their own with one contact, and a license as it is asked for. */
export async function someone(
  { call, shop }: PortalHouse,
  may: readonly Authority[] = ['object', 'sign', 'support'],
  asked: Json = {},
  named: { readonly name?: string; readonly language?: string } = {},
): Promise<Someone> {
  count += 1
  const { name = `Bäckerei ${count}`, language = 'de' } = named
  const email = `post-${count}@example.com`
  const { body } = await call<{ id: string; contacts: { id: `con_${string}` }[] }>(
    'POST',
    '/v1/customers',
    {
      body: { name, language, contacts: [{ name: `N. Beispiel ${count}`, emails: [email], may }] },
    },
  )
  const [contact] = body.contacts
  if (contact === undefined) throw new Error('no contact was made')
  const license = await shop.sell({ customer: body.id, ...asked })
  return { customer: body.id, email, contact: contact.id, license }
}

/** A browser in which a contact is signed in, by a link as staff hand it out. */
export async function enter(
  house: PortalHouse,
  { contact }: Pick<Someone, 'contact'>,
  language = 'en',
): Promise<Browser> {
  const browser = openBrowser(house)
  browser.cookies.set('__Host-auszug_language', language)
  const link = await makeLink(house.deps.db, contact, null)
  const entered = await browser.send(`/portal/link/${link ?? ''}`)
  if (entered.to !== '/portal') throw new Error(`not signed in: ${entered.status}`)
  await browser.get('/portal')
  return browser
}

/** The link in the newest mail to an address. */
export function linkIn({ mails }: PortalHouse, email: string): string {
  const mail = mails.findLast(({ to }) => to === email)
  const [link] = /\/portal\/link\/[\w-]+/.exec(mail?.text ?? '') ?? []
  if (link === undefined) throw new Error(`no link came to ${email}`)
  return link
}
