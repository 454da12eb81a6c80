// A browser gets browser.ts by the same name: it serves no routes, so it carries no guards for them.
export * from './browser.ts'
export { expressGuard, fastifyGuard, honoGuard } from './guard.ts'
