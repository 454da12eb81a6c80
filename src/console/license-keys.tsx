import { z } from 'zod'
import { date, id as idOf, text } from '../api/schema.ts'
import { dateAt, daysLater, inUtc, momentAfter } from '../license/calendar.ts'
import type { Instant, License } from '../license/license.ts'
import { Problem } from '../license/problem.ts'
import { admins } from '../license/roles.ts'
import { newId } from '../store/id.ts'
import { addLicenseKey, listKeys, replaceLicenseKey } from '../store/key.ts'
import type { LicenseKey } from '../store/key.ts'
import { keyFor } from '../store/new-key.ts'
import { readLicense } from '../store/read-license.ts'
import { longDay, shortDay } from '../web/day.ts'
import { Choices, Field, Form } from '../web/form.tsx'
import { fitting, nothingWrong, orAgain } from './fit.ts'
import type { Wrongs } from './fit.ts'
import { Head } from './head.tsx'
import { pathToLicense } from './license-path.ts'
import { madeOnce, Once } from './made-once.tsx'
import type { Made } from './made-once.tsx'
import { List } from './list.tsx'
import { inOrder, orderingOf } from './order.ts'
import type { Ordering } from './order.ts'
import { once } from './once.ts'
import { Rows } from './rows.tsx'
import { filled, named, page } from './visit.ts'
import type { StaffVisit } from './visit.ts'
import { WrongNote } from './wrong-note.tsx'

const keys = '/console/licenses/:license/keys'

export const licenseKeyPages = [
  page('GET', keys, admins, keysPage),
  page('POST', keys, admins, (visit) =>
    madeOnce(visit, async (within) => {
      const { deps, now, person } = within
      const license = await licenseIn(within)
      return issuedOnce(within, license, (record) => addLicenseKey(deps.db, record, person, now))
    }),
  ),
  page('GET', `${keys}/:key/replacement`, admins, (visit) => replacementPage(visit, nothingWrong)),
  page('POST', `${keys}/:key/replacement`, admins, (visit) =>
    orAgain(
      visit,
      () =>
        madeOnce(visit, async (within) => {
          const { deps, now, person } = within
          const license = await licenseIn(within)
          const asked = replacementIn(within, license)
          const old = named(within, 'key')
          return issuedOnce(within, license, (record) =>
            replaceLicenseKey(deps.db, old, record, asked, person, now),
          )
        }),
      (wrongs) => replacementPage(visit, wrongs),
    ),
  ),
]

async function licenseIn(visit: StaffVisit): Promise<License> {
  return (await readLicense(visit.deps.db, named(visit, 'license'), visit.now)).license
}

/** Issues a key under the id that its form bears, and shows it; a form that is sent again issues nothing. */
async function issuedOnce(
  visit: StaffVisit,
  license: License,
  keep: (record: LicenseKey) => Promise<void>,
): Promise<Made> {
  const { deps, now, words } = visit
  const back = `/console/licenses/${license.id}/keys`
  const { id } = fitting(z.strictObject({ id: idOf('key') }), { id: filled(visit, 'id') })
  const known = async (): Promise<LicenseKey | null> =>
    (await listKeys(deps.db, license.id)).find((key) => key.id === id) ?? null
  const made = await once(known, async () => {
    const { key, record } = await keyFor(deps, license.id, undefined, now, id)
    await keep(record)
    return key
  })
  if (made === null) return { to: back }
  const { shown, shownLead } = words.licenseKeys
  return { secret: { title: shown, lead: shownLead, secret: made, back } }
}

function KeyId({ visit }: { readonly visit: StaffVisit }) {
  const { form, now } = visit
  return (
    <>
      <Once visit={visit} />
      <input type="hidden" name="id" value={form['id'] ?? newId('key', now)} />
    </>
  )
}

async function keysPage(visit: StaffVisit) {
  const { deps, words, person } = visit
  const text = words.licenseKeys
  const license = await licenseIn(visit)
  const known = await listKeys(deps.db, license.id)
  const usual = { by: 'issued', descending: false } as const
  const order = orderingOf(visit, ['issued', 'state'], usual)
  return {
    title: text.title,
    body: (
      <>
        <Head
          title={text.title}
          path={await pathToLicense(visit.deps.db, license)}
          line={text.lead}
        />
        <section class="sheet">
          <List
            visit={visit}
            order={{ chosen: order, labels: { issued: text.issued, state: words.people.state } }}
            next={null}
            isEmpty={known.length === 0}
            none={<></>}
          >
            <KeyRows visit={visit} license={license} keys={known} order={order} />
          </List>
        </section>
        <section class="sheet narrow">
          <h2>{text.another}</h2>
          <p>{text.anotherMeans}</p>
          <Form
            action={`/console/licenses/${license.id}/keys`}
            token={person.formToken}
            kind="acts"
          >
            <KeyId visit={visit} />
            <button>{text.anotherDo}</button>
          </Form>
        </section>
      </>
    ),
  }
}

/** Keys that open the license for ever stand behind those that end. */
const placeOf = {
  issued: ({ createdAt }: LicenseKey) => createdAt,
  state: ({ keepUntil }: LicenseKey) => keepUntil ?? Infinity,
}

