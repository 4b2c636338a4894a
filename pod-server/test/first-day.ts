import { TestPod } from './test-pod.ts'

/** The demonstration as it is once it is ready: stopped, for each part of its tests to go on from a copy. */
export interface FirstDay {
  readonly demo: TestPod
  /** How it ended when it was stopped in the middle of its first start. */
  readonly interrupted: number | null
}

let begun: Promise<FirstDay> | undefined

/** To be ready takes it many seconds, which are spent once, while other workers are at other tests. */
export function firstDay(): Promise<FirstDay> {
  begun ??= begin()
  return begun
}

async function begin(): Promise<FirstDay> {
  const demo = await TestPod.launch('demo')
  await demo.until('OFX statements')
  const interrupted = await demo.end('SIGINT')
  await demo.start()
  await demo.end('SIGTERM')
  return { demo, interrupted }
}

export async function endFirstDay(): Promise<void> {
  await (await begun)?.demo[Symbol.asyncDispose]()
  begun = undefined
}
