// Plain and old-fashioned, since an old Node must be able to read it.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < 22 || (major === 22 && minor < 12)) {
  console.error(
    `Auszug needs Node 22.12 or newer, and this is Node ${process.versions.node}. ` +
      'On Linux (x64, arm64) `npm ci` brings the right one along, and `npm start`, `npm test` and `npx` use it; ' +
      'elsewhere, or after `npm ci --omit=optional`, please install Node 24 and try again.',
  )
  process.exit(1)
}
