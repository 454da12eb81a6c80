import type { CalendarDate } from '../license/license.ts'
import type { Occasion, TermTold } from '../license/occasion.ts'
import { calendar, saidOfProposals, stays } from './said-proposals-de.ts'
import { plainDay } from './letter-words.ts'
import type { About, LetterWords } from './letter-words.ts'

/** What each kind of letter says, in German. */
export const said: LetterWords['said'] = {
  issued: (told, about) => ({
    subject: `Ihre Lizenz für ${about.product}`,
    lead: [`Ihre Lizenz für ${about.product} (${about.plan}) ist ausgestellt.`],
    hero: told.startBy === null ? 'ends_on' : 'start_by',
    after:
      told.startBy === null
        ? [...afterwards(told, about), stays]
        : [
            `Ihre Laufzeit beginnt mit der ersten Aktivierung, spätestens am ${day(told.startBy)}. Ihren letzten Tag, und bis wann einer Verlängerung widersprochen werden kann, teilen wir Ihnen mit, sobald sie beginnt.`,
            stays,
          ],
  }),
  started: (told, about) => ({
    subject: `Ihre Lizenz für ${about.product} hat begonnen`,
    lead: [
      `Ihre Lizenz für ${about.product} (${about.plan}) wurde zum ersten Mal aktiviert: Ihre Laufzeit hat am ${day(told.startsOn)} begonnen.`,
    ],
    hero: 'ends_on',
    after: [...afterwards(told, about), stays],
  }),
  reminder: (told, about) => ({
    subject: `Ihre Lizenz für ${about.product}: Widerspruch bis ${day(told.lastObjectionDay)}`,
    lead: [
      `Ihre Lizenz für ${about.product} (${about.plan}) läuft bis zum Ende des ${day(told.endsOn)}. ${told.days === 1 ? 'Morgen ist der letzte Tag' : `In ${told.days} Tagen ist der letzte Tag`}, an dem einer Verlängerung widersprochen werden kann.`,
    ],
    hero: 'last_objection_day',
    after: [
      `Ohne Widerspruch verlängert sie sich von selbst: ${told.next.endsOn === null ? `ab dem ${day(told.next.startsOn)}` : `vom ${day(told.next.startsOn)} bis zum Ende des ${day(told.next.endsOn)}`}. Soll sie weiterlaufen, müssen Sie nichts tun.`,
      howToObject(about),
      `Nach einem Widerspruch läuft sie noch bis zum Ende des ${day(told.endsOn)}. ${thenExport}`,
    ],
  }),
  objected: (told, about) =>
    told.side === 'customer'
      ? {
          subject: `Bestätigung ${told.isCancellation ? 'Ihrer Kündigung' : 'Ihres Widerspruchs'}: ${about.product} endet am ${day(told.endsOn)}`,
          lead: [
            told.isCancellation
              ? `Ihre Kündigung zum Ende der Laufzeit Ihrer Lizenz für ${about.product} ist bei uns eingegangen. Hiermit bestätigen wir ihren Inhalt, den Eingang und das Ende.`
              : `Ihr Widerspruch gegen die Verlängerung Ihrer Lizenz für ${about.product} ist bei uns eingegangen. Hiermit bestätigen wir seinen Inhalt, den Eingang und das Ende.`,
          ],
          hero: 'ends_on',
          after: [...late(told), untilThen(told.endsOn, told.hasSupport), formatsOf(about)],
        }
      : {
          subject: `Ihre Lizenz für ${about.product} endet am ${day(told.endsOn)}`,
          lead: [
            `Ihre Lizenz für ${about.product} verlängert sich nicht: Wir haben der Verlängerung widersprochen. ${told.hasSupport ? 'Lizenz und Support laufen' : 'Sie läuft'} unverändert bis zum letzten Tag.`,
          ],
          hero: 'ends_on',
          after: [...late(told), untilThen(told.endsOn, told.hasSupport), formatsOf(about)],
        },
  objection_notice: (told, about) => ({
    subject: `${told.side === 'customer' ? 'Widerspruch von' : 'Widerspruch gegenüber'} ${about.customer}: ${about.product} endet am ${day(told.endsOn)}`,
    lead: [
      told.side === 'customer'
        ? `${about.customer} hat der Verlängerung der Lizenz für ${about.product} widersprochen.`
        : `Gegenüber ${about.customer} wurde der Verlängerung der Lizenz für ${about.product} widersprochen.`,
    ],
    hero: 'ends_on',
    after: [
      ...late(told),
      'Die Bestätigung an den Kunden liegt bei den Briefen. Von selbst geschieht nichts weiter: Die Lizenz endet mit dem genannten Tag, der Export bleibt.',
    ],
  }),
  objection_moved: (told, about) => ({
    subject: `Ihre Lizenz für ${about.product} endet am ${day(told.endsOn)}`,
    lead: [
      `Ihre Lizenz für ${about.product} wurde zum ersten Mal aktiviert, und ihre Laufzeit rechnet von da an. Der Widerspruch gegen ihre Verlängerung bleibt wirksam und gilt nun für das neue Ende.`,
    ],
    hero: 'ends_on',
    after: [untilThen(told.endsOn, false), formatsOf(about)],
  }),
  objection_withdrawn: (told, about) => ({
    subject: `Widerspruch zurückgenommen: Ihre Lizenz für ${about.product}`,
    lead: [
      told.how === 'error'
        ? `Ein Widerspruch gegen die Verlängerung Ihrer Lizenz für ${about.product} war irrtümlich vermerkt. Er ist gestrichen, so als hätte es ihn nicht gegeben.`
        : `${told.side === 'customer' ? 'Ihr' : 'Unser'} Widerspruch gegen die Verlängerung Ihrer Lizenz für ${about.product} ist im Einvernehmen zurückgenommen.`,
    ],
    hero: told.term?.endsOn == null ? null : 'ends_on',
    after:
      told.term?.renews === true
        ? [...afterwards(told.term, about), stays]
        : ['Am Ende Ihrer Lizenz ändert das nichts: Sie verlängert sich weiterhin nicht.', stays],
  }),
  renewed: (told, about) => ({
    subject: `Ihre Lizenz für ${about.product} ist verlängert`,
    lead: [`Ihre Lizenz für ${about.product} (${about.plan}) hat sich verlängert.`],
    hero: 'ends_on',
    after: [...afterwards(told, about), stays],
  }),
  ended: (told, about) => ({
    subject: `Ihre Lizenz für ${about.product} ist beendet`,
    lead: [
      `Ihre Lizenz für ${about.product} (${about.plan}) ist ${told.why === 'terminated' ? 'am' : 'mit dem Ablauf des'} ${day(told.endedOn)} beendet${told.why === 'terminated' ? ' worden' : ''}.`,
    ],
    hero: 'ended_on',
    after: [
      `Eine Fortsetzung ist nicht beabsichtigt, auch keine stillschweigende.${told.hadSupport ? ' Mit der Lizenz ist auch der Support beendet.' : ''}`,
      `Ihre Daten bleiben Ihnen: ${thenExports} ${formatsOf(about)}`,
      ...(told.booksAreGerman
        ? [
            'Steht in der Software, was Sie steuerlich aufbewahren müssen? Dann kann das Finanzamt noch fünf Kalenderjahre lang verlangen, darin selbst zu lesen oder auszuwerten (§ 147 Abs. 6 AO). Sprechen Sie uns in diesem Fall an: Eine kurze Laufzeit dafür ist möglich, ohne dass der Vertrag weitergeht.',
          ]
        : []),
    ],
  }),
  terminated: (told, about) => ({
    subject: `Beendigung Ihrer Lizenz für ${about.product}`,
    lead: [
      told.isAhead
        ? `Ihre Lizenz für ${about.product} endet zu dem Zeitpunkt, der hier steht, unabhängig von ihrer Laufzeit.`
        : `Ihre Lizenz für ${about.product} ist beendet, unabhängig von ihrer Laufzeit.`,
    ],
    hero: 'effective_at',
    after: [
      `${told.isAhead ? thenExport : `Ihre Daten bleiben Ihnen: ${thenExports}`} ${formatsOf(about)}`,
    ],
  }),
  termination_withdrawn: (told, about) => ({
    subject: `Ihre Lizenz für ${about.product} läuft weiter`,
    lead: [
      `Ihre Lizenz für ${about.product} endet nicht vorzeitig: Die angekündigte Beendigung ist zurückgenommen.`,
    ],
    hero: told.term?.endsOn == null ? null : 'ends_on',
    after: [...afterwards(told.term, about), stays],
  }),
  suspension_announced: (told, about) => ({
    subject: `Angekündigte Sperre Ihrer Lizenz für ${about.product}`,
    lead: [
      `Ihre Lizenz für ${about.product} wird zu dem Zeitpunkt gesperrt, der hier steht, wenn es bis dahin keine andere Lösung gibt. ${contact(about)}`,
    ],
    hero: 'effective_at',
    after: [
      'Während einer Sperre exportiert die Software Ihre Daten; alles andere ist so lange abgeschaltet. Die Laufzeit läuft weiter.',
      formatsOf(about),
    ],
  }),
  suspension_called_off: (_, about) => ({
    subject: `Keine Sperre Ihrer Lizenz für ${about.product}`,
    lead: [
      `Ihre Lizenz für ${about.product} wird nicht gesperrt: Die angekündigte Sperre ist aufgehoben, bevor sie begonnen hat. Es bleibt alles, wie es ist.`,
    ],
    hero: null,
    after: [],
  }),
  suspended: (_, about) => ({
    subject: `Ihre Lizenz für ${about.product} ist gesperrt`,
    lead: [
      `Ihre Lizenz für ${about.product} ist vorübergehend gesperrt. Die Software exportiert Ihre Daten; alles andere ist abgeschaltet, bis die Sperre aufgehoben wird.`,
    ],
    hero: 'since',
    after: [`${contact(about)} Die Laufzeit läuft während einer Sperre weiter.`, formatsOf(about)],
  }),
  resumed: (told, about) => ({
    subject: `Ihre Lizenz für ${about.product} ist nicht mehr gesperrt`,
    lead: [
      `Ihre Lizenz für ${about.product} ist nicht mehr gesperrt. ${told.isFull ? 'Sie haben wieder alles, was vereinbart ist.' : 'Sie ist aber beendet: Die Software exportiert Ihre Daten, alles andere bleibt abgeschaltet.'}`,
    ],
    hero: 'since',
    after: told.isFull ? afterwards(told.term, about) : [],
  }),
  reinstated: (told, about) => ({
    subject: `Ihre Lizenz für ${about.product} läuft wieder`,
    lead: [
      `Ihre Lizenz für ${about.product} gilt wieder ab dem ${day(told.startsOn)}, mit denselben Schlüsseln und Ihren Daten.`,
    ],
    hero: told.endsOn === null ? 'starts_on' : 'ends_on',
    after: [...afterwards(told, about), stays],
  }),
  term_added: (told, about) => ({
    subject: `Eine weitere Laufzeit für ${about.product}`,
    lead: [`Ihre Lizenz für ${about.product} (${about.plan}) hat eine weitere Laufzeit.`],
    hero: 'ends_on',
    after: [...afterwards(told, about), stays],
  }),
  amended: (told, about) => ({
    subject: `Geänderte Vereinbarung: Ihre Lizenz für ${about.product}`,
    lead: [
      `Ihre Lizenz für ${about.product} gilt ab dem ${day(told.on)} so, wie es neu vereinbart wurde.`,
    ],
    hero: 'changes_on',
    after: [`Was im Einzelnen gilt, steht im Kundenportal: ${about.portal}`, stays],
  }),
  ...saidOfProposals,
  transferred: (told, about) => ({
    subject: `Übernommen: Lizenz für ${about.product}`,
    lead: [
      `Ihre Lizenz für ${about.product} (${about.plan}) haben Sie von einem anderen Kunden übernommen. Der Vertrag läuft weiter, wie er stand, mit denselben Schlüsseln und Rechnern.`,
    ],
    hero: told.term?.endsOn == null ? null : 'ends_on',
    after: [...afterwards(told.term, about), stays],
  }),
  given_away: (told, about) => ({
    subject: `Übertragen: Lizenz für ${about.product}`,
    lead: [
      `Ihre Lizenz für ${about.product} (${about.plan}) ist, wie vereinbart, auf einen anderen Kunden übertragen. Der Vertrag läuft mit ihm weiter; für Sie ist er mit der Übertragung beendet.`,
    ],
    hero: 'changes_on',
    after: [
      'Schlüssel und Rechner gingen mit. Was bis dahin festgehalten wurde, bleibt in der Akte; dem neuen Kunden werden dessen Texte nicht gezeigt.',
    ],
  }),
  key_replaced: (told, about) => ({
    subject: `Neuer Schlüssel für ${about.product}`,
    lead: [
      `Ihre Lizenz für ${about.product} hat einen neuen Schlüssel. ${told.isOver ? 'Der bisherige gilt nicht mehr.' : 'Tragen Sie ihn bitte in der Software ein, solange der bisherige noch gilt.'}`,
    ],
    hero: told.isOver ? null : 'keep_until',
    after: [
      'Der Schlüssel steht nicht in diesem Brief; er geht Ihnen getrennt zu. Am Vertrag und an Ihren Daten ändert sich nichts.',
    ],
  }),
  warning: (told, about) => ({
    subject: `Ihre Lizenz für ${about.product}: Nutzung des Supports`,
    lead: told.text.split(/\n{2,}/),
    isWhole: true,
    hero: null,
    after: [],
  }),
}

