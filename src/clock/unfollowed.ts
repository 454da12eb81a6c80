import type { Follow } from '../deps.ts'

/** For a door that follows nothing. */
export const unfollowed: Follow = (_kind, _name, work) => work(() => {})
