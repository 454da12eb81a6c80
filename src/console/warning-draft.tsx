import type { License } from '../license/license.ts'
import type { LetterLanguage } from '../license/warning.ts'
import { draftWarning } from '../store/draft-warning.ts'
import { wayByMail } from '../store/mailable.ts'
import type { WayByMail } from '../store/mailable.ts'
import { readLicense } from '../store/read-license.ts'
import { Choices, Field, Form } from '../web/form.tsx'
import { languages } from '../web/language.ts'
import { Head } from './head.tsx'
import { pathToLicense } from './license-path.ts'
import { entryField, entryIn } from './sent-once.ts'
import { filled, named } from './visit.ts'
import type { Drawn, StaffVisit } from './visit.ts'

const mostCharacters = 10_000
/** How a warning is given, in one choice. */
const ways = ['mail', 'letter', 'spoken'] as const

/** What the form says; null where its words cannot be recorded. */
export function givenIn(visit: StaffVisit) {
  const way = ways.find((each) => each === visit.form['form'])
  const text = filled(visit, 'text')
  const recipient = filled(visit, 'recipient').slice(0, 200)
  if (way === undefined || text === '' || text.length > mostCharacters) return null
  return {
    form: way === 'spoken' ? ('spoken' as const) : ('letter' as const),
    delivery: way === 'mail' ? ('mail' as const) : ('by_hand' as const),
    mails: visit.deps.letters.sendMail !== null,
    at: null,
    language: languageIn(filled(visit, 'language')),
    ...(recipient !== '' && { recipient }),
    text,
  }
}

function languageIn(text: string | undefined): LetterLanguage | undefined {
  return languages.find((each) => each === text)
}

/** The letter filled in, to be changed and recorded. */
export async function draftPage(visit: StaffVisit, isWrong = false): Promise<Drawn> {
  const { deps, words, now, form, query } = visit
  const text = words.ledger.warning
  const { license: known } = await readLicense(deps.db, named(visit, 'license'), now)
  const language = languageIn(form['language'] ?? query['language'])
  const draft = await draftWarning(deps.db, known, { language }, now)
  const mails = deps.letters.sendMail !== null
  const byMail = await wayByMail(deps.db, 'warning', known.customer, mails)
  const at = `/console/licenses/${known.id}`
  return {
    title: text.title,
    body: (
      <>
        <Head
          title={text.title}
          path={[
            ['/console/customers', words.places.customers],
            ...(await pathToLicense(deps.db, known)),
          ]}
          line={text.lead}
        />
        <section class="sheet">
          <nav class="switches" aria-label={text.language}>
            <span class="quiet small">{text.language}</span>
            {languages.map((each) => (
              <a
                href={`${at}/warning?language=${each}`}
                lang={each}
                {...(each === draft.language && { 'aria-current': 'true' as const })}
              >
                {text.languages[each]}
              </a>
            ))}
            <span class="quiet small">{text.languageHint}</span>
          </nav>
          <DraftForm
            visit={visit}
            license={known}
            draft={draft}
            byMail={byMail}
            isWrong={isWrong}
          />
        </section>
      </>
    ),
  }
}

function DraftForm({
  visit,
  license: known,
  draft,
  byMail,
  isWrong,
}: {
  readonly visit: StaffVisit
  readonly license: License
  readonly draft: Awaited<ReturnType<typeof draftWarning>>
  readonly byMail: WayByMail
  readonly isWrong: boolean
}) {
  const { words, person, form } = visit
  const text = words.ledger.warning
  const at = `/console/licenses/${known.id}`
  return (
    <Form action={`${at}/warnings`} token={person.formToken} kind="fields letter-form">
      <input type="hidden" name={entryField} value={entryIn(visit, 'wrn')} />
      <input type="hidden" name="language" value={draft.language} />
      <div class="two">
        <WayChoice visit={visit} byMail={byMail} />
        <Field
          name="recipient"
          label={text.recipient}
          value={form['recipient'] ?? draft.recipient ?? ''}
        />
      </div>
      <Field
        name="text"
        label={text.text}
        hint={text.textHint}
        wrong={isWrong ? text.textWrong : undefined}
        value={form['text'] ?? draft.text}
        required
        lines
      />
      <p>{text.itGoes}</p>
      <div class="acts">
        <button>{text.record}</button>
        <a class="button plain" href={at}>
          {words.frame.cancel}
        </a>
      </div>
    </Form>
  )
}

/** Mail first, where it can be had; else what is missing. */
function WayChoice({
  visit: { words, form },
  byMail: { recipients, hindrance },
}: {
  readonly visit: StaffVisit
  readonly byMail: WayByMail
}) {
  const text = words.ledger.warning
  const offered = ways.filter((each) => each !== 'mail' || hindrance === null)
  return (
    <Choices
      name="form"
      legend={text.form}
      hint={
        hindrance === null
          ? text.mailedTo(recipients.map(({ email }) => email).join(', '))
          : text.notMailed[hindrance]
      }
      options={offered.map((each) => [each, text.ways[each]] as const)}
      chosen={offered.find((each) => each === form['form']) ?? offered[0]}
    />
  )
}
