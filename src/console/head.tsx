import type { Child } from 'hono/jsx'

/** The head of a page: where it belongs, its name, a line below, and what can be done. */
export function Head({
  title,
  path = [],
  line,
  children,
}: {
  readonly title: Child
  /** What it belongs to, from the outermost on. */
  readonly path?: readonly (readonly [href: string, name: string])[]
  readonly line?: Child
  readonly children?: Child
}) {
  return (
    <div class="head">
      <div>
        {path.length > 0 && (
          <p class="path">
            {path.map(([href, name], n) => (
              <>
                {n > 0 && <span aria-hidden="true">/</span>}
                <a href={href}>{name}</a>
              </>
            ))}
          </p>
        )}
        <h1>{title}</h1>
        {line !== undefined && <p class="quiet">{line}</p>}
      </div>
      {children !== undefined && <div class="acts">{children}</div>}
    </div>
  )
}
