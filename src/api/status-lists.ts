import { Problem } from '../license/problem.ts'
import { servedList } from '../store/status-list.ts'
import { cachedAnswer } from './cached.ts'
import { noBody, noQuery, param, route } from './route.ts'

/** For how long caches keep a list: a client that fetches one hourly has the news within the hour all the same. */
const maxAgeSeconds = 60
/** While the server is gone, a cache may serve a list for as long as it is good. */
const staleSeconds = 7 * 86_400

export const statusListRoutes = [
  route({
    method: 'GET',
    path: '/status-lists/:list',
    who: 'public',
    summary: 'Late news of tokens: a Token Status List, signed, for caches to spread.',
    body: noBody,
    query: noQuery,
    handle: async (ask) => {
      const { deps, now, headers } = ask
      const number = /^[1-9]\d{0,8}$/.exec(param(ask, 'list'))?.[0]
      const list = number === undefined ? null : await servedList(deps, Number(number), now)
      if (list === null) throw new Problem('not-found')
      const answer = await cachedAnswer(list, 'application/statuslist+jwt', maxAgeSeconds, headers)
      const cached = `public, max-age=${maxAgeSeconds}, stale-if-error=${staleSeconds}`
      return { ...answer, headers: { ...answer.headers, 'cache-control': cached } }
    },
  }),
]
