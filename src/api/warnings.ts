import { z } from 'zod'
import { warn } from '../license/warning.ts'
import { changeLicense } from '../store/license.ts'
import { supporters } from './roles.ts'
import { noQuery, param, route } from './route.ts'
import { text } from './schema.ts'

const warningBody = z.strictObject({ form: z.enum(['letter', 'spoken']), text: text(10_000) })

export const warningRoutes = [
  route({
    method: 'POST',
    path: '/v1/licenses/:license/warnings',
    who: supporters,
    summary: 'Records a formal request to stop using support out of scope.',
    body: warningBody,
    query: noQuery,
    handle: async (ask) => {
      const { deps, now, actor, body } = ask
      const { recorded } = await changeLicense(
        deps.db,
        param(ask, 'license'),
        now,
        actor,
        (before) => warn(before, body.form, body.text, now),
      )
      const event = recorded.at(-1)
      if (event === undefined) throw new TypeError('what is logged is an event')
      const location = `/v1/licenses/${event.license}/events?after=${event.n - 1}&limit=1`
      return { status: 201, body: { event: event.id }, headers: { location } }
    },
  }),
]
