import { InteractionHandler, NotImplementedHttpError, type Representation } from '@solid/community-server'

/**
 * Stands where CSS has its own pages, and has none. Its consent page runs what an application calls itself, on the
 * account origin; ours are served by their addresses alone (pages/AccountPages.ts).
 */
export class NoStockPages extends InteractionHandler {
  override async canHandle(): Promise<void> {
    throw new NotImplementedHttpError('This server has no stock pages')
  }

  override async handle(): Promise<Representation> {
    throw new NotImplementedHttpError('This server has no stock pages')
  }
}
