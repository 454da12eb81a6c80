import type { Deps } from '../deps.ts'
import { dateAt } from '../license/calendar.ts'
import type { CustomerId, Instant } from '../license/license.ts'
import type { Download } from '../web/page-headers.ts'
import { customerPacking } from './export.ts'
import { packed } from './records-package.ts'

/** All that is kept about a customer, as they take it along themselves. */
export function customerDownload(deps: Deps, customer: CustomerId, now: Instant): Download {
  return {
    name: `${customer}-${dateAt(now, 'UTC')}.zip`,
    mediaType: 'application/zip',
    body: packed(deps, customerPacking(customer, now, ['jsonl', 'csv'])),
  }
}
