import type { Child } from 'hono/jsx'

/** The member under which a form carries its token. */
export const formTokenName = 'form_token'

/** A form that is sent back to the server, with the token without which a signed-in person's form is refused. */
export function Form({
  action,
  token,
  kind = 'fields',
  isMultipart = false,
  children,
}: {
  readonly action: string
  /** Null on a page for anybody. */
  readonly token: string | null
  readonly kind?: string
  /** Whether a file is among its fields. */
  readonly isMultipart?: boolean
  readonly children?: Child
}) {
  return (
    <form
      method="post"
      action={action}
      class={kind}
      {...(isMultipart && { enctype: 'multipart/form-data' })}
    >
      {token !== null && <input type="hidden" name={formTokenName} value={token} />}
      {children}
    </form>
  )
}

export interface FieldProps {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly wrong?: string | undefined
  readonly value?: string | undefined
  readonly type?: string
  readonly required?: boolean
  readonly autocomplete?: string
  readonly autofocus?: boolean
  readonly inputmode?: 'numeric' | 'email' | 'tel'
  readonly lines?: boolean
}

/** A field with its label, what belongs in it, and what is wrong with what stands in it. */
export function Field(props: FieldProps) {
  const { name, label, hint, wrong, value, lines = false, type = 'text', ...rest } = props
  const told = [
    ...(hint === undefined ? [] : [`${name}-hint`]),
    ...(wrong === undefined ? [] : [`${name}-wrong`]),
  ].join(' ')
  const shared = {
    id: name,
    name,
    ...rest,
    ...(told !== '' && { 'aria-describedby': told }),
    ...(wrong !== undefined && { 'aria-invalid': 'true' as const }),
  }
  return (
    <div class="field">
      <label for={name}>{label}</label>
      {lines ? (
        <textarea {...shared}>{value}</textarea>
      ) : (
        <input type={type} value={value} {...shared} />
      )}
      {hint !== undefined && (
        <span class="hint" id={`${name}-hint`}>
          {hint}
        </span>
      )}
      {wrong !== undefined && (
        <span class="wrong" id={`${name}-wrong`}>
          {wrong}
        </span>
      )}
    </div>
  )
}

/** One of several, side by side. */
export function Choices({
  name,
  legend,
  hint,
  wrong,
  options,
  chosen,
}: {
  readonly name: string
  readonly legend: string
  readonly hint?: string
  readonly wrong?: string | undefined
  readonly options: readonly (readonly [value: string, label: string])[]
  readonly chosen?: string | undefined
}) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {hint !== undefined && <span class="hint">{hint}</span>}
      <div class="choices">
        {options.map(([value, label]) => (
          <label class="choice">
            <input type="radio" name={name} value={value} checked={value === chosen} />
            <span>{label}</span>
          </label>
        ))}
      </div>
      {wrong !== undefined && <span class="wrong">{wrong}</span>}
    </fieldset>
  )
}

/** One of many. */
export function Select({
  name,
  id = name,
  label,
  hint,
  wrong,
  options,
  chosen,
}: {
  readonly name: string
  /** Default: the name. */
  readonly id?: string
  readonly label: string
  readonly hint?: string
  readonly wrong?: string | undefined
  readonly options: readonly (readonly [value: string, label: string])[]
  readonly chosen?: string | undefined
}) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select
        id={id}
        name={name}
        {...(hint !== undefined && { 'aria-describedby': `${id}-hint` })}
        {...(wrong !== undefined && { 'aria-invalid': 'true' as const })}
      >
        {options.map(([value, text]) => (
          <option value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
      {hint !== undefined && (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {wrong !== undefined && <span class="wrong">{wrong}</span>}
    </div>
  )
}
