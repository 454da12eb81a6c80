/** What of an id can be read out on the phone: its last sixty bits, in groups of four. */
export function spokenReference(id: string): string {
  return (id.slice(-12).toUpperCase().match(/.{4}/g) ?? []).join(' ')
}
