import { NotImplementedHttpError, RepresentationPatcher, SparqlUpdatePatcher } from '@solid/community-server'
import { matchesTooOften, type Update } from './sparql-cost.ts'
import { unfitPatch } from './unfit-patch.ts'

type Input = Parameters<SparqlUpdatePatcher['handle']>[0]
type Patched = Awaited<ReturnType<SparqlUpdatePatcher['handle']>>

/** CSS's patcher of SPARQL Update, whose engine cannot be stopped: not where it might not end. Made when it is needed. */
export class BoundedSparqlPatcher extends RepresentationPatcher<Patched> {
  private patcher: SparqlUpdatePatcher | undefined

  override async canHandle({ patch }: Input): Promise<void> {
    if (typeof (patch as { algebra?: unknown }).algebra !== 'object')
      throw new NotImplementedHttpError('not SPARQL Update')
  }

  override async handle(input: Input): Promise<Patched> {
    const { algebra } = input.patch as unknown as { algebra: Update }
    const dataset = input.representation?.dataset
    if (dataset && matchesTooOften(algebra, dataset as never))
      throw unfitPatch({
        fr: 'Ce WHERE peut correspondre trop souvent à ce document : nommez plus de ses termes, ou envoyez un N3 Patch (text/n3).',
        en: 'This WHERE may match this document too often: name more of its terms, or send an N3 Patch (text/n3).',
      })
    this.patcher ??= new SparqlUpdatePatcher()
    return this.patcher.handle(input)
  }
}
