import type { Deps } from '../deps.ts'
import type { CustomerId, Instant } from '../license/license.ts'
import { Problem } from '../license/problem.ts'
import type { Vendor } from '../license/vendor.ts'
import type { SignedInGuest } from '../store/portal-access.ts'
import type { Authority } from '../store/tables.ts'
import type { Language, Theme } from '../web/language.ts'
import type { Leads as Shown } from '../web/page-answer.ts'
import type { Download } from '../web/page-headers.ts'
import type { Words } from './words/words.ts'

/** What the house hands in that stands in rooms above: the package of all that is kept about a customer. */
export interface Goods {
  readonly packageOf: (deps: Deps, customer: CustomerId, now: Instant) => Download
}

/** A request for a page of the portal, read once. */
export interface Visit {
  readonly deps: Deps
  readonly goods: Goods
  readonly now: Instant
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  /** What a form has sent, without space around it; nothing for a page that is looked at. */
  readonly form: Readonly<Record<string, string>>
  /** Whether a form was sent. */
  readonly sends: boolean
  /** What the browser keeps of its session; empty text for none. */
  readonly session: string
  readonly language: Language
  readonly theme: Theme
  readonly words: Words
  /** Where the visit is: the address with its parameters. */
  readonly here: string
  /** Who sells the licenses. */
  readonly vendor: Vendor
  /** Null where nobody is signed in. */
  readonly guest: SignedInGuest | null
}

/** A visit of a contact who is signed in. */
export type GuestVisit = Visit & { readonly guest: SignedInGuest }

export type { Shown }

/** One row of the list of pages. */
export interface Page {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly who: 'anybody' | 'guest'
  /** Its form may come from another site: it does nothing by a session, and none is to be lost. */
  readonly fromAnywhere?: true
  /** @throws Problem */
  readonly run: (visit: Visit) => Promise<Shown>
}

/** A page for a contact who is signed in. */
export function page(
  method: Page['method'],
  path: string,
  show: (visit: GuestVisit) => Promise<Shown>,
): Page {
  return {
    method,
    path,
    who: 'guest',
    run: async (visit) => {
      const { guest } = visit
      if (guest === null) throw new Problem('unauthenticated')
      return show({ ...visit, guest })
    },
  }
}

/** A page for anybody. */
export function openPage(method: Page['method'], path: string, show: Page['run']): Page {
  return { method, path, who: 'anybody', run: show }
}

/** What the page's pattern has named. */
export function named({ params }: Pick<Visit, 'params'>, name: string): string {
  const value = params[name]
  if (value === undefined) throw new TypeError(`the path has no :${name}`)
  return value
}

/** A field of the form; empty text where it was left empty or out. */
export function filled({ form }: Pick<Visit, 'form'>, name: string, most = 200): string {
  return (form[name] ?? '').slice(0, most)
}

/** Whether the contact may declare this for the customer. */
export function may({ guest }: Pick<GuestVisit, 'guest'>, ...any: readonly Authority[]): boolean {
  return any.some((each) => guest.may.includes(each))
}

/** @throws Problem forbidden */
export function checkMay(visit: Pick<GuestVisit, 'guest'>, ...any: readonly Authority[]): void {
  if (!may(visit, ...any)) throw new Problem('forbidden', { needs: any })
}
