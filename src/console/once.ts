/**
 * Makes a thing under an id that its form bears, so that a form that is sent twice makes it once.
 *
 * @param find the thing with that id, if it is there.
 * @returns null where it was there already.
 */
export async function once<Made>(
  find: () => Promise<unknown>,
  make: () => Promise<Made>,
): Promise<Made | null> {
  if ((await find()) !== null) return null
  try {
    return await make()
  } catch (error) {
    // Two that were sent at once meet at the database, which keeps one.
    if ((await find()) === null) throw error
    return null
  }
}
