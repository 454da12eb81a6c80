import { createTransport } from 'nodemailer'
import type { SendMail, Mail, Mailed } from './send-mail.ts'

/** Where mail is handed over, and whom it is from. */
export interface MailServer {
  /** `smtp://user:password@host:587`, or `smtps://` */
  readonly url: string
  readonly from: { readonly name: string; readonly address: string }
}

const minute = 60_000

/** Sends mail over SMTP, a connection a letter. What comes back is an answer, whatever went wrong. */
export function mailOver({ url, from }: MailServer): SendMail {
  const transport = createTransport({
    url,
    connectionTimeout: minute / 4,
    greetingTimeout: minute / 4,
    socketTimeout: minute / 2,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return async (mail) => {
    try {
      const { response, rejected } = await transport.sendMail(messageOf(mail, from))
      return {
        isTaken: true,
        status: statusIn(response),
        answer: response,
        refused: rejected.map(addressOf),
      }
    } catch (error) {
      return refusedBy(error)
    }
  }
}

function messageOf(mail: Mail, from: MailServer['from']) {
  const { to, replyTo, subject, plain, html, logo } = mail
  return {
    from: { name: mail.fromName === '' ? from.name : mail.fromName, address: from.address },
    to: to.map(({ name, email }) => ({ name, address: email })),
    ...(replyTo !== null && { replyTo }),
    subject,
    text: plain,
    html,
    messageId: `<${mail.messageId}>`,
    date: new Date(mail.writtenAt),
    // Nobody’s absence note is to answer, and no mailing list is to be left: this is about a contract.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    attachments:
      logo === null
        ? []
        : [
            {
              cid: 'logo',
              filename: logo.mediaType === 'image/png' ? 'logo.png' : 'logo.jpg',
              contentType: logo.mediaType,
              content: Buffer.from(logo.bytes),
              contentDisposition: 'inline' as const,
            },
          ],
  }
}

function addressOf(address: string | { readonly address: string }): string {
  return typeof address === 'string' ? address : address.address
}

function statusIn(response: string): number | null {
  const [code] = /^\d{3}/.exec(response) ?? []
  return code === undefined ? null : Number(code)
}

/** A server that refuses this letter refuses it again; one that is away, or does not know us, may change its mind. */
function refusedBy(error: unknown): Mailed {
  const { code = '', responseCode = null, response = '' } = failureIn(error)
  const isAboutTheLetter = code === 'EENVELOPE' || code === 'EMESSAGE'
  const isFinal = isAboutTheLetter && responseCode !== null && responseCode >= 500
  const answer = response === '' ? String(error).replace(/^\w*Error: /, '') : response
  return { isTaken: false, status: responseCode, answer, isFinal }
}

interface Failure {
  readonly code?: string
  readonly responseCode?: number | null
  readonly response?: string
}

function failureIn(error: unknown): Failure {
  if (!(error instanceof Error)) return {}
  const text = (name: string): string | undefined => {
    const value: unknown = Reflect.get(error, name)
    return typeof value === 'string' ? value : undefined
  }
  const status: unknown = Reflect.get(error, 'responseCode')
  return {
    code: text('code') ?? '',
    response: text('response') ?? '',
    responseCode: typeof status === 'number' ? status : null,
  }
}
