import { isDate } from '../license/calendar.ts'
import type { DeclarationKind, DeclaredWords, OpenDeclaration } from '../store/declaration.ts'
import { hashOfSecret, makeSecretText } from '../store/secret-text.ts'
import { Choices, Field, Form } from '../web/form.tsx'
import { isConfirmedByLetter } from './confirmed-by-letter.ts'
import { declaredText } from './declared-text.ts'
import { Title } from './frame.tsx'
import { post } from '../store/post-portal-mail.ts'
import { receiveDeclaration } from './receive.ts'
import { isAddress } from './sign-in.tsx'
import { filled, openPage } from './visit.ts'
import type { Page, Shown, Visit } from './visit.ts'

/**
 * What a consumer declares without signing in: the page that the button leads to, and its own button (§§ 312k, 356a BGB). Nobody is
 * refused for how often somebody has sent something: a declaration counts by its receipt.
 */
export const declarePages: readonly Page[] = [
  openPage('GET', '/portal/cancellation', async (visit) => form(visit, 'cancellation')),
  open('/portal/cancellation', (visit) => declare(visit, 'cancellation')),
  openPage('GET', '/portal/withdrawal', async (visit) => form(visit, 'withdrawal')),
  open('/portal/withdrawal', (visit) => declare(visit, 'withdrawal')),
]

/** A form that may come from anywhere: whoever sends it does so in nobody's session. */
function open(path: string, run: Page['run']): Page {
  return { ...openPage('POST', path, run), fromAnywhere: true }
}

async function declare(visit: Visit, kind: DeclarationKind): Promise<Shown> {
  const { deps, language, now } = visit
  const read = readWords(visit, kind)
  if (!('words' in read)) return { ...form(visit, kind, read.wrong), status: 422 }
  // The page bore a number of its own, so that a form that is sent twice is one declaration.
  const once = filled(visit, 'once')
  const token = hashOfSecret(`declaration ${once === '' ? makeSecretText() : once}`)
  const { words } = read
  const { declaration, isNew, isRecorded } = await receiveDeclaration(
    deps,
    { kind, words, language },
    token,
    now,
  )
  if (isNew) await confirm(visit, declaration, isRecorded, words.email)
  return { to: `/portal/declarations/${token}` }
}

/** Confirms at once, by mail: where it is recorded as an objection, the letter about that does so, if it goes to the same address. */
async function confirm(
  { deps, words, language, now, vendor }: Visit,
  declaration: OpenDeclaration,
  isRecorded: boolean,
  to: string,
): Promise<void> {
  const { kind, customer } = declaration
  if (isRecorded && customer !== null && (await isConfirmedByLetter(deps.db, vendor, customer, to)))
    return
  const mail = {
    kind: 'declaration',
    to,
    subject: words.declare.mailSubject[kind],
    text: await declaredText(deps.db, declaration, language),
  } as const
  await post(deps, mail, now)
}

type Wrong = Partial<Record<'name' | 'contract' | 'email' | 'wished_end' | 'reason', string>>

function readWords(
  visit: Visit,
  kind: DeclarationKind,
): { readonly words: DeclaredWords } | { readonly wrong: Wrong } {
  const text = visit.words.declare
  const name = filled(visit, 'name')
  const contract = filled(visit, 'contract', 500)
  const email = filled(visit, 'email', 254)
  const wished = kind === 'cancellation' ? filled(visit, 'wished_end') : ''
  const cause = kind === 'withdrawal' ? null : causeIn(visit)
  const reason = filled(visit, 'reason', 2000)
  const wrong: Wrong = {
    ...(name === '' && { name: text.missing }),
    ...(contract === '' && { contract: text.missing }),
    ...(!isAddress(email) && { email: text.noEmail }),
    ...(wished !== '' && !isDate(wished) && { wished_end: text.noDate }),
    ...(cause === 'good_cause' && reason === '' && { reason: text.noReason }),
  }
  if (Object.keys(wrong).length > 0) return { wrong }
  return {
    words: {
      name,
      contract,
      email,
      cause,
      reason: reason === '' ? null : reason,
      wishedEnd: wished === '' ? null : wished,
    },
  }
}

function causeIn(visit: Visit): 'ordinary' | 'good_cause' {
  return filled(visit, 'cause') === 'good_cause' ? 'good_cause' : 'ordinary'
}

function form(visit: Visit, kind: DeclarationKind, wrong: Wrong = {}) {
  const { words } = visit
  const text = words.declare
  const once = filled(visit, 'once')
  return {
    title: text.title[kind],
    body: (
      <>
        <Title title={text.title[kind]} back={['/portal', words.frame.name]} />
        <section class="sheet narrow">
          <p>{text.lead[kind]}</p>
          <Form action={`/portal/${kind}`} token={null}>
            <input type="hidden" name="once" value={once === '' ? makeSecretText() : once} />
            {kind === 'cancellation' && <Cause visit={visit} wrong={wrong.reason} />}
            <Fields visit={visit} kind={kind} wrong={wrong} />
            <div class="acts">
              <button>{text.confirm[kind]}</button>
            </div>
          </Form>
        </section>
        <p class="quiet">{text.exportStays}</p>
      </>
    ),
  }
}

/** What both laws let be asked for, and nothing else. */
function Fields({
  visit,
  kind,
  wrong,
}: {
  readonly visit: Visit
  readonly kind: DeclarationKind
  readonly wrong: Wrong
}) {
  const { words, form: sent } = visit
  const text = words.declare
  return (
    <>
      <Field
        name="name"
        label={text.name}
        hint={text.nameHint}
        wrong={wrong.name}
        value={sent['name']}
        autocomplete="name"
        required
      />
      <Field
        name="contract"
        label={text.contract}
        hint={text.contractHint}
        wrong={wrong.contract}
        value={sent['contract']}
        required
      />
      {kind === 'cancellation' && <WishedEnd visit={visit} wrong={wrong.wished_end} />}
      <Field
        name="email"
        label={text.email}
        wrong={wrong.email}
        value={sent['email']}
        type="email"
        inputmode="email"
        autocomplete="email"
        required
      />
    </>
  )
}

interface One {
  readonly visit: Visit
  readonly wrong: string | undefined
}

function WishedEnd({ visit: { words, form: sent }, wrong }: One) {
  const text = words.declare
  return (
    <Field
      name="wished_end"
      label={`${text.end} (${words.frame.optional})`}
      hint={text.endHint}
      wrong={wrong}
      value={sent['wished_end']}
      type="date"
    />
  )
}

function Cause({ visit, wrong }: One) {
  const { words, form: sent } = visit
  const text = words.declare
  return (
    <>
      <Choices
        name="cause"
        legend={text.cause}
        options={[
          ['ordinary', text.causes.ordinary],
          ['good_cause', text.causes.good_cause],
        ]}
        chosen={causeIn(visit)}
      />
      <Field
        name="reason"
        label={text.reason}
        hint={text.reasonHint}
        wrong={wrong}
        value={sent['reason']}
        lines
      />
    </>
  )
}
