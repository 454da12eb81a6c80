import type { Channel, License, LicenseId } from '../license/license.ts'
import type { Topic } from '../license/inquiry.ts'
import { inZone } from '../license/calendar.ts'
import { newId } from '../store/id.ts'
import type { RecentInquiry } from '../store/lookup.ts'
import { shortDay } from '../web/day.ts'
import { Field, Form, Select } from '../web/form.tsx'
import { entryField } from './sent-once.ts'
import type { StaffVisit } from './visit.ts'

/** How a question comes at a desk. */
export const askedBy = ['phone', 'email', 'in_person', 'letter'] as const satisfies Channel[]

export const topics = ['in_scope', 'out_of_scope', 'repeat'] as const satisfies Topic[]

/** What stands in the form, and what is wrong with it. */
export interface Draft {
  readonly topic?: string | undefined
  readonly repeats?: string | undefined
  readonly subject?: string | undefined
  readonly channel?: string | undefined
  readonly minutes?: string | undefined
  readonly contact?: string | undefined
}

export type DraftFaults = Partial<Record<'topic' | 'subject' | 'minutes', string>>

/** One row, filled in within five seconds: what it was about, in a few words, and done. */
export function LogForm({
  visit,
  license,
  recent,
  back,
  draft = {},
}: {
  readonly visit: StaffVisit
  readonly license: Pick<License, 'id' | 'timeZone'>
  readonly recent: readonly RecentInquiry[]
  /** Where it leads once it is logged. */
  readonly back: string
  readonly draft?: Draft
}) {
  const { words, person, now } = visit
  const text = words.ledger.inquiry
  return (
    <Form action={logPath(license.id)} token={person.formToken} kind="log">
      <input type="hidden" name={entryField} value={newId('inq', now)} />
      <input type="hidden" name="back" value={back} />
      <TopicChoice visit={visit} chosen={draft.topic} />
      <input
        class="subject"
        name="subject"
        aria-label={text.subject}
        placeholder={text.subject}
        value={draft.subject}
        maxlength={500}
        required
        autocomplete="off"
        data-keys="c"
      />
      <button>
        {text.log} <kbd aria-hidden="true">⏎</kbd>
      </button>
      <Earlier visit={visit} timeZone={license.timeZone} recent={recent} chosen={draft.repeats} />
      <details class="aside-fields">
        <summary>{text.more}</summary>
        <More visit={visit} draft={draft} />
      </details>
    </Form>
  )
}

export function logPath(license: LicenseId): string {
  return `/console/licenses/${license}/inquiries`
}

/** In scope or not, or asked before. */
export function TopicChoice({
  visit: { words },
  chosen,
}: {
  readonly visit: StaffVisit
  readonly chosen: string | undefined
}) {
  return (
    <fieldset class="topics">
      <legend class="hidden-label">{words.ledger.inquiry.topic}</legend>
      <div class="choices">
        {topics.map((topic) => (
          <label class="choice">
            <input type="radio" name="topic" value={topic} checked={topic === chosen} required />
            <span>{words.ledger.topics[topic]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** The earlier ones that a repeat can ask again: to be seen once “asked before” is chosen. */
export function Earlier({
  visit: { words, language },
  timeZone,
  recent,
  chosen,
}: {
  readonly visit: StaffVisit
  readonly timeZone: string
  readonly recent: readonly Pick<RecentInquiry, 'id' | 'at' | 'subject'>[]
  readonly chosen: string | undefined
}) {
  const text = words.ledger.inquiry
  return (
    <div class="earlier">
      <Select
        name="repeats"
        label={text.repeats}
        options={[
          ['', text.repeatsUnknown],
          ...recent.map(
            ({ id, at, subject }) =>
              [
                id,
                `${shortDay(inZone(at, timeZone).slice(0, 10), language)}: ${subject ?? text.erased}`,
              ] as const,
          ),
        ]}
        chosen={chosen}
      />
    </div>
  )
}

/** What is seldom needed while somebody waits. */
export function More({
  visit: { words },
  draft,
  faults = {},
}: {
  readonly visit: StaffVisit
  readonly draft: Draft
  readonly faults?: DraftFaults
}) {
  const text = words.ledger.inquiry
  return (
    <div class="two">
      <Field
        name="minutes"
        label={text.minutes}
        value={draft.minutes}
        wrong={faults.minutes}
        inputmode="numeric"
      />
      <Select
        name="channel"
        label={text.channel}
        options={askedBy.map((each) => [each, words.channels[each]] as const)}
        chosen={draft.channel ?? 'phone'}
      />
      <Field name="contact" label={text.contact} value={draft.contact} />
    </div>
  )
}
