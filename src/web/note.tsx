import type { Child } from 'hono/jsx'

/** A sentence that stands out: for what matters now, what went well, what is wrong, what ends. */
export function Note({
  kind = 'plain',
  children,
}: {
  readonly kind?: 'plain' | 'full' | 'ends' | 'wrong'
  readonly children?: Child
}) {
  return (
    <div class={`note ${kind}`} {...(kind === 'wrong' && { role: 'alert' })}>
      {children}
    </div>
  )
}
