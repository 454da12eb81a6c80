import { changeVendor, readVendor } from '../store/vendor.ts'
import type { KeptVendor } from '../store/vendor.ts'
import { checkMatch, etagOf } from './precondition.ts'
import { admins } from './roles.ts'
import { noBody, noQuery, route } from './route.ts'
import type { Answer } from './route.ts'
import { settingsBody, vendorFrom } from './settings-body.ts'

export const settingsRoutes = [
  route({
    method: 'GET',
    path: '/v1/settings',
    who: admins,
    summary: 'Reads who sells the licenses, and which letters are switched off.',
    body: noBody,
    query: noQuery,
    handle: async ({ deps }) => answered(await readVendor(deps.db)),
  }),
  route({
    method: 'PUT',
    path: '/v1/settings',
    who: admins,
    summary:
      'Replaces the settings as a whole: who sells the licenses, and which letters are switched off. The logo stays as it is.',
    body: settingsBody,
    query: noQuery,
    handle: async ({ deps, body, headers, actor, now }) => {
      const vendor = await changeVendor(deps.db, actor, now, async ({ logo, revision }) => {
        checkMatch(headers, revision)
        return { ...vendorFrom(body), logo }
      })
      return answered(vendor)
    },
  }),
]

function answered(vendor: KeptVendor): Answer {
  return { body: settingsOnWire(vendor), headers: { etag: etagOf(vendor.revision) } }
}

function settingsOnWire(vendor: KeptVendor) {
  return {
    legal_name: vendor.legalName,
    address: vendor.address,
    register_number: vendor.registerNumber,
    vat_id: vendor.vatId,
    support_phone: vendor.supportPhone,
    support_email: vendor.supportEmail,
    reply_to: vendor.replyTo,
    notices_to: vendor.noticesTo,
    language: vendor.language,
    terms_url: vendor.termsUrl,
    privacy_url: vendor.privacyUrl,
    export_help_url: vendor.exportHelpUrl,
    switched_off: vendor.switchedOff,
    logo: vendor.logo,
  }
}