const thenExports =
  'Die Software exportiert sie weiterhin, vollständig und ohne Frist; alles andere ist abgeschaltet.'
const thenExport = 'Danach exportiert die Software Ihre Daten; alles andere ist abgeschaltet.'

function day(date: CalendarDate): string {
  return plainDay(date, calendar)
}

/** What happens when a term is over. */
function afterwards(term: TermTold | null, about: About): readonly string[] {
  if (term === null) return []
  if (term.endsOn === null) return ['Die Lizenz gilt unbefristet.']
  if (!term.renews)
    return [`Die Lizenz endet mit dem ${day(term.endsOn)} von selbst. ${thenExport}`]
  if (term.lastObjectionDay === null)
    return ['Nach ihrem letzten Tag verlängert sich die Lizenz von selbst.']
  return [
    `Nach ihrem letzten Tag verlängert sich die Lizenz von selbst, wenn keine Seite bis zum Ende des ${day(term.lastObjectionDay)} widerspricht. ${howToObject(about)}`,
  ]
}

function howToObject({ portal, replyTo, takesPaper }: About): string {
  const ways = [
    `im Kundenportal (${portal})`,
    ...(replyTo === null ? [] : [`per E-Mail an ${replyTo}`]),
    ...(takesPaper ? ['per Brief an unsere Anschrift'] : []),
  ]
  const listed =
    ways.length === 1 ? ways.join('') : `${ways.slice(0, -1).join(', ')} oder ${ways.at(-1)}`
  return `Widersprechen können Sie ${listed}. Es zählt, wann der Widerspruch bei uns eingeht; im Portal ist das sofort.`
}

