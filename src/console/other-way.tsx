/** The way by the identity provider, above the one by a password. */
export function OtherWay({
  href,
  name,
  or,
}: {
  readonly href: string
  readonly name: string
  /** What leads over to the password. */
  readonly or: string
}) {
  return (
    <>
      <a class="button" href={href}>
        {name}
      </a>
      <p class="or">{or}</p>
    </>
  )
}
