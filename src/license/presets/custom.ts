import type { Preset } from './preset.ts'

/** A contract that names no law: whoever writes the plan answers for its lengths. */
export const custom: Preset = {
  code: 'custom',
  checkedOn: '2026-11-24',
  sources: [],
  country: null,
  reminderDays: [90, 30, 7, 1],
  reminderTime: '09:00',
  limits: [],
  openDeclarations: [],
  switching: null,
}
