import type { Contact, KnownCustomer } from '../store/customer.ts'
import { Field } from '../web/form.tsx'
import { asDialed, countryOf, withCountry } from '../web/phone-number.ts'
import type { Country } from '../web/phone-number.ts'
import type { Wrongs } from './fit.ts'
import { Tick } from './tick.tsx'
import type { StaffVisit } from './visit.ts'

/** What a contact may declare. */
const authorities = ['object', 'sign', 'support'] as const

/** A contact as it stands in the form: phones and addresses a line each. */
interface Row {
  readonly id: string
  readonly name: string
  readonly phones: string
  readonly emails: string
  readonly may: readonly string[]
  readonly gone: boolean
}

const blank: Row = { id: '', name: '', phones: '', emails: '', may: ['support'], gone: false }

interface Parts {
  readonly visit: StaffVisit
  /** As they are kept; null for a customer who is new. */
  readonly kept: KnownCustomer | null
  readonly wrongs: Wrongs
}

/** The people at the customer’s: those that there are, and one more to fill in. */
export function ContactFields({ visit, kept, wrongs }: Parts) {
  const { words } = visit
  const text = words.contacts
  const rows = rowsOf(visit, kept)
  const stay = rows.filter((row) => isWanted(row))
  return (
    <>
      {rows.map((row, n) => (
        <fieldset class="part">
          <legend>
            {row.name !== ''
              ? row.name
              : n > 0 && n === rows.length - 1
                ? text.another
                : text.contact}
          </legend>
          <ContactRow
            visit={visit}
            row={row}
            n={n}
            wrongs={wrongs}
            pointer={`/contacts/${stay.indexOf(row)}`}
          />
        </fieldset>
      ))}
    </>
  )
}

function ContactRow({
  visit: { words },
  row,
  n,
  wrongs,
  pointer,
}: Pick<Parts, 'visit' | 'wrongs'> & {
  readonly row: Row
  readonly n: number
  readonly pointer: string
}) {
  const text = words.contacts
  const name = (member: string): string => `contact_${n}_${member}`
  const lines = (member: 'phones' | 'emails', label: string, hint: string) => (
    <Field
      name={name(member)}
      label={label}
      hint={hint}
      value={row[member]}
      wrong={wrongs.at(`${pointer}/${member}`)}
      lines
    />
  )
  return (
    <>
      <input type="hidden" name={name('id')} value={row.id} />
      <Field
        name={name('name')}
        label={words.people.name}
        value={row.name}
        wrong={wrongs.at(`${pointer}/name`)}
      />
      <div class="two">
        {lines('phones', text.phones, text.phonesHint)}
        {lines('emails', text.emails, text.emailsHint)}
      </div>
      <div class="ticks">
        {authorities.map((each) => (
          <Tick
            name={name(each)}
            label={words.may[each]}
            checked={row.may.includes(each)}
            hint={text.mayHint[each]}
          />
        ))}
        {row.id !== '' && <Tick name={name('gone')} label={text.remove} checked={row.gone} />}
      </div>
    </>
  )
}

/** The contacts as they were filled in, as a body of the API names them. */
export function contactsIn(visit: StaffVisit, kept: KnownCustomer | null, language: string) {
  const numbers = numbersOf(kept)
  const country = countryFor(kept, language)
  return typedRows(visit)
    .filter((row) => isWanted(row))
    .map(({ id, name, phones, emails, may }) => ({
      ...(id !== '' && { id }),
      name,
      // What was shown and not touched stays what it was.
      phones: linesOf(phones).map((each) => numbers.get(each) ?? withCountry(each, country)),
      emails: linesOf(emails),
      may,
    }))
}

/** Each number that is kept, by how the form shows it. */
function numbersOf(kept: KnownCustomer | null): ReadonlyMap<string, string> {
  if (kept === null) return new Map()
  const country = countryOfCustomer(kept)
  return new Map(phonesOf(kept).map((phone) => [asDialed(phone, country), phone]))
}

/** Where numbers without a country are dialed: as those that are kept, else where the language is at home. */
function countryFor(kept: KnownCustomer | null, language: string): Country {
  return countryOf({ language, phones: kept === null ? [] : phonesOf(kept) })
}

export function countryOfCustomer(customer: Pick<KnownCustomer, 'language' | 'contacts'>): Country {
  return countryOf({ language: customer.language, phones: phonesOf(customer) })
}

function phonesOf({ contacts }: Pick<KnownCustomer, 'contacts'>): readonly string[] {
  return contacts.flatMap(({ phones }) => phones)
}

function linesOf(text: string): readonly string[] {
  return text
    .split(/[\n,;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** Whether something is to be kept of it. */
function isWanted({ id, name, phones, emails, gone }: Row): boolean {
  return !gone && (id !== '' || [name, phones, emails].some((each) => each !== ''))
}

function rowsOf(visit: StaffVisit, kept: KnownCustomer | null): readonly Row[] {
  const rows = visit.sends
    ? typedRows(visit).filter((row) => isWanted(row) || row.gone)
    : (kept?.contacts ?? []).map((contact) => rowOf(contact, kept))
  return [...rows, blank]
}

function rowOf({ id, name, phones, emails, may }: Contact, kept: KnownCustomer | null): Row {
  const country = kept === null ? null : countryOfCustomer(kept)
  return {
    id,
    name,
    phones: phones.map((phone) => asDialed(phone, country)).join('\n'),
    emails: emails.join('\n'),
    may,
    gone: false,
  }
}

function typedRows({ form }: Pick<StaffVisit, 'form'>): readonly Row[] {
  const rows: Row[] = []
  for (let n = 0; form[`contact_${n}_id`] !== undefined && n < 200; n++) {
    const said = (member: string): string => form[`contact_${n}_${member}`] ?? ''
    rows.push({
      id: said('id'),
      name: said('name'),
      phones: said('phones'),
      emails: said('emails'),
      may: authorities.filter((each) => said(each) !== ''),
      gone: said('gone') !== '',
    })
  }
  return rows
}
