import { annual } from './example-catalog.ts'

/** A file of two lines from another system. */
export const csvExample = {
  data: 'Firma;Nr;Beginn;Schlüssel\nBäckerei Ost;1001;01.10.2025;\n',
  system: 'oldshop',
  delimiter: ';',
  columns: { customer_name: 'Firma', customer_ref: 'Nr', starts_on: 'Beginn', key: 'Schlüssel' },
  always: { plan: annual.code, time_zone: 'Europe/Berlin' },
  dry_run: true,
}

/** A product, a policy and a license as Keygen’s API tells of them. */
export const keygenExample = {
  documents: [
    {
      data: [
        { type: 'products', id: 'p1', attributes: { name: 'Oven', code: 'oven' } },
        {
          type: 'policies',
          id: 'q1',
          attributes: { name: 'Yearly', duration: 31_536_000, maxMachines: 2 },
          relationships: { product: { data: { type: 'products', id: 'p1' } } },
        },
        {
          type: 'licenses',
          id: 'l1',
          attributes: {
            key: 'C1B6DE-39A6E3-DE1529-8559A0-4AF593-V3',
            created: '2025-09-01T00:00:00Z',
          },
          relationships: { policy: { data: { type: 'policies', id: 'q1' } } },
        },
      ],
    },
  ],
  system: 'keygen',
  time_zone: 'Europe/Berlin',
  capabilities: ['oven:use'],
  export_formats: ['csv'],
  dry_run: true,
}
