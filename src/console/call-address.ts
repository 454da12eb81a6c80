/** The address of a call that is about this customer, and this license. */
export function callAddress(number: string, customer: string, license?: string): string {
  const parameters = new URLSearchParams({
    ...(number !== '' && { number }),
    customer,
    ...(license !== undefined && { license }),
  })
  return `/console/call?${parameters.toString()}`
}
