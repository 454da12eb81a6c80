import type { Role } from '../license/actor.ts'
import { letterKinds } from '../license/letter-kind.ts'
import { retentionClasses } from '../license/retention.ts'
import { roles } from '../license/roles.ts'
import type { AccessEvent, AccessEventType } from '../store/access-event.ts'
import type { StaffVisit } from './visit.ts'

/** What an event of the access history tells, ready to stand in a sentence. */
export interface AccessTold {
  /** Whom or what it is about. */
  readonly about: string
  readonly text: (member: string) => string | null
  readonly is: (member: string, value: unknown) => boolean
  readonly role: (member: string) => string
  /** What was changed, by the names that the pages have for it. */
  readonly members: string
  /** The letter, with its language. */
  readonly letter: string
}

/** A sentence for each type of event: one that is missing does not compile. */
export type AccessWords = Readonly<Record<AccessEventType, (told: AccessTold) => string>>

/** The event as a sentence, with the reason that was given. */
export function accessSentence(
  visit: Pick<StaffVisit, 'words'>,
  event: AccessEvent,
  names: ReadonlyMap<string, string>,
): string {
  const { words } = visit
  const told = toldOf(visit, event, names)
  const sentence = words.accessEvents[event.type](told)
  const reason = told.text('reason')
  return reason === null ? sentence : `${sentence} · ${words.history.reason(reason)}`
}

/** People and programs by their names, the rest by what is not secret of it. */
export function accessorName(
  { words }: Pick<StaffVisit, 'words'>,
  id: string,
  names: ReadonlyMap<string, string>,
): string {
  const { cli, system, stranger } = words.accessHistory.actors
  const known: Readonly<Record<string, string>> = { cli, system, stranger }
  return names.get(id) ?? known[id] ?? id
}

function toldOf(
  visit: Pick<StaffVisit, 'words'>,
  { about, data }: Pick<AccessEvent, 'about' | 'data'>,
  names: ReadonlyMap<string, string>,
): AccessTold {
  const { words } = visit
  const members = new Map<string, unknown>(Object.entries(data))
  const text = (member: string): string | null => {
    const value = members.get(member)
    return typeof value === 'string' ? value : null
  }
  const isRole = (code: string | null): Role | undefined => roles.find((role) => role === code)
  return {
    about:
      about === null
        ? words.accessHistory.nobody
        : (names.get(about) ?? text('name') ?? short(about)),
    text,
    is: (member, value) => members.get(member) === value,
    role: (member) => {
      const role = isRole(text(member))
      return role === undefined ? '–' : words.roles[role]
    },
    members: [...listed(members.get('changed')), ...classes(visit, members.get('keeps'))]
      .map((name) => memberName(visit, name))
      .join(', '),
    letter: letterName(visit, text('kind'), text('language')),
  }
}

/** A key is known by the beginning of its id. */
function short(id: string): string {
  return id.length === 43 ? id.slice(0, 8) : id
}

function listed(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}

function classes({ words }: Pick<StaffVisit, 'words'>, keeps: unknown): readonly string[] {
  if (typeof keeps !== 'object' || keeps === null) return []
  return retentionClasses
    .filter((of) => Object.hasOwn(keeps, of))
    .map((of) => words.retention.classes[of])
}

/** A setting, or a member of a webhook, as its page calls it. */
function memberName({ words }: Pick<StaffVisit, 'words'>, name: string): string {
  const { settings, webhooks } = words
  const called: Readonly<Record<string, unknown>> = {
    ...settings,
    switchedOff: settings.letters,
    url: webhooks.url,
    description: webhooks.description,
    eventTypes: webhooks.told,
  }
  const found = called[name]
  return typeof found === 'string' ? found : name
}

function letterName(
  { words }: Pick<StaffVisit, 'words'>,
  code: string | null,
  language: string | null,
): string {
  const kind = letterKinds.find((each) => each === code)
  return `${kind === undefined ? '–' : words.letters.kinds[kind]} (${language ?? '–'})`
}
