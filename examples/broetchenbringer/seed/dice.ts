/** The same throws for the same seed, everywhere. */
export interface Dice {
  /** 0 to `sides - 1`. */
  roll(sides: number): number
  between(least: number, most: number): number
  pick<T>(from: readonly T[]): T
  /** True once in so many throws. */
  once(times: number): boolean
}

/** mulberry32, which is enough for a town's appetite. */
export function diceOf(seed: number): Dice {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const roll = (sides: number) => Math.floor(next() * sides)
  return {
    roll,
    between: (least, most) => least + roll(most - least + 1),
    pick: (from) => {
      const picked = from[roll(from.length)]
      if (picked === undefined) throw new RangeError('nothing to pick from')
      return picked
    },
    once: (times) => roll(times) === 0,
  }
}
