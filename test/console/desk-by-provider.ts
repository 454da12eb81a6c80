import { system } from '../../src/license/actor.ts'
import { createApp } from '../../src/app.ts'
import { listen } from '../../src/cli/listen.ts'
import { openProvider } from '../../src/console/provider.ts'
import { insertPerson } from '../../src/store/person.ts'
import type { Person } from '../../src/store/person.ts'
import { openHouse } from '../api/house.ts'
import type { House } from '../api/house.ts'
import { freePort } from '../web/house.ts'
import { openIdentityProvider } from './identity-provider.ts'
import type { IdentityProvider } from './identity-provider.ts'
import type { Wanderer } from './wanderer.ts'

/** A real provider and the real server, both behind sockets of this machine. */
export interface Desk {
  readonly house: House
  readonly identity: IdentityProvider
  readonly address: string
  /** Where a sign-in at the provider begins. */
  readonly start: string
  /** Somebody new at the vendor's, who may be invited, or known to the provider by this login. */
  readonly employ: (login: string) => Promise<Person>
  /** Their account page; null while the browser is not signed in. */
  readonly accountOf: (wanderer: Wanderer) => Promise<string | null>
  readonly close: () => Promise<void>
}

export async function openDesk(): Promise<Desk> {
  const house = await openHouse()
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const identity = await openIdentityProvider(address)
  const provider = openProvider(identity.settings, Date.now)
  const app = createApp({ ...house.deps, publicUrl: address, provider })
  const socket = await listen(app, { host: '127.0.0.1', port })
  return {
    house,
    identity,
    address,
    start: `${address}/console/sign-in/oidc`,
    employ: (login) =>
      insertPerson(
        house.deps.db,
        { login, name: `Who is ${login}`, role: 'support' },
        system,
        house.clock.now,
      ),
    accountOf: async (wanderer) => {
      const { url, html } = await wanderer.get(`${address}/console/account`)
      return url.pathname === '/console/account' ? html : null
    },
    close: async () => {
      await identity.stop()
      await socket.stop()
      await house.close()
    },
  }
}
