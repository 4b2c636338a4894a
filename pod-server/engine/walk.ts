import type { PodEngine, Stored } from './PodEngine.ts'

const page = 500

/** What is in a container, at any depth: each container before what is in it, in the order of names. */
export async function* walk(engine: PodEngine, container: string): AsyncIterable<Stored> {
  let after: string | undefined
  for (;;) {
    const children = await engine.list(container, page, after)
    for (const child of children) {
      yield child
      if (child.isContainer) yield* walk(engine, child.path)
    }
    if (children.length < page) return
    after = children.at(-1)?.path
  }
}
