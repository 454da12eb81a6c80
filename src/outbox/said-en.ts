import type { CalendarDate } from '../license/license.ts'
import type { Occasion, TermTold } from '../license/occasion.ts'
import { calendar, saidOfProposals, stays } from './said-proposals-en.ts'
import { plainDay } from './letter-words.ts'
import type { About, LetterWords } from './letter-words.ts'

/** What each kind of letter says, in English (British). */
export const said: LetterWords['said'] = {
  issued: (told, about) => ({
    subject: `Your license for ${about.product}`,
    lead: [`Your license for ${about.product} (${about.plan}) has been issued.`],
    hero: told.startBy === null ? 'ends_on' : 'start_by',
    after:
      told.startBy === null
        ? [...afterwards(told, about), stays]
        : [
            `Your term begins with the first activation, at the latest on ${day(told.startBy)}. We will tell you its last day, and until when either side can object to a renewal, as soon as it begins.`,
            stays,
          ],
  }),
  started: (told, about) => ({
    subject: `Your license for ${about.product} has begun`,
    lead: [
      `Your license for ${about.product} (${about.plan}) was activated for the first time: your term began on ${day(told.startsOn)}.`,
    ],
    hero: 'ends_on',
    after: [...afterwards(told, about), stays],
  }),
  reminder: (told, about) => ({
    subject: `Your license for ${about.product}: object by ${day(told.lastObjectionDay)}`,
    lead: [
      `Your license for ${about.product} (${about.plan}) runs until the end of ${day(told.endsOn)}. The last day on which you can object to its renewal is ${told.days === 1 ? 'tomorrow' : `in ${told.days} days`}.`,
    ],
    hero: 'last_objection_day',
    after: [
      `Without an objection it renews by itself: from ${day(told.next.startsOn)}${told.next.endsOn === null ? '' : ` until the end of ${day(told.next.endsOn)}`}. If you want it to go on, there is nothing to do.`,
      howToObject(about),
      `After an objection it still runs until the end of ${day(told.endsOn)}. ${thenExport}`,
    ],
  }),
  objected: (told, about) =>
    told.side === 'customer'
      ? {
          subject: `Your ${told.isCancellation ? 'cancellation' : 'objection'} is confirmed: ${about.product} ends on ${day(told.endsOn)}`,
          lead: [
            `We have received your ${told.isCancellation ? 'cancellation, at the end of the term, of' : 'objection to the renewal of'} your license for ${about.product}. This confirms what it says, when it was received, and the end.`,
          ],
          hero: 'ends_on',
          after: [...late(told), untilThen(told.endsOn, told.hasSupport), formatsOf(about)],
        }
      : {
          subject: `Your license for ${about.product} ends on ${day(told.endsOn)}`,
          lead: [
            `Your license for ${about.product} does not renew: we have objected to its renewal. ${told.hasSupport ? 'License and support run' : 'It runs'} unchanged until the last day.`,
          ],
          hero: 'ends_on',
          after: [...late(told), untilThen(told.endsOn, told.hasSupport), formatsOf(about)],
        },
  objection_notice: (told, about) => ({
    subject: `${told.side === 'customer' ? 'Objection by' : 'Objection towards'} ${about.customer}: ${about.product} ends on ${day(told.endsOn)}`,
    lead: [
      told.side === 'customer'
        ? `${about.customer} has objected to the renewal of the license for ${about.product}.`
        : `The renewal of the license for ${about.product} was objected to, towards ${about.customer}.`,
    ],
    hero: 'ends_on',
    after: [
      ...late(told),
      'The confirmation to the customer is among the letters. Nothing else happens by itself: the license ends on the day named here, and export stays.',
    ],
  }),
  objection_moved: (told, about) => ({
    subject: `Your license for ${about.product} ends on ${day(told.endsOn)}`,
    lead: [
      `Your license for ${about.product} was activated for the first time, and its term counts from then on. The objection to its renewal stays in effect, now for the new end.`,
    ],
    hero: 'ends_on',
    after: [untilThen(told.endsOn, false), formatsOf(about)],
  }),
  objection_withdrawn: (told, about) => ({
    subject: `Objection withdrawn: your license for ${about.product}`,
    lead: [
      told.how === 'error'
        ? `An objection to the renewal of your license for ${about.product} had been recorded by mistake. It is struck, as if it had never been there.`
        : `${told.side === 'customer' ? 'Your' : 'Our'} objection to the renewal of your license for ${about.product} has been withdrawn by agreement.`,
    ],
    hero: told.term?.endsOn == null ? null : 'ends_on',
    after:
      told.term?.renews === true
        ? [...afterwards(told.term, about), stays]
        : ['This changes nothing about the end of your license: it still does not renew.', stays],
  }),
  renewed: (told, about) => ({
    subject: `Your license for ${about.product} has renewed`,
    lead: [`Your license for ${about.product} (${about.plan}) has renewed.`],
    hero: 'ends_on',
    after: [...afterwards(told, about), stays],
  }),
  ended: (told, about) => ({
    subject: `Your license for ${about.product} has ended`,
    lead: [
      told.why === 'terminated'
        ? `Your license for ${about.product} (${about.plan}) was terminated on ${day(told.endedOn)}.`
        : `Your license for ${about.product} (${about.plan}) ended with the end of ${day(told.endedOn)}.`,
    ],
    hero: 'ended_on',
    after: [
      `No extension is intended, not a tacit one either.${told.hadSupport ? ' Support has ended together with the license.' : ''}`,
      `Your data stays yours: ${thenExports} ${formatsOf(about)}`,
      ...(told.booksAreGerman
        ? [
            'Does the software hold records that you must keep for German taxes? Then for five more calendar years the tax office may ask to read or evaluate them in the software itself (§ 147(6) AO). Please tell us in that case: a short term for it is possible, without going on with the contract.',
          ]
        : []),
    ],
  }),
  terminated: (told, about) => ({
    subject: `Termination of your license for ${about.product}`,
    lead: [
      told.isAhead
        ? `Your license for ${about.product} ends at the time stated here, whatever its term says.`
        : `Your license for ${about.product} has ended, whatever its term says.`,
    ],
    hero: 'effective_at',
    after: [
      `${told.isAhead ? thenExport : `Your data stays yours: ${thenExports}`} ${formatsOf(about)}`,
    ],
  }),
  termination_withdrawn: (told, about) => ({
    subject: `Your license for ${about.product} goes on`,
    lead: [
      `Your license for ${about.product} does not end early: the termination that was announced has been withdrawn.`,
    ],
    hero: told.term?.endsOn == null ? null : 'ends_on',
    after: [...afterwards(told.term, about), stays],
  }),
  suspension_announced: (_, about) => ({
    subject: `Your license for ${about.product} is to be suspended`,
    lead: [
      `Your license for ${about.product} will be suspended at the time stated here, unless we find another way by then. ${contact(about)}`,
    ],
    hero: 'effective_at',
    after: [
      'During a suspension the software exports your data; everything else is off for that time. The term runs on.',
      formatsOf(about),
    ],
  }),
  suspension_called_off: (_, about) => ({
    subject: `No suspension of your license for ${about.product}`,
    lead: [
      `Your license for ${about.product} will not be suspended: the suspension that was announced has been called off before it began. Everything stays as it is.`,
    ],
    hero: null,
    after: [],
  }),
  suspended: (_, about) => ({
    subject: `Your license for ${about.product} is suspended`,
    lead: [
      `Your license for ${about.product} is suspended for the time being. The software exports your data; everything else is off until the suspension is lifted.`,
    ],
    hero: 'since',
    after: [`${contact(about)} The term runs on during a suspension.`, formatsOf(about)],
  }),
  resumed: (told, about) => ({
    subject: `Your license for ${about.product} is no longer suspended`,
    lead: [
      `Your license for ${about.product} is no longer suspended. ${told.isFull ? 'You have everything again that was agreed.' : 'It has ended, however: the software exports your data, and everything else stays off.'}`,
    ],
    hero: 'since',
    after: told.isFull ? afterwards(told.term, about) : [],
  }),
  reinstated: (told, about) => ({
    subject: `Your license for ${about.product} runs again`,
    lead: [
      `Your license for ${about.product} holds again from ${day(told.startsOn)}, with the same keys and your data.`,
    ],
    hero: told.endsOn === null ? 'starts_on' : 'ends_on',
    after: [...afterwards(told, about), stays],
  }),
  term_added: (told, about) => ({
    subject: `Another term for ${about.product}`,
    lead: [`Your license for ${about.product} (${about.plan}) has another term.`],
    hero: 'ends_on',
    after: [...afterwards(told, about), stays],
  }),
  amended: (told, about) => ({
    subject: `Changed agreement: your license for ${about.product}`,
    lead: [
      `Your license for ${about.product} is governed from ${day(told.on)} on by what was newly agreed.`,
    ],
    hero: 'changes_on',
    after: [`What holds in detail stands in the customer portal: ${about.portal}`, stays],
  }),
  ...saidOfProposals,
  transferred: (told, about) => ({
    subject: `Taken over: license for ${about.product}`,
    lead: [
      `Your license for ${about.product} (${about.plan}) was taken over from another customer. The contract goes on as it stood, with the same keys and machines.`,
    ],
    hero: told.term?.endsOn == null ? null : 'ends_on',
    after: [...afterwards(told.term, about), stays],
  }),
  given_away: (told, about) => ({
    subject: `Handed over: license for ${about.product}`,
    lead: [
      `Your license for ${about.product} (${about.plan}) was handed over to another customer, as was agreed. The contract goes on with them; for you it ended with the handing over.`,
    ],
    hero: 'changes_on',
    after: [
      'Keys and machines went along. What was recorded until then stays on file, and its texts are not shown to the new customer.',
    ],
  }),
  key_replaced: (told, about) => ({
    subject: `A new key for ${about.product}`,
    lead: [
      `Your license for ${about.product} has a new key. ${told.isOver ? 'The former one no longer works.' : 'Please enter it in the software while the former one still works.'}`,
    ],
    hero: told.isOver ? null : 'keep_until',
    after: [
      'The key does not stand in this letter; it reaches you separately. The contract and your data stay as they are.',
    ],
  }),
  warning: (told, about) => ({
    subject: `Your license for ${about.product}: use of support`,
    lead: told.text.split(/\n{2,}/),
    isWhole: true,
    hero: null,
    after: [],
  }),
}

