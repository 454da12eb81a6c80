/** What can be read out on the phone: the last sixty bits of an id, in groups of four. */
export function spokenReference(id: string): string {
  return (id.slice(-12).toUpperCase().match(/.{4}/g) ?? []).join(' ')
}
