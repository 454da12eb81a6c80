import type { Deps } from '../deps.ts'
import type { Role } from '../license/actor.ts'
import type { Instant } from '../license/license.ts'
import { Problem } from '../license/problem.ts'
import type { SignedIn } from '../store/session.ts'
import type { Cookies } from '../web/cookie.ts'
import type { Language, Theme } from '../web/language.ts'
import type { DrawnPage, Leads } from '../web/page-answer.ts'
import type { Words } from './words/words.ts'

/** A request for a page, read once: who looks, in which language, with what filled in. */
export interface Visit {
  readonly deps: Deps
  readonly now: Instant
  /** What the address names by its pattern. */
  readonly params: Readonly<Record<string, string>>
  /** The parameters behind the address's question mark. */
  readonly query: Readonly<Record<string, string>>
  /** What a form has sent, without space around it; nothing for a page that is looked at. */
  readonly form: Readonly<Record<string, string>>
  /** The files that a form has sent, by their fields; none for a page that takes none. */
  readonly files: Readonly<Record<string, File>>
  /** Whether a page of ours led here, as the browser says; one that says nothing is believed. */
  readonly fromHere: boolean
  /** Whether a form was sent. */
  readonly sends: boolean
  readonly cookies: Cookies
  readonly address: string
  readonly language: Language
  readonly theme: Theme
  readonly words: Words
  /** Where the visit is: the address with its parameters. */
  readonly here: string
  /** Null where nobody is signed in. */
  readonly person: SignedIn | null
}

/** A visit of somebody who is signed in. */
export type StaffVisit = Visit & { readonly person: SignedIn }

/** A page as it is drawn. */
export interface Drawn extends DrawnPage {
  /** Without the head of a signed-in person's pages. */
  readonly bare?: true
  /** Bare, and as wide as what there is to read. */
  readonly isWide?: true
}

export type Shown = Leads<Drawn>

/** One row of the list of pages. */
export interface Page {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly who: 'public' | readonly Role[]
  /** The most bytes that its form may have, and files among its fields; default 100,000, and none. */
  readonly maxBytes?: number
  /** @throws Problem */
  readonly run: (visit: Visit) => Promise<Shown>
}

/** A page for who is signed in, in one of these roles. */
export function page(
  method: Page['method'],
  path: string,
  who: readonly Role[],
  show: (visit: StaffVisit) => Promise<Shown>,
  takes: Pick<Page, 'maxBytes'> = {},
): Page {
  return {
    ...takes,
    method,
    path,
    who,
    run: async (visit) => {
      const { person } = visit
      if (person === null) throw new Problem('unauthenticated')
      if (!who.includes(person.role))
        throw new Problem('forbidden', { role: person.role, needs: who })
      return show({ ...visit, person })
    },
  }
}

/** A page for anybody. */
export function openPage(
  method: Page['method'],
  path: string,
  show: Page['run'],
  takes: Pick<Page, 'maxBytes'> = {},
): Page {
  return { ...takes, method, path, who: 'public', run: show }
}

/** What the page's pattern has named. */
export function named(visit: Pick<Visit, 'params'>, name: string): string {
  const value = visit.params[name]
  if (value === undefined) throw new TypeError(`the path has no :${name}`)
  return value
}

/** A field of the form; empty text where it was left empty or out. */
export function filled(visit: Pick<Visit, 'form'>, name: string): string {
  return visit.form[name] ?? ''
}

/** Whether a person's role is among those that may. */
export function may({ person }: Pick<StaffVisit, 'person'>, who: readonly Role[]): boolean {
  return who.includes(person.role)
}
