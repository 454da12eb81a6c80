/** Pages and calls ask the same roles. */
export { admins, readers, recorders, sellers, supporters } from '../license/roles.ts'
