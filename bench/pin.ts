import { execFileSync, spawn } from 'node:child_process'
import type { ChildProcess, SpawnOptions } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { availableParallelism, setPriority } from 'node:os'

/** Whether processes can be told which core is theirs. */
const pins = availableParallelism() > 1 && process.platform === 'linux'

/** This process, and what it starts from now on, keeps to these cores, e.g. `1` or `0-1`. */
export function keepTo(cores: string): void {
  if (pins) execFileSync('taskset', ['-acp', cores, String(process.pid)], { stdio: 'ignore' })
}

/**
 * Goes first where the machine has other work too, and so does what is started from now on. Nobody but root may; of Linux's
 * automatic groups it is the group that is weighed.
 */
export function goFirst(): void {
  try {
    setPriority(-15)
    writeFileSync('/proc/self/autogroup', '-15')
  } catch {
    // Then the figures are as good as the machine is quiet.
  }
}

/** All of them. */
export const everyCore = `0-${availableParallelism() - 1}`

/** Starts Node on a core of its own. */
export function nodeOn(core: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  return pins
    ? spawn('taskset', ['-c', core, process.execPath, ...args], options)
    : spawn(process.execPath, args, options)
}
