import { N3Patcher } from '@solid/community-server'
import { applyN3 } from '../patches/apply-n3.ts'
import { judgeAddition } from './addition.ts'
import { additionOf } from './ledger.ts'
import { n3Patch } from './n3-patch.ts'
import { RefusedAddition } from './refused-addition.ts'

/** Thrown when a patch adds no triple: the document keeps its bytes and its ETag. */
export class NothingAdded extends Error {
  override name = 'NothingAdded'
}

type Input = Parameters<N3Patcher['handle']>[0]
type Output = ReturnType<N3Patcher['handle']>

/** CSS's N3 patcher, within bounds; a patch made under Append alone is judged first, here, by the version that its commit will hold to. */
export class AdditionPatcher extends N3Patcher {
  override async handle(input: Input): Output {
    const { patch, representation } = input
    const n3 = n3Patch(patch)
    if (!representation || !n3) return super.handle(input)
    const { dataset } = representation
    const addition = additionOf(patch)
    if (addition) {
      const judgement = judgeAddition(
        {
          has: (quad) => dataset.has(quad),
          speaksOf: (subject) => dataset.match(subject as never, null, null, null).size > 0,
        },
        n3.inserts,
      )
      if (judgement.refusal) throw new RefusedAddition(judgement.refusal)
      if (judgement.added.length === 0) throw new NothingAdded()
      addition.subjects = judgement.subjects
    }
    applyN3(n3, dataset as never)
    return representation
  }
}
