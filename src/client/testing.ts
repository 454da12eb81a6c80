export { testLicense } from './test-license.ts'
export { walkRoutes } from './conformance.ts'
export type { TestLicense, TestState } from './test-license.ts'
export type { Walk } from './conformance.ts'
