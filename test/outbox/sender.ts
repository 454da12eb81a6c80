import { messageWriter } from '../../src/api/webhook-message.ts'
import { sendBySocket } from '../../src/outbox/by-socket.ts'
import { deliverDue } from '../../src/outbox/deliver.ts'
import { webhookCarrier } from '../../src/outbox/webhook.ts'
import { openPostgres } from '../../src/store/postgres.ts'
import { keyEncryptionKey } from '../../src/token/secret.ts'

/** A process of its own that delivers what is due, until it is done or killed. Run as `node sender.ts <URL> <secret> <now>`. */
const [url = '', secret = '', now = ''] = process.argv.slice(2)
const db = openPostgres(url)
const kek = keyEncryptionKey(secret)
const room = { db, kek, stamp: Date.now, write: messageWriter(false) }
const carriers = [webhookCarrier({ ...room, send: sendBySocket(['127.0.0.1']) })]
await deliverDue({ db, now: () => Number(now), carriers, dice: () => 0 })
await db.destroy()
