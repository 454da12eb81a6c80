import { readVendor } from '../store/vendor.ts'
import { newId } from '../store/id.ts'
import { Field, Form } from '../web/form.tsx'
import { filled } from './visit.ts'
import type { StaffVisit } from './visit.ts'

/** Sends a letter about a license that nobody has; what the mail server said, in a sentence. */
export async function testMail(visit: StaffVisit): Promise<string> {
  const { deps, now, words, language } = visit
  const { sendMail, sample } = deps.letters
  const text = words.settings
  const email = filled(visit, 'to')
  if (sendMail === null) return text.mailOff
  if (!/^[^\s@<>,;]+@[^\s@<>,;]+$/.test(email)) return text.testRefused(email)
  const vendor = { ...(await readVendor(deps.db)), logo: null }
  const letter = sample({ kind: 'reminder', language, vendor, wording: null })
  const mailed = await sendMail({
    ...letter,
    messageId: `${newId('let', now)}@${new URL(deps.publicUrl).hostname}`,
    to: [{ name: visit.person.name, email }],
    replyTo: vendor.replyTo === '' ? null : vendor.replyTo,
    fromName: vendor.legalName,
    logo: null,
    writtenAt: now,
  })
  return mailed.isTaken ? text.testTaken(mailed.answer) : text.testRefused(mailed.answer)
}

export function TestMail({
  visit,
  tested,
}: {
  readonly visit: StaffVisit
  readonly tested: string | undefined
}) {
  const { words, person, deps } = visit
  const text = words.settings
  const mails = deps.letters.sendMail !== null
  return (
    <section class="sheet">
      <h2>{text.mail}</h2>
      <p class="quiet">{mails ? text.mailOn : text.mailOff}</p>
      {mails && (
        <Form action="/console/settings/test-mail" token={person.formToken}>
          <Field
            name="to"
            label={text.test}
            inputmode="email"
            value={filled(visit, 'to') || (person.login.includes('@') ? person.login : '')}
            required
          />
          {tested !== undefined && <p role="status">{tested}</p>}
          <div class="acts">
            <button class="second">{text.testSend}</button>
          </div>
        </Form>
      )}
    </section>
  )
}
