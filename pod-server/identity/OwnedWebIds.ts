import { BadRequestHttpError, BaseWebIdStore, type PodStore } from '@solid/community-server'
import { isHosted, podRootOf } from './hosted.ts'
import { notYours } from './UnlinkableWebIds.ts'

type Storage = ConstructorParameters<typeof BaseWebIdStore>[0]
type Links = Awaited<ReturnType<BaseWebIdStore['findLinks']>>

/**
 * Links of WebIDs to accounts. A WebID that is hosted here counts for the account that owns its pod and for no other,
 * whatever was linked before that was asked for.
 */
export class OwnedWebIds extends BaseWebIdStore {
  private readonly baseUrl: string
  private readonly podStore: PodStore

  constructor(storage: Storage, podStore: PodStore, baseUrl: string) {
    super(storage)
    this.baseUrl = baseUrl
    this.podStore = podStore
  }

  /**
   * Of a WebID in its one form that is linked by itself `UnlinkableWebIds` was asked before: here it comes with a pod.
   *
   * @throws BadRequestHttpError when somebody else has that pod, HttpError 403 `webid-not-yours` for another form.
   */
  override async create(webId: string, accountId: string): Promise<string> {
    if (await this.counts(webId, accountId)) return super.create(webId, accountId)
    const pod = podRootOf(webId, this.baseUrl)
    throw webId === `${pod}profile/card#me`
      ? new BadRequestHttpError(`There already is a pod at ${pod}`)
      : notYours()
  }

  override async isLinked(webId: string, accountId: string): Promise<boolean> {
    return (await super.isLinked(webId, accountId)) && this.counts(webId, accountId)
  }

  override async findLinks(accountId: string): Promise<Links> {
    const links = await super.findLinks(accountId)
    const counted = await Promise.all(links.map(({ webId }) => this.counts(webId, accountId)))
    return links.filter((_, index) => counted[index])
  }

  /** A pod that is about to be made is nobody's yet. */
  private async counts(webId: string, accountId: string): Promise<boolean> {
    if (!isHosted(webId, this.baseUrl)) return true
    const pod = podRootOf(webId, this.baseUrl)
    if (!pod) return false
    const owner = await this.podStore.findByBaseUrl(pod)
    return !owner || owner.accountId === accountId
  }
}
