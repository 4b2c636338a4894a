import { randomBytes } from 'node:crypto'
import { ConflictHttpError, type PodManager } from '@solid/community-server'
import { wasErased } from '../engine/erased-names.ts'
import type { Change, PodEngine, PutDocument } from '../engine/PodEngine.ts'
import { isStorable, vocabularyName } from '../server/address.ts'
import { packBody, unpackBody } from './bytes.ts'
import { unit } from './request.ts'
import { UnitOfWork } from './UnitOfWork.ts'

type Settings = Parameters<PodManager['createPod']>[0]
type PutContainer = Extract<Change, { kind: 'put-container' }>

/** What CSS makes of the templates for a pod of some name, which is a word that nothing else has in it. */
interface Mould {
  readonly word: string
  readonly containers: readonly PutContainer[]
  readonly documents: readonly (PutDocument & { readonly text: string })[]
  readonly notices: readonly string[]
}

/** The profile of a WebID that comes with its pod, as `PodsAtOnce` has it made. */
const card = 'profile/card#me'
const settingNames = ['base', 'webId', 'oidcIssuer']

/**
 * Makes new pods as the first one was made: CSS reads and fills the templates once, for a pod that is never committed,
 * and what it would have written is written for each pod by its own name. What is unusual is made by CSS.
 */
export class NewPods implements PodManager {
  private readonly source: PodManager
  private readonly engine: PodEngine
  private readonly baseUrl: string
  private made: Promise<Mould> | undefined

  constructor(source: PodManager, engine: PodEngine, baseUrl: string) {
    this.source = source
    this.engine = engine
    this.baseUrl = baseUrl
  }

  async createPod(settings: Settings, overwrite: boolean): Promise<void> {
    const wanted = settings.base.path.slice(this.baseUrl.length, -1)
    // As one that is there: of an erased one, only the WebIDs that others have granted to are left.
    if (wanted === vocabularyName || (await wasErased(this.engine, wanted)))
      throw new ConflictHttpError(`There already is a resource at ${settings.base.path}`)
    const work = unit.getStore()
    const name = this.nameOf(settings)
    // Who asks for a pod that is there is told so by CSS.
    if (!work || overwrite || name === undefined || (await work.get(name)))
      return this.source.createPod(settings, overwrite)
    const { word, containers, documents, notices } = await this.mould()
    const named = (text: string) => text.replaceAll(word, name)
    for (const it of containers) await work.put({ ...it, path: named(it.path), metadata: named(it.metadata) })
    const filled = documents.map(async ({ kind, path, contentType, metadata, text }) => ({
      ...(await packBody(Buffer.from(named(text)), contentType)),
      kind,
      contentType,
      path: named(path),
      metadata: named(metadata),
    }))
    for (const it of await Promise.all(filled)) await work.put(it)
    work.notices.push(...notices.map(named))
  }

  /** The name of a pod that comes with its WebID, and about which nothing else is said. */
  private nameOf(settings: Settings): string | undefined {
    const { base, webId, oidcIssuer } = settings
    const name = base.path.slice(this.baseUrl.length, -1)
    const usual = this.settingsFor(name)
    const isUsual = base.path === usual.base.path && webId === usual.webId && oidcIssuer === usual.oidcIssuer
    const isAlone = Object.keys(settings).every((key) => settingNames.includes(key))
    return isUsual && isAlone && /^[\w-]+$/.test(name) && isStorable(name) ? name : undefined
  }

  private settingsFor(name: string) {
    const path = `${this.baseUrl}${name}/`
    return { base: { path }, webId: `${path}${card}`, oidcIssuer: this.baseUrl }
  }

  private mould(): Promise<Mould> {
    this.made ??= this.make().catch((error) => {
      this.made = undefined
      throw error
    })
    return this.made
  }

  private async make(): Promise<Mould> {
    const word = randomBytes(16).toString('hex')
    const work = new UnitOfWork(this.engine)
    await unit.run(work, () => this.source.createPod(this.settingsFor(word), false))
    const changes = work.toCommit()?.changes ?? []
    const documents = changes.filter((it) => it.kind === 'put-document')
    const texts = documents.map(async (it) => ({
      ...it,
      text: (await unpackBody(it.body, it.encoding)).toString('utf8'),
    }))
    const containers = changes.filter((it) => it.kind === 'put-container')
    return { word, containers, documents: await Promise.all(texts), notices: work.notices }
  }
}