function KeyRows({
  visit,
  license,
  keys: known,
  order,
}: {
  readonly visit: StaffVisit
  readonly license: License
  readonly keys: readonly LicenseKey[]
  readonly order: Ordering<'issued' | 'state'>
}) {
  const { words, language, now } = visit
  const text = words.licenseKeys
  const day = (at: Instant) => (
    <time datetime={inUtc(at)}>{shortDay(dateAt(at, license.timeZone), language)}</time>
  )
  return (
    <Rows<LicenseKey>
      items={inOrder(known, order, placeOf, language)}
      columns={[
        { head: text.id, cell: ({ id }) => <code>{id.slice(-8)}</code> },
        {
          head: text.issued,
          order: order.link('issued'),
          cell: ({ createdAt }) => day(createdAt),
        },
        {
          head: words.people.state,
          order: order.link('state'),
          cell: (each) => stateOf(visit, license, each),
        },
        {
          head: text.replace,
          isQuiet: true,
          cell: (each) =>
            isEnded(each, now) ? null : (
              <a
                href={`/console/licenses/${license.id}/keys/${each.id}/replacement`}
                aria-label={`${text.replace}: ${each.id.slice(-8)}`}
              >
                {text.replace}
              </a>
            ),
        },
      ]}
    />
  )
}

function isEnded({ keepUntil }: LicenseKey, now: Instant): boolean {
  return keepUntil !== null && keepUntil <= now
}

function stateOf({ words, language, now }: StaffVisit, { timeZone }: License, key: LicenseKey) {
  const text = words.licenseKeys
  const { keepUntil, leakedAt } = key
  if (leakedAt !== null) return text.leakedOn(longDay(dateAt(leakedAt, timeZone), language))
  if (keepUntil === null) return text.opens
  return isEnded(key, now)
    ? text.endedOn(longDay(dateAt(keepUntil, timeZone), language))
    : text.opensUntil(longDay(dateAt(keepUntil - 1, timeZone), language))
}

const ways = ['keep', 'end', 'leaked'] as const

const replacementForm = z.strictObject({
  way: z.enum(ways),
  keep_old_until: date.optional(),
  reason: text(2000).optional(),
})

/** @throws Problem unfit */
function replacementIn(visit: StaffVisit, { timeZone }: License) {
  const until = filled(visit, 'keep_old_until')
  const why = filled(visit, 'reason')
  const { way, keep_old_until, reason } = fitting(replacementForm, {
    way: filled(visit, 'way'),
    ...(filled(visit, 'way') === 'keep' && { keep_old_until: until }),
    ...(why !== '' && { reason: why }),
  })
  return {
    keepOldUntil: keep_old_until === undefined ? null : momentAfter(keep_old_until, timeZone),
    leaked: way === 'leaked',
    reason: reason ?? null,
  }
}

async function replacementPage(visit: StaffVisit, wrongs: Wrongs) {
  const { deps, words } = visit
  const text = words.licenseKeys
  const license = await licenseIn(visit)
  const key = (await listKeys(deps.db, license.id)).find(({ id }) => id === named(visit, 'key'))
  if (key === undefined) throw new Problem('not-found')
  const at = `/console/licenses/${license.id}/keys`
  return {
    title: text.replaceTitle,
    body: (
      <>
        <Head
          title={text.replaceTitle}
          path={[...(await pathToLicense(visit.deps.db, license)), [at, text.title]]}
          line={text.which(key.id.slice(-8))}
        />
        <section class="sheet narrow">
          <WrongNote
            visit={visit}
            wrongs={wrongs}
            pointers={['/way', '/keep_old_until', '/reason']}
          />
          <ReplacementForm visit={visit} license={license} of={key.id} wrongs={wrongs} />
        </section>
      </>
    ),
  }
}

function ReplacementForm({
  visit,
  license,
  of,
  wrongs,
}: {
  readonly visit: StaffVisit
  readonly license: License
  readonly of: LicenseKey['id']
  readonly wrongs: Wrongs
}) {
  const { words, form, person, now } = visit
  const text = words.licenseKeys
  const at = `/console/licenses/${license.id}/keys`
  return (
    <Form action={`${at}/${of}/replacement`} token={person.formToken}>
      <KeyId visit={visit} />
      <Choices
        name="way"
        legend={text.old}
        options={ways.map((each) => [each, text.ways[each]])}
        chosen={form['way'] ?? 'keep'}
        wrong={wrongs.at('/way')}
      />
      <Field
        name="keep_old_until"
        type="date"
        label={text.until}
        hint={text.untilHint}
        value={form['keep_old_until'] ?? daysLater(dateAt(now, license.timeZone), 14)}
        wrong={wrongs.at('/keep_old_until')}
      />
      <Field
        name="reason"
        label={`${words.objection.reason} (${words.frame.optional})`}
        value={form['reason']}
        wrong={wrongs.at('/reason')}
        lines
      />
      <p>{text.replaceMeans}</p>
      <div class="acts">
        <button>{text.replaceDo}</button>
        <a class="button plain" href={at}>
          {words.frame.cancel}
        </a>
      </div>
    </Form>
  )
}