const thenExports =
  'the software goes on exporting it, complete and without a time limit; everything else is off.'
const thenExport = 'From then on the software exports your data; everything else is off.'

function day(date: CalendarDate): string {
  return plainDay(date, calendar)
}

/** What happens when a term is over. */
function afterwards(term: TermTold | null, about: About): readonly string[] {
  if (term === null) return []
  if (term.endsOn === null) return ['The license has no end.']
  if (!term.renews)
    return [`The license ends by itself with the end of ${day(term.endsOn)}. ${thenExport}`]
  if (term.lastObjectionDay === null) return ['After its last day the license renews by itself.']
  return [
    `After its last day the license renews by itself, unless either side objects by the end of ${day(term.lastObjectionDay)}. ${howToObject(about)}`,
  ]
}

function howToObject({ portal, replyTo, takesPaper }: About): string {
  const ways = [
    `in the customer portal (${portal})`,
    ...(replyTo === null ? [] : [`by e-mail to ${replyTo}`]),
    ...(takesPaper ? ['by letter to our address'] : []),
  ]
  const listed =
    ways.length === 1 ? ways.join('') : `${ways.slice(0, -1).join(', ')} or ${ways.at(-1)}`
  return `You can object ${listed}. What counts is when we receive it; in the portal that is at once.`
}

function untilThen(endsOn: CalendarDate, hasSupport: boolean): string {
  return `Until the end of ${day(endsOn)} everything stays as it is. ${thenExport}${hasSupport ? ' Support ends then, too.' : ''}`
}

function late({ isLate }: Pick<Occasion<'objected'>, 'isLate'>): readonly string[] {
  return isLate
    ? [
        'For the end of the running term the objection came after the last day on which it was possible. It is not lost: it counts for the next end, which is the day stated here.',
      ]
    : []
}

function formatsOf({ exportFormats, exportHelp }: About): string {
  const formats = exportFormats.map((format) => format.toUpperCase()).join(', ')
  return exportHelp === null
    ? `You can export in these formats: ${formats}. The export is in the software itself.`
    : `You can export in these formats: ${formats}. How to do it is told here: ${exportHelp}`
}

function contact({ supportPhone, supportEmail, replyTo }: About): string {
  const email = supportEmail ?? replyTo
  const ways = [
    ...(supportPhone === null ? [] : [supportPhone]),
    ...(email === null ? [] : [email]),
  ]
  return ways.length === 0 ? 'Please talk to us.' : `Please talk to us: ${ways.join(' or ')}.`
}
