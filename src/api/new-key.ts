export { keyFor, misfitOfKey } from '../store/new-key.ts'
export type { NewKey } from '../store/new-key.ts'
