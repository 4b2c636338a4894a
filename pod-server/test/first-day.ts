import type { TestProject } from 'vitest/node'
import { TestPod } from './test-pod.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The demonstration as it is once it is ready: stopped, for each test file to go on from a copy. */
    firstDay: {
      readonly port: number
      readonly dataFolder: string
      /** How it ended when it was stopped in the middle of its first start. */
      readonly interrupted: number | null
    }
  }
}

/** To be ready takes it seconds, which are spent once for all files. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const demo = await TestPod.launch('demo')
  await demo.until('OFX statements')
  const interrupted = await demo.end('SIGINT')
  await demo.start()
  await demo.end('SIGTERM')
  provide('firstDay', { port: demo.port, dataFolder: demo.dataFolder, interrupted })
  return () => demo[Symbol.asyncDispose]()
}
