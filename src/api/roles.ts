/** Pages and calls ask the same roles. */
export { admins, callers, readers, recorders, sellers, supporters } from '../license/roles.ts'
