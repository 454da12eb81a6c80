/** @typedef {{ type: string, name?: string, callee?: Node, arguments?: Node[] }} Node */
/** @typedef {{ report(found: { node: Node, message: string }): void }} Context */

/** What `no-restricted-properties` cannot say: a `Date` made of nothing reads the clock. */
const rule = {
  /** @param {Context} context */
  create(context) {
    /** @param {Node} node */
    const read = (node) => {
      if (node.callee?.type !== 'Identifier' || node.callee.name !== 'Date') return
      if (node.type === 'NewExpression' && node.arguments?.length) return
      context.report({ node, message: 'The law has no clock: `now` comes in as an argument.' })
    }
    return { NewExpression: read, CallExpression: read }
  },
}

export default { meta: { name: 'law' }, rules: { 'no-clock': rule } }
