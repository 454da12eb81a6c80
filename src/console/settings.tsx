import { settingsBody, vendorFrom } from '../api/settings-body.ts'
import { letterKinds } from '../license/letter-kind.ts'
import { admins } from '../license/roles.ts'
import { changeVendor, keepLogo, maxLogoBytes, readVendor } from '../store/vendor.ts'
import type { KeptVendor } from '../store/vendor.ts'
import { listWordings } from '../store/wording.ts'
import { Choices, Field, Form } from '../web/form.tsx'
import { languages } from '../web/language.ts'
import { fitting, nothingWrong, orAgain } from './fit.ts'
import type { Wrongs } from './fit.ts'
import { Head } from './head.tsx'
import { pictureOf } from './logo.ts'
import { Note } from '../web/note.tsx'
import { TestMail, testMail } from './test-mail.tsx'
import { Tick } from './tick.tsx'
import { filled, page } from './visit.ts'
import type { Drawn, StaffVisit } from './visit.ts'
import { WrongNote } from './wrong-note.tsx'

const at = '/console/settings'

export const settingsPages = [
  page('GET', at, admins, (visit) => settingsPage(visit)),
  page('POST', at, admins, (visit) =>
    orAgain(
      visit,
      async () => {
        const vendor = vendorFrom(fitting(settingsBody, saidIn(visit)))
        const { deps, person, now } = visit
        await changeVendor(deps.db, person, now, async ({ logo }) => ({ ...vendor, logo }))
        return { to: `${at}?saved` }
      },
      (wrongs) => settingsPage(visit, wrongs),
    ),
  ),
  page(
    'POST',
    `${at}/logo`,
    admins,
    async (visit) => {
      const { db } = visit.deps
      const file = visit.files['logo']
      const isTakenAway = filled(visit, 'remove') !== ''
      const picture = file === undefined ? null : await pictureOf(file, maxLogoBytes)
      if (picture === null && !isTakenAway)
        return {
          ...(await settingsPage(visit, nothingWrong, visit.words.settings.logoWrong)),
          status: 422,
        }
      await changeVendor(db, visit.person, visit.now, async (before, trx) => ({
        ...before,
        logo: picture === null ? null : await keepLogo(trx, picture),
      }))
      return { to: `${at}?saved` }
    },
    { maxBytes: 200_000 },
  ),
  page('POST', `${at}/test-mail`, admins, async (visit) =>
    settingsPage(visit, nothingWrong, undefined, await testMail(visit)),
  ),
]

/** The fields of the form, under the members of the body that they fill. */
const texts = [
  ['legal_name', 'legalName'],
  ['address', 'address'],
  ['register_number', 'registerNumber'],
  ['vat_id', 'vatId'],
  ['support_phone', 'supportPhone'],
  ['support_email', 'supportEmail'],
  ['reply_to', 'replyTo'],
  ['notices_to', 'noticesTo'],
  ['terms_url', 'termsUrl'],
  ['privacy_url', 'privacyUrl'],
  ['export_help_url', 'exportHelpUrl'],
] as const

function saidIn(visit: StaffVisit) {
  return {
    ...Object.fromEntries(texts.map(([name]) => [name, filled(visit, name)])),
    language: filled(visit, 'language'),
    switched_off: letterKinds.filter((kind) => filled(visit, `kind-${kind}`) === ''),
  }
}

async function settingsPage(
  visit: StaffVisit,
  wrongs: Wrongs = nothingWrong,
  wrongLogo?: string,
  tested?: string,
): Promise<Drawn> {
  const { words, query, deps } = visit
  const text = words.settings
  const vendor = await readVendor(deps.db)
  return {
    title: text.title,
    body: (
      <>
        <Head title={text.title} line={text.lead} />
        {query['saved'] !== undefined && (
          <Note kind="full">
            <p role="status">{text.saved}</p>
          </Note>
        )}
        {vendor.legalName === '' && <Note kind="ends">{text.nobody}</Note>}
        <WrongNote visit={visit} wrongs={wrongs} pointers={texts.map(([name]) => `/${name}`)} />
        <VendorForm visit={visit} vendor={vendor} wrongs={wrongs} />
        <div class="pair">
          <LogoForm visit={visit} vendor={vendor} wrong={wrongLogo} />
          <TestMail visit={visit} tested={tested} />
        </div>
      </>
    ),
  }
}

async function VendorForm({
  visit,
  vendor,
  wrongs,
}: {
  readonly visit: StaffVisit
  readonly vendor: KeptVendor
  readonly wrongs: Wrongs
}) {
  const { words, person, form } = visit
  const text = words.settings
  const hints: Readonly<Record<string, string>> = {
    reply_to: text.replyToHint,
    notices_to: text.noticesToHint,
  }
  const field = ([name, member]: (typeof texts)[number]) => (
    <Field
      name={name}
      label={text[member]}
      value={form[name] ?? vendor[member]}
      wrong={wrongs.at(`/${name}`)}
      {...(hints[name] !== undefined && { hint: hints[name] })}
      {...(name === 'address' && { lines: true })}
    />
  )
  return (
    <Form action={at} token={person.formToken}>
      <section class="sheet">
        <h2>{text.vendor}</h2>
        <div class="two">{texts.slice(0, 4).map(field)}</div>
        <div class="two">{texts.slice(4, 8).map(field)}</div>
        <Choices
          name="language"
          legend={text.language}
          options={languages.map((each) => [each, text.languages[each]] as const)}
          chosen={form['language'] ?? vendor.language}
        />
        <div class="two">{texts.slice(8).map(field)}</div>
      </section>
      <Kinds visit={visit} vendor={vendor} />
      <div class="acts">
        <button>{text.save}</button>
      </div>
    </Form>
  )
}

async function Kinds({
  visit,
  vendor,
}: {
  readonly visit: StaffVisit
  readonly vendor: KeptVendor
}) {
  const { words, deps, sends } = visit
  const text = words.settings
  const own = await listWordings(deps.db)
  return (
    <section class="sheet">
      <h2>{text.letters}</h2>
      <p class="quiet">{text.lettersLead}</p>
      <ul class="kinds">
        {letterKinds.map((kind) => (
          <li>
            <Tick
              name={`kind-${kind}`}
              label={words.letters.kinds[kind]}
              checked={
                sends && 'legal_name' in visit.form
                  ? filled(visit, `kind-${kind}`) !== ''
                  : !vendor.switchedOff.includes(kind)
              }
            />
            <span class="small">
              {own.some((each) => each.kind === kind) && <>{text.own} · </>}
              <a href={`${at}/letters/${kind}`}>{text.wording}</a>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function LogoForm({
  visit,
  vendor,
  wrong,
}: {
  readonly visit: StaffVisit
  readonly vendor: KeptVendor
  readonly wrong: string | undefined
}) {
  const { words, person } = visit
  const text = words.settings
  return (
    <section class="sheet">
      <h2>{text.logo}</h2>
      {vendor.logo === null ? (
        <p class="quiet">{text.noLogo}</p>
      ) : (
        <p>
          <code>{vendor.logo.slice(0, 16)}</code>
        </p>
      )}
      <Form action={`${at}/logo`} token={person.formToken} isMultipart>
        <Field name="logo" type="file" label={text.logo} hint={text.logoHint} wrong={wrong} />
        <div class="acts">
          <button class="second">{text.saveLogo}</button>
          {vendor.logo !== null && (
            <button class="plain" name="remove" value="yes">
              {text.removeLogo}
            </button>
          )}
        </div>
      </Form>
    </section>
  )
}
