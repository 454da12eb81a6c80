import { commandLine } from '../store/note-access.ts'
import { rotateSigningKeys } from '../store/signers.ts'
import { listSigningKeys } from '../store/signing-key.ts'
import type { SigningAlgorithm } from '../token/public-key.ts'
import { CommandError, optionText } from './command.ts'
import type { Invocation } from './command.ts'
import { visitHouse } from './house.ts'
import { columns } from './terminal.ts'

/** `auszug keys [rotate]`: lists the signing keys, or lets the next one sign from now on. */
export async function keysCommand(invocation: Invocation): Promise<void> {
  const { config, words, terminal, json } = invocation
  const [action = 'list'] = words
  if (action !== 'list' && action !== 'rotate')
    throw new CommandError('Say `auszug keys` or `auszug keys rotate`.')
  const algorithm = algorithmOf(invocation)
  const house = await visitHouse(config)
  try {
    const { db, kek, now } = house.deps
    if (action === 'rotate') await rotateSigningKeys(db, kek, algorithm, commandLine, await now())
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

function algorithmOf(invocation: Invocation): SigningAlgorithm {
  const name = optionText(invocation, 'algorithm') ?? 'Ed25519'
  if (name !== 'Ed25519' && name !== 'EdDSA' && name !== 'ES256')
    throw new CommandError('--algorithm is Ed25519, EdDSA or ES256.')
  return name
}
