import type { Journals } from './Journals.ts'

/**
 * Where pods are kept. One request is one commit: all of its changes or none, on disk before it is acknowledged, and
 * only if what it was decided by still holds. Nothing here knows of HTTP, RDF or CSS.
 */
export interface PodEngine {
  /** Made anew whenever versions may come again (a restored back-up): `epoch` and version together never repeat. */
  readonly epoch: string
  /** Who did what in each pod. */
  readonly journals: Journals

  /** The version of the last commit: what is there has that version, or one of before. */
  latest(): Promise<number>
  get(path: string): Promise<Stored | undefined>
  /** The same for several, of one pod and one moment. */
  getAll(paths: readonly string[]): Promise<readonly (Stored | undefined)[]>
  /** What `getAll` would say now, where that is known without a look; else undefined. */
  known(paths: readonly string[]): readonly (Stored | undefined)[] | undefined
  /** Resources that are known so, of how many at most. */
  readonly kept: { readonly kept: number; readonly most: number }
  /** The bytes of a document at that very version, as stored (see `encoding`); undefined once it has another. */
  body(path: string, version: number): Promise<Uint8Array | undefined>
  /** A container's children in the order of their names, at most `limit`, after the path `after`. */
  list(container: string, limit: number, after?: string): Promise<readonly Stored[]>
  /** The WebIDs of who wrote a container's children last, in the same order, at most `limit`; undefined: nobody who has one. */
  writers(container: string, limit: number): Promise<readonly (string | undefined)[]>
  /** The paths in a pod that end in `.acl`, in order: however much else there is, nobody waits for it to be looked through. */
  ruled(pod: string): Promise<readonly string[]>

  /**
   * @returns the version of everything that was changed.
   * @throws EngineError `conflict`, `no-parent`, `not-empty`, `over-quota`, `over-share`, `failed`, `closed`; nothing is then written.
   */
  commit(commit: Commit): Promise<number>

  usage(pod: string): Promise<Usage | undefined>
  /** Gives a pod another quota, which may be less than it takes: then it may only shrink. Of none nothing is kept. */
  setQuota(pod: string, bytes: number): Promise<void>
  /**
   * Forgets a pod: its resources, its usage, who wrote what in it, its journal. No other can be made by its name. Part by part,
   * the root first; what was cut off goes on when it is called again.
   */
  erase(pod: string): Promise<void>

  /** A value that has not expired. */
  value(space: string, key: string): Promise<Value | undefined>
  /** The values of a space, in the order of their keys. */
  values(space: string): AsyncIterable<Value>
  /** The values of a space that were set with this tag. */
  tagged(space: string, tag: string): Promise<readonly Value[]>

  /**
   * Called once for each commit that changes values of a space, with their keys, before it is acknowledged here.
   *
   * @returns what ends it.
   */
  watch(space: string, listener: (keys: readonly string[]) => void): () => void

  /** Tells all who subscribed, here and on every other server of the same engine. */
  publish(notice: string): Promise<void>
  /** Called with the notices of each commit, in order, before it is acknowledged here. @returns what ends it. */
  subscribe(listener: (notice: string) => void): () => void

  close(): Promise<void>
}

/** A resource, but for its bytes. */
export interface Stored {
  /** Below the base URL, without a slash at the end: `alice/data/bank/2026-10.ttl`. The root is the empty string. */
  readonly path: string
  readonly isContainer: boolean
  /** Greater than that of any earlier commit. */
  readonly version: number
  /** UTC milliseconds. */
  readonly modified: number
  /** Of a document, with its parameters. */
  readonly contentType: string | undefined
  /** What else is said of it: N-Quads. */
  readonly metadata: string
  /** Bytes of a document as it was written. */
  readonly size: number
  readonly encoding: Encoding
}

export type Encoding = 'identity' | 'gzip'

export interface Commit {
  /** In order; a path at most once. */
  readonly changes: readonly Change[]
  /** What must not have changed since it was read. */
  readonly expect?: readonly Expectation[]
  /** Paths that end in `.acl`: in that pod there must be none but these, where it was decided by all of them. */
  readonly rulesOf?: { readonly pod: string; readonly paths: readonly string[] }
  /** Who writes, as verified, for the journal; undefined: the server does by itself. */
  readonly by?: Writer
  /** Told once it is on disk. */
  readonly notices?: readonly string[]
  /** Whether it may take its pod over the quota: what takes access away is written, however full the pod is. */
  readonly beyondQuota?: boolean
}

export interface Expectation {
  readonly path: string
  /** 0: there is none. */
  readonly version: number
}

export interface Writer {
  readonly webId?: string | undefined
  readonly client?: string | undefined
  /** What was asked for, where it was less than to write. */
  readonly mode?: 'append' | 'write' | undefined
  /** The rules that allowed it. */
  readonly rules?: readonly string[] | undefined
  /**
   * Where it is somebody else than whose pod it is, what the WebIDs of its owner begin with: of the pod, each such writer
   * takes half at most, and all together three quarters.
   */
  readonly guestOf?: string | undefined
}

export type Change =
  | PutDocument
  | { readonly kind: 'put-container'; readonly path: string; readonly metadata: string }
  /** Other metadata for what is there. */
  | { readonly kind: 'describe'; readonly path: string; readonly metadata: string }
  /** A container whose children changed: commutes with other touches. */
  | { readonly kind: 'touch'; readonly path: string }
  /** A document, or a container that nothing is left in. */
  | { readonly kind: 'delete'; readonly path: string }
  | SetValue
  | { readonly kind: 'delete-value'; readonly space: string; readonly key: string }

export interface PutDocument {
  readonly kind: 'put-document'
  readonly path: string
  readonly contentType: string
  readonly metadata: string
  readonly body: Uint8Array
  readonly size: number
  readonly encoding: Encoding
  /** SHA-256 of the bytes as they were written. */
  readonly digest: Uint8Array
}

export interface SetValue {
  readonly kind: 'set-value'
  readonly space: string
  readonly key: string
  /** JSON. */
  readonly value: string
  /** UTC milliseconds. */
  readonly expires?: number | undefined
  /** By which it is found again. */
  readonly tags?: readonly string[]
  /** Those of its tags that no other value of the space may have: a conflict about the tag. */
  readonly unique?: readonly string[]
  /** The version it must have now; 0: none. */
  readonly ifVersion?: number
}

export interface Value {
  readonly key: string
  /** JSON. */
  readonly value: string
  readonly version: number
  /** UTC milliseconds. */
  readonly expires: number | undefined
}

/** Bytes of the quota that each resource takes, were it empty. */
export const bytesOfResource = 256

/** What a pod takes. */
export interface Usage {
  /** Of its documents as they were written, and of what is said of them. */
  readonly bytes: number
  /** What `bytes` and `bytesOfResource` for each of its resources may come to. */
  readonly quota: number
  readonly resources: number
  /** Who takes most of it, from the most; a hundred at most. */
  readonly writers: readonly Share[]
}

/** What one writer takes of a pod. */
export interface Share {
  /** Of those who wrote without one, the server itself among them, it is undefined. */
  readonly webId: string | undefined
  /** Of what they wrote last, `bytesOfResource` for each included. */
  readonly bytes: number
}
