import { once } from 'node:events'
import { simpleParser } from 'mailparser'
import type { ParsedMail } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { mailOver } from '../../src/outbox/mail.ts'
import type { SendMail } from '../../src/outbox/send-mail.ts'

/** A mail server that takes everything, but for what the test has it refuse. */
export interface Mailbox {
  readonly send: SendMail
  /** In the order in which it came. */
  readonly mails: ParsedMail[]
  /** What the next letters are answered at their recipients; empty takes them. */
  readonly answers: { code: number; text: string }[]
  readonly close: () => Promise<void>
}

export async function openMailbox(): Promise<Mailbox> {
  const mails: ParsedMail[] = []
  const answers: { code: number; text: string }[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_address, _session, done) => {
      const answer = answers.shift()
      if (answer === undefined) return done()
      done(Object.assign(new Error(answer.text), { responseCode: answer.code }))
    },
    onData: (stream, _session, done) => {
      simpleParser(stream).then(
        (mail) => {
          mails.push(mail)
          done()
        },
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
      )
    },
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const at = server.server.address()
  const port = typeof at === 'object' && at !== null ? at.port : 0
  return {
    mails,
    answers,
    send: mailOver({
      url: `smtp://127.0.0.1:${port}`,
      from: { name: 'Auszug', address: 'vertrag@krume.example' },
    }),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
