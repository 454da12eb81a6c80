import type { Child } from 'hono/jsx'
import { inUtc } from '../license/calendar.ts'
import type { Instant } from '../license/license.ts'
import type { Delivery } from '../store/delivery.ts'
import type { Webhook } from '../store/webhook.ts'
import { dayAndTime } from '../web/day.ts'
import { FlagMark, State } from '../web/mark.tsx'
import type { StaffVisit } from './visit.ts'

type Looking = Pick<StaffVisit, 'words' | 'language'>

/** What a webhook is called: what somebody said that it is, or where it is. */
export function nameOf({ description, url }: Pick<Webhook, 'description' | 'url'>): string {
  return description === '' ? new URL(url).host : description
}

/** Whether a webhook is told anything. */
export function WebhookState({
  visit: { words },
  webhook: { disabledAt, disabledWhy },
}: {
  readonly visit: Looking
  readonly webhook: Pick<Webhook, 'disabledAt' | 'disabledWhy'>
}) {
  const { states } = words.webhooks
  if (disabledAt === null) return <State worth="full" word={states.enabled} />
  if (disabledWhy === 'gone') return <Wrong>{states.gone}</Wrong>
  return <State worth="export-only" word={states.by_hand} />
}

/** How it stands with a delivery. */
export function DeliveryState({
  visit: { words },
  delivery: { state },
}: {
  readonly visit: Looking
  readonly delivery: Pick<Delivery, 'state'>
}) {
  const word = words.webhooks.delivery[state]
  if (state === 'failed') return <Wrong>{word}</Wrong>
  return <State worth={state === 'delivered' ? 'full' : 'ends'} word={word} />
}

/** What is wrong, with a flag: a person is to look. */
export function Wrong({ children }: { readonly children: Child }) {
  return (
    <span class="state wrong">
      <FlagMark />
      {children}
    </span>
  )
}

/** What a receiver answered, or why it did not: the status, and what that means where it was no yes. */
export function answerInWords(
  { words }: Looking,
  { status, error }: Pick<Delivery, 'status' | 'error'>,
): string {
  const { errors, otherError } = words.webhooks
  if (error === null) return status === null ? '' : String(status)
  const known = Object.entries(errors).find(([code]) => code === error)?.[1]
  const said = known ?? otherError(error)
  return status === null ? said : `${status}, ${said}`
}

/** Day and minute, in UTC: a webhook belongs to no license's zone. */
export function When({ visit, at }: { readonly visit: Looking; readonly at: Instant }) {
  return <time datetime={inUtc(at)}>{whenIn(visit, at)} UTC</time>
}

export function whenIn({ language }: Pick<Looking, 'language'>, at: Instant): string {
  return dayAndTime(inUtc(at), language)
}
