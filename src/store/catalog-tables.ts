import type { Generated } from 'kysely'
import type { Capability } from '../license/capability.ts'
import type {
  LeaseLength,
  LicenseId,
  Lifetime,
  Period,
  PlanId,
  ProductId,
  SeatChanges,
  Support,
} from '../license/license.ts'
import type { PresetOverride } from '../license/presets/override.ts'
import type { SigningAlgorithm } from '../token/public-key.ts'
import type { Json, Timestamp } from './column.ts'
import type { ExportTable } from './product.ts'

export interface ProductTable {
  id: ProductId
  code: string
  name: string
  capabilities: Json<readonly Capability[]>
  export_formats: Json<readonly string[]>
  export_tables: Json<readonly ExportTable[]>
  algorithm: SigningAlgorithm
  created_at: Timestamp
  revision: Generated<number>
}

export interface PlanTable {
  id: PlanId
  code: string
  product: ProductId
  name: string
  capabilities: Json<readonly Capability[]>
  limits: Json<Readonly<Record<string, number>> | null>
  term: Period | null
  renewal_term: Period | null
  notice: Period | null
  renewal_notice: Period | null
  renewal: 'automatic' | 'none'
  seats: number | null
  seat_changes: Json<SeatChanges | null>
  replace_oldest: boolean | null
  seat_lapse: Period | null
  lease: LeaseLength | null
  token_lifetime: Lifetime | null
  renewal_leeway: Period | null
  preset: string | null
  support: Json<Support | null>
  preset_override: Json<PresetOverride | null>
  trial: boolean
  created_at: Timestamp
  revision: Generated<number>
}

export interface TrialTable {
  product: ProductId
  fingerprint: string
  license: LicenseId
  created_at: Timestamp
}
