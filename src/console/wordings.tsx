import { wordingBody } from '../api/settings-body.ts'
import { letterKinds, letterLanguages } from '../license/letter-kind.ts'
import type { LetterKind } from '../license/letter-kind.ts'
import { Problem } from '../license/problem.ts'
import { admins } from '../license/roles.ts'
import type { LetterLanguage } from '../license/warning.ts'
import { placeholdersOf, wordingMisfits } from '../license/wording.ts'
import type { Wording } from '../license/wording.ts'
import { inTransaction } from '../store/database.ts'
import { readVendor } from '../store/vendor.ts'
import { findWording, keepWording } from '../store/wording.ts'
import { Field, Form } from '../web/form.tsx'
import { fitting, nothingWrong, orAgain } from './fit.ts'
import type { Wrongs } from './fit.ts'
import { Head } from './head.tsx'
import { LetterFrame, withLogo } from './letter-frame.tsx'
import { filled, named, page } from './visit.ts'
import type { Drawn, Shown, StaffVisit } from './visit.ts'

const at = '/console/settings/letters'

export const wordingPages = [
  page('GET', `${at}/:kind`, admins, (visit) => wordingPage(visit)),
  page('GET', `${at}/:kind/preview`, admins, async (visit) => {
    const { db } = visit.deps
    const [kind, language] = [kindIn(visit), languageIn(visit)]
    return preview(visit, kind === 'warning' ? null : await findWording(db, kind, language))
  }),
  page('POST', `${at}/:kind/preview`, admins, (visit) => preview(visit, saidIn(visit))),
  page('POST', `${at}/:kind`, admins, (visit) =>
    orAgain(
      visit,
      () => keep(visit),
      (wrongs) => wordingPage(visit, wrongs),
    ),
  ),
]

function kindIn(visit: StaffVisit): LetterKind {
  const kind = letterKinds.find((each) => each === named(visit, 'kind'))
  if (kind === undefined) throw new Problem('not-found')
  return kind
}

function languageIn({ form, query, language }: StaffVisit): LetterLanguage {
  const wanted = form['language'] ?? query['language'] ?? language
  return letterLanguages.find((each) => each === wanted) ?? 'en'
}

function saidIn(visit: StaffVisit): Wording {
  return { subject: filled(visit, 'subject'), text: filled(visit, 'text') }
}

async function keep(visit: StaffVisit): Promise<Shown> {
  const { deps, person, now } = visit
  const [kind, language] = [kindIn(visit), languageIn(visit)]
  if (kind === 'warning') throw new Problem('not-found')
  const wording = filled(visit, 'back') === '' ? fitting(wordingBody, saidIn(visit)) : null
  const errors = wording === null ? [] : wordingMisfits(kind, wording)
  if (errors.length > 0) throw new Problem('unfit', { errors })
  await inTransaction(deps.db, async (trx) => {
    await trx.selectFrom('server').select('one').forUpdate().execute()
    await keepWording(trx, kind, language, wording, person, now)
  })
  return { to: `${at}/${kind}?language=${language}` }
}

async function preview(visit: StaffVisit, wording: Wording | null): Promise<Shown> {
  const { deps } = visit
  const vendor = await readVendor(deps.db)
  const asked = { kind: kindIn(visit), language: languageIn(visit), vendor, wording }
  return { letter: await withLogo(deps.db, deps.letters.sample(asked).html, vendor.logo) }
}

async function wordingPage(visit: StaffVisit, wrongs: Wrongs = nothingWrong): Promise<Drawn> {
  const { words, deps } = visit
  const [kind, language] = [kindIn(visit), languageIn(visit)]
  const text = words.settings
  const here = `${at}/${kind}`
  const own = await findWording(deps.db, kind, language)
  return {
    title: words.letters.kinds[kind],
    body: (
      <>
        <Head
          title={words.letters.kinds[kind]}
          path={[['/console/settings', text.title]]}
          line={text.wordingLead}
        />
        <Languages visit={visit} />
        <div class="pair">
          <section class="sheet">
            {kind === 'warning' ? (
              <p class="quiet">{text.warningHasNone}</p>
            ) : (
              <WordingForm
                visit={visit}
                kind={kind}
                begin={own ?? { subject: '', text: '' }}
                isOwn={own !== null}
                wrongs={wrongs}
              />
            )}
          </section>
          <section class="sheet">
            <h2>{text.preview}</h2>
            <LetterFrame
              src={`${here}/preview?language=${language}`}
              title={text.preview}
              name="preview"
            />
          </section>
        </div>
      </>
    ),
  }
}

function WordingForm({
  visit,
  kind,
  begin,
  isOwn,
  wrongs,
}: {
  readonly visit: StaffVisit
  readonly kind: LetterKind
  readonly begin: Wording
  readonly isOwn: boolean
  readonly wrongs: Wrongs
}) {
  const { words, person, form } = visit
  const text = words.settings
  const here = `${at}/${kind}`
  return (
    <Form action={here} token={person.formToken} kind="fields letter-form">
      <input type="hidden" name="language" value={languageIn(visit)} />
      <Field
        name="subject"
        label={text.subject}
        value={form['subject'] ?? begin.subject}
        wrong={wrongs.at('/subject')}
        required
      />
      <Field
        name="text"
        label={text.text}
        value={form['text'] ?? begin.text}
        wrong={wrongs.at('/text')}
        hint={text.textHint}
        required
        lines
      />
      <Placeholders kind={kind} />
      <div class="acts">
        <button>{text.keep}</button>
        <button class="second" formaction={`${here}/preview`} formtarget="preview">
          {text.previewDraft}
        </button>
        {isOwn && (
          <button class="plain" name="back" value="yes">
            {text.back}
          </button>
        )}
      </div>
    </Form>
  )
}

function Languages({ visit }: { readonly visit: StaffVisit }) {
  const text = visit.words.settings
  return (
    <nav class="switches" aria-label={text.language}>
      {letterLanguages.map((each) => (
        <a
          href={`${at}/${kindIn(visit)}?language=${each}`}
          lang={each}
          {...(each === languageIn(visit) && { 'aria-current': 'true' as const })}
        >
          {text.languages[each]}
        </a>
      ))}
    </nav>
  )
}

function Placeholders({ kind }: { readonly kind: LetterKind }) {
  return (
    <p class="small">
      {placeholdersOf(kind).map((name) => (
        <>
          <code>{`{${name}}`}</code>{' '}
        </>
      ))}
    </p>
  )
}
