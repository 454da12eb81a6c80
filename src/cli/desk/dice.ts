/** A die of any number of sides, that falls alike at every start. */
export interface Dice {
  /** A whole number from 0 to one below. */
  readonly below: (sides: number) => number
  /** A whole number between two, both inclusive. */
  readonly between: (least: number, most: number) => number
  /** @param share from 0, never, to 1. */
  readonly chance: (share: number) => boolean
  readonly pick: <T>(list: readonly T[]) => T
  readonly shuffled: <T>(list: readonly T[]) => readonly T[]
}

/** Dice by a linear congruential generator of 32 bits (Knuth's multiplier), of which the upper half is used. */
export function diceFrom(seed: number): Dice {
  let state = seed >>> 0
  const below = (sides: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor(((state >>> 8) / 2 ** 24) * sides)
  }
  const pick = <T>(list: readonly T[]): T => {
    const found = list[below(list.length)]
    if (found === undefined) throw new RangeError('there is nothing to pick from')
    return found
  }
  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    chance: (share) => below(1_000_000) < share * 1_000_000,
    pick,
    shuffled: (list) => {
      const rest = [...list]
      return list.flatMap(() => rest.splice(below(rest.length), 1))
    },
  }
}
