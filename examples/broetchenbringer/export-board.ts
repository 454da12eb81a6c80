import type { Progress } from 'auszug/export'

/** How far a download is. */
export interface ExportState {
  readonly state: 'running' | 'done' | 'failed'
  readonly rows: number
  readonly totalRows: number
  readonly bytes: number
  /** What is written now: a table's title. */
  readonly table: string
  readonly format: string
}

/** The downloads that run or ran, for the page that waits beside them. */
export interface ExportBoard {
  begin(id: string, totalRows: number): (progress: Progress, title: string) => void
  end(id: string, state: 'done' | 'failed'): void
  see(id: string): ExportState | null
}

/** The latest only: nobody asks for older ones. */
const kept = 50

export function exportBoard(): ExportBoard {
  const states = new Map<string, ExportState>()
  return {
    begin(id, totalRows) {
      const done = { key: '', rows: 0, before: 0 }
      states.set(id, { state: 'running', rows: 0, totalRows, bytes: 0, table: '', format: '' })
      const oldest = states.keys().next()
      if (states.size > kept && oldest.done !== true) states.delete(oldest.value)
      return ({ table, format, rows, bytes }, title) => {
        // One file after the other: another one begins where the name changes, or the rows start anew.
        const key = `${format}/${table}`
        if (key !== done.key || rows < done.rows) done.before += done.rows
        done.key = key
        done.rows = table === 'files' ? 0 : rows
        const sum = done.before + done.rows
        states.set(id, { state: 'running', rows: sum, totalRows, bytes, table: title, format })
      }
    },
    end(id, state) {
      const last = states.get(id)
      if (last !== undefined) states.set(id, { ...last, state })
    },
    see: (id) => states.get(id) ?? null,
  }
}
