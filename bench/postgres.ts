import { startPostgres } from '../test/start-postgres.ts'

/** A PostgreSQL that loses nothing, with the memory of a small server. */
export function startBenchPostgres(): ReturnType<typeof startPostgres> {
  return startPostgres({
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    shared_buffers: '2GB',
    max_wal_size: '8GB',
    maintenance_work_mem: '512MB',
  })
}
