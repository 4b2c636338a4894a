import type { Quad } from '@rdfjs/types'
import {
  ForbiddenHttpError,
  INTERNAL_QUADS,
  NotFoundHttpError,
  type ResourceIdentifier,
  type ResourceStore,
} from '@solid/community-server'
import type { PodEngine } from '../engine/PodEngine.ts'
import { podOf } from '../engine/path.ts'
import { Kept } from '../Kept.ts'
import { after, type Soon } from '../soon.ts'
import { Addresses } from '../storage/Addresses.ts'
import { VERSION } from '../storage/metadata.ts'
import { readNotice } from '../storage/notice.ts'
import { compileAcl, compileGroups, type Groups, type Rule } from './acl.ts'

/** A document of more bytes or triples is no ACL or group of ours: by such rules a request is refused. */
export const maxBytes = 1024 * 1024
export const maxTriples = 20_000
/** Triples kept of all ACL documents, some hundred bytes each; a document weighs one more, and most are known to be absent. */
const maxKept = 200_000
/** Members kept of all groups, some hundred bytes each. */
const maxMembers = 200_000

/** Pods that are told of a group's changes; others find out when they next ask. */
const maxPods = 1000

/** An ACL document as it was at a version. */
export interface CompiledAcl {
  /** Undefined where there is no document. */
  readonly rules: readonly Rule[] | undefined
  /** 0 where there is none. */
  readonly version: number
}

/** A document of groups as it was at a version. */
export interface CompiledGroups {
  /** By the IRI of the group; none where the document is too large. */
  readonly members: Groups
  /** 0 where there is no document. */
  readonly version: number
}

interface KeptGroups extends CompiledGroups {
  /** Pods whose rules name them. */
  readonly usedIn: Set<string>
}

interface KeptAcl extends CompiledAcl {
  readonly isTooLarge: boolean
  readonly triples: number
}

/** What there is to compile: nothing where there is no document, or one that is too large. */
interface Opened {
  readonly quads: readonly Quad[] | undefined
  readonly isTooLarge: boolean
  readonly version: number
}

/**
 * ACL documents and those of groups, read and compiled once, until a commit changes them: the engine tells of a commit
 * before the writer learns that it is done, so that the request after a withdrawal is decided by the new rules.
 */
export class CompiledAcls {
  private readonly store: ResourceStore
  private readonly engine: PodEngine
  private readonly addresses: Addresses
  private readonly acls = new Kept<KeptAcl>(maxKept, ({ triples }) => 1 + triples)
  private readonly groups = new Kept<KeptGroups>(maxMembers, weightOf)
  private readonly watchers = new Set<(pod: string) => void>()

  constructor(store: ResourceStore, engine: PodEngine, baseUrl: string) {
    this.store = store
    this.engine = engine
    this.addresses = new Addresses(baseUrl)
    engine.subscribe((notice) => {
      const { url } = readNotice(notice)
      const pods = this.podsBy(url)
      // Of rules `Access` finds out by their version, too, whoever wrote them: so they go at once, and are read once.
      this.acls.forget(url)
      this.groups.forget(url)
      for (const pod of pods) for (const changed of this.watchers) changed(pod)
    })
  }

  /** Called with each pod whose rules have changed, or a group that they name and that is kept here. */
  watch(changed: (pod: string) => void): void {
    this.watchers.add(changed)
  }

  /** Triples of ACL documents kept, of how many at most. */
  get size(): { readonly kept: number; readonly most: number } {
    return { kept: this.acls.weight, most: this.acls.most }
  }

  /** Members of groups kept, of how many at most. */
  get members(): { readonly kept: number; readonly most: number } {
    return { kept: this.groups.weight, most: this.groups.most }
  }

  /** @throws ForbiddenHttpError for a document too large to decide by. */
  of(acl: ResourceIdentifier): Soon<CompiledAcl> {
    const compiled = this.acls.of(acl.path, async () => {
      const { quads, ...opened } = await this.open(acl)
      return { ...opened, rules: quads && compileAcl(quads), triples: quads?.length ?? 0 }
    })
    return after(compiled, (found) => {
      if (found.isTooLarge) throw new ForbiddenHttpError(`${acl.path} is too large to decide by`)
      return found
    })
  }

  /** What is kept of a document is no longer what there is. */
  forget({ path }: ResourceIdentifier): void {
    this.acls.forget(path)
  }

  /** `pod`: whose rules name them. */
  groupsOf(document: ResourceIdentifier, pod: string): Soon<CompiledGroups> {
    const groups = this.groups.of(document.path, async () => {
      const { quads, version } = await this.open(document)
      return { members: compileGroups(quads ?? []), version, usedIn: new Set<string>() }
    })
    return after(groups, (found) => {
      if (found.usedIn.size < maxPods) found.usedIn.add(pod)
      return found
    })
  }

  /** The pods that are ruled by what is written in a document. */
  private podsBy(url: string): Iterable<string> {
    if (url.endsWith('.acl')) return [podOf(this.addresses.path(url))]
    return this.groups.made(url)?.usedIn ?? []
  }

  /** The triples of a document, which is no container; of one that is too large no more is read than shows it. */
  private async open(document: ResourceIdentifier): Promise<Opened> {
    const stored = await this.engine.get(this.addresses.path(document.path))
    const version = stored?.version ?? 0
    if (!stored || stored.isContainer) return { quads: undefined, isTooLarge: false, version }
    if (stored.size > maxBytes) return { quads: undefined, isTooLarge: true, version }
    try {
      const { data, metadata } = await this.store.getRepresentation(document, {
        type: { [INTERNAL_QUADS]: 1 },
      })
      const read = Number(metadata.get(VERSION)?.value ?? 0)
      const quads: Quad[] = []
      // To leave the loop ends the reading.
      for await (const quad of data)
        if (quads.push(quad as Quad) > maxTriples)
          return { quads: undefined, isTooLarge: true, version: read }
      return { quads, isTooLarge: false, version: read }
    } catch (error) {
      if (NotFoundHttpError.isInstance(error)) return { quads: undefined, isTooLarge: false, version }
      throw error
    }
  }
}

function weightOf({ members }: CompiledGroups): number {
  let weight = 1
  for (const group of members.values()) weight += 1 + group.size
  return weight
}
