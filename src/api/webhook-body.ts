import { z } from 'zod'
import { eventTypes } from '../license/event.ts'
import type { EventType } from '../license/event.ts'
import { unfit } from '../license/problem.ts'
import type { Deps } from '../deps.ts'
import { isKeepable } from '../web/keepable.ts'
import { webAddress } from './schema.ts'

const eventType = z
  .string()
  .refine(
    (type): type is EventType => Object.hasOwn(eventTypes, type),
    'There is no such type of event.',
  )

const note = z
  .string()
  .max(200)
  .refine(isKeepable, 'Write text without NUL characters and without lone surrogates.')

const members = {
  description: note.optional(),
  event_types: z
    .array(eventType)
    .min(1, 'Name a type of event, or null for all.')
    .refine((types) => new Set(types).size === types.length, 'Name each type once.')
    .nullable()
    .optional(),
}

export const webhookBody = z.strictObject({ url: webAddress, ...members })

export const webhookEdit = z.strictObject({
  url: webAddress.optional(),
  ...members,
  enabled: z.boolean().optional(),
})

/**
 * The address of a webhook as it is kept.
 *
 * @throws Problem unfit for one that nothing would be sent to.
 */
export function checkedUrl({ reach }: Pick<Deps, 'reach'>, text: string): string {
  const url = new URL(text)
  if (url.username !== '' || url.password !== '')
    throw unfit('/url', 'An address carries no password: messages are known by their signature.')
  if (url.hash !== '') throw unfit('/url', 'Leave out what stands behind the #.')
  switch (reach.url(url)) {
    case 'private-address':
      throw unfit(
        '/url',
        'Webhooks reach public addresses alone; AUSZUG_WEBHOOK_ALLOW names others that they may.',
      )
    case 'not-encrypted':
      throw unfit(
        '/url',
        'Write an address that begins with https://; http:// is for hosts that AUSZUG_WEBHOOK_ALLOW names.',
      )
    case 'yes':
      return url.href
  }
}
