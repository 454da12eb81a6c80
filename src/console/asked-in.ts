import type { Asked } from '../license/inquiry.ts'
import type { InquiryId } from '../license/license.ts'
import { Problem } from '../license/problem.ts'
import { askedBy, topics } from './log-form.tsx'
import type { Draft, DraftFaults } from './log-form.tsx'
import { filled } from './visit.ts'
import type { Visit } from './visit.ts'

/** What a form says was asked, or what does not fit yet, with all that was typed. */
export type Read =
  | { readonly asked: Asked; readonly draft: Draft }
  | { readonly asked: null; readonly draft: Draft; readonly faults: DraftFaults }

/** @throws Problem malformed for what no form of ours can send. */
export function askedIn(visit: Pick<Visit, 'form' | 'words'>): Read {
  const text = visit.words.ledger.inquiry
  const { topic, repeats = '', subject = '', minutes = '', contact = '' } = visit.form
  const channel = filled(visit, 'channel') || 'phone'
  const draft = { topic, repeats, subject, minutes, contact, channel }
  const chosen = topics.find((each) => each === topic)
  const by = askedBy.find((each) => each === channel)
  if (by === undefined || contact.length > 200) throw new Problem('malformed')
  const faults: DraftFaults = {
    ...(chosen === undefined && { topic: text.topicWrong }),
    ...((subject === '' || subject.length > 500) && { subject: text.subjectWrong }),
    ...((!/^\d{0,4}$/.test(minutes) || Number(minutes) > 1440) && { minutes: text.minutesWrong }),
  }
  if (chosen === undefined || Object.keys(faults).length > 0) return { asked: null, draft, faults }
  const asked: Asked = {
    at: null,
    channel: by,
    topic: chosen,
    // Who has chosen another topic since does not mean it.
    repeats: chosen === 'repeat' && isInquiry(repeats) ? repeats : null,
    minutes: minutes === '' ? null : Number(minutes),
    contact: contact === '' ? null : contact,
    subject,
  }
  return { asked, draft }
}

function isInquiry(text: string): text is InquiryId {
  return /^inq_[0-9a-z]{26}$/.test(text)
}
