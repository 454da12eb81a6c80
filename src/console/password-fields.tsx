import { Field } from '../web/form.tsx'
import { filled } from './visit.ts'
import type { Visit } from './visit.ts'

/** Shorter ones are guessed; longer ones are a way to keep the server busy. */
const passwordLength = { least: 12, most: 200 } as const

export type PasswordMisfits = Partial<Record<'password' | 'again', string>>

/** What is wrong with a password that somebody has chosen. */
export function passwordMisfits(visit: Visit): PasswordMisfits {
  const { words } = visit
  const password = filled(visit, 'password')
  if (password.length < passwordLength.least || password.length > passwordLength.most)
    return { password: words.invitation.passwordWrong }
  return password === filled(visit, 'again') ? {} : { again: words.invitation.againWrong }
}

/** A password, twice. */
export function PasswordFields({
  visit,
  misfits,
  label,
}: {
  readonly visit: Visit
  readonly misfits: PasswordMisfits
  /** Where it is not the first one: which it is. */
  readonly label?: string
}) {
  const text = visit.words.invitation
  return (
    <>
      <Field
        name="password"
        label={label ?? text.password}
        hint={text.passwordHint}
        wrong={misfits.password}
        type="password"
        autocomplete="new-password"
        required
      />
      <Field
        name="again"
        label={text.again}
        wrong={misfits.again}
        type="password"
        autocomplete="new-password"
        required
      />
    </>
  )
}