function untilThen(endsOn: CalendarDate, hasSupport: boolean): string {
  return `Bis zum Ende des ${day(endsOn)} bleibt alles, wie es ist. ${thenExport}${hasSupport ? ' Auch der Support endet dann.' : ''}`
}

function late({ isLate }: Pick<Occasion<'objected'>, 'isLate'>): readonly string[] {
  return isLate
    ? [
        'Für das Ende der laufenden Laufzeit kam der Widerspruch nach dem letzten Tag, an dem er möglich war. Er ist nicht verloren: Er gilt für das nächste Ende, und das ist der genannte Tag.',
      ]
    : []
}

function formatsOf({ exportFormats, exportHelp }: About): string {
  const formats = exportFormats.map((format) => format.toUpperCase()).join(', ')
  return exportHelp === null
    ? `Für den Export stehen diese Formate bereit: ${formats}. Sie finden ihn in der Software selbst.`
    : `Für den Export stehen diese Formate bereit: ${formats}. Wie es geht, steht hier: ${exportHelp}`
}

function contact({ supportPhone, supportEmail, replyTo }: About): string {
  const email = supportEmail ?? replyTo
  const ways = [
    ...(supportPhone === null ? [] : [supportPhone]),
    ...(email === null ? [] : [email]),
  ]
  return ways.length === 0
    ? 'Sprechen Sie uns bitte an.'
    : `Sprechen Sie uns bitte an: ${ways.join(' oder ')}.`
}
