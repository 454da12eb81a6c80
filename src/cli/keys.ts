import { commandLine } from '../store/note-access.ts'
import { revokeEvidenceKey } from '../store/evidence-key.ts'
import { revokeSigningKey, rotateSigningKeys } from '../store/signers.ts'
import { listSigningKeys } from '../store/signing-key.ts'
import type { SigningAlgorithm } from '../token/public-key.ts'
import { CommandError, optionText } from './command.ts'
import type { Invocation } from './command.ts'
import type { Deps } from '../deps.ts'
import { visitHouse } from './house.ts'
import { columns } from './terminal.ts'

/**
 * `auszug keys [rotate | revoke KEY [--reason WHY]]`: lists the signing keys, lets the next one sign from now on, or revokes one that
 * has leaked, or an evidence key.
 */
export async function keysCommand(invocation: Invocation): Promise<void> {
  const { config, words, terminal, json } = invocation
  const [action = 'list', kid = ''] = words
  if (action !== 'list' && action !== 'rotate' && action !== 'revoke')
    throw new CommandError('Say `auszug keys`, `auszug keys rotate` or `auszug keys revoke KEY`.')
  if (action === 'revoke' && kid === '')
    throw new CommandError('Name the key: `auszug keys revoke KEY`.')
  const algorithm = algorithmOf(invocation)
  const house = await visitHouse(config)
  try {
    const { db, kek, now } = house.deps
    if (action === 'rotate') await rotateSigningKeys(db, kek, algorithm, commandLine, await now())
    if (action === 'revoke') await revoke(invocation, kid, house.deps)
    const keys = await listSigningKeys(db)
    if (json) {
      terminal.write(
        JSON.stringify({ keys: keys.map(({ publicKey, state }) => ({ ...publicKey, state })) }),
      )
      return
    }
    const rows = keys.map(({ publicKey, state, createdAt }) => [
      state,
      publicKey.alg,
      publicKey.kid,
      new Date(createdAt).toISOString(),
    ])
    for (const line of columns([['STATE', 'ALGORITHM', 'KEY', 'MADE'], ...rows]))
      terminal.write(line)
  } finally {
    await house.close()
  }
}

/** By the whole id of the key: nobody revokes another one by a slip. */
async function revoke(
  invocation: Invocation,
  kid: string,
  { db, kek, now }: Pick<Deps, 'db' | 'kek' | 'now'>,
): Promise<void> {
  const asked = { kid, reason: optionText(invocation, 'reason') ?? null }
  const at = await now()
  for (const revokeIt of [revokeSigningKey, revokeEvidenceKey])
    if (await revokeIt(db, kek, asked, commandLine, at)) return
  throw new CommandError(`There is no key ${kid}.`)
}

function algorithmOf(invocation: Invocation): SigningAlgorithm {
  const name = optionText(invocation, 'algorithm') ?? 'Ed25519'
  if (name !== 'Ed25519' && name !== 'EdDSA' && name !== 'ES256')
    throw new CommandError('--algorithm is Ed25519, EdDSA or ES256.')
  return name
}
