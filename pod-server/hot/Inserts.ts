import type { Quad } from '@rdfjs/types'
import { judgeAddition, judgeSubjects } from '../additions/addition.ts'
import { EngineError, isConflict } from '../engine/errors.ts'
import type { PodEngine, Stored } from '../engine/PodEngine.ts'
import { Kept } from '../Kept.ts'
import type { Addresses } from '../storage/Addresses.ts'
import { packBody, unpackBody } from '../storage/bytes.ts'
import type { OneByOne } from '../storage/OneByOne.ts'
import { commitDocument } from './commit-document.ts'
import { DocumentTriples } from './DocumentTriples.ts'
import { basisOfAll, groupsByWriter } from './insertions.ts'
import { Said } from './Said.ts'
import { Together, type Waiting } from './Together.ts'
import { type Allowed, isPlain } from './WriteAccess.ts'

/** Triples to be inserted into a document. */
export interface Insertion {
  readonly quads: readonly Quad[]
  /** That they were written with. */
  readonly prefixes: ReadonlyMap<string, string>
  readonly allowed: Allowed
  /** Decides again, by what is there now. */
  readonly again: () => Promise<Allowed | undefined>
}

export interface Inserted {
  readonly isNew: boolean
  /** Of an addition: the subjects that are new. */
  readonly subjects: number | undefined
}

interface KeptTriples {
  readonly version: number
  readonly triples: DocumentTriples
}

type Asked = Waiting<Insertion, Inserted>

/** Bytes of a document that is patched here. */
const maxBytes = 1024 * 1024
/** Bytes of memory, roughly, for all documents whose triples are kept. */
const maxKept = 64 * 1024 * 1024
const maxAttempts = 10
const contentType = 'text/turtle'

/**
 * Inserts triples by an index of those that are there: what is said already stores nothing. What arrives for a document
 * while a commit is under way is one commit, the next.
 */
export class Inserts {
  private readonly engine: PodEngine
  private readonly addresses: Addresses
  private readonly together: Together<Insertion, Inserted>
  private readonly kept = new Kept<KeptTriples>(maxKept, ({ triples }) => triples.weight)

  /** `turns`: of those who write to a document, by its path. */
  constructor(engine: PodEngine, addresses: Addresses, turns: OneByOne) {
    this.engine = engine
    this.addresses = addresses
    this.together = new Together(turns, async (path, all) => {
      for (const group of groupsByWriter(all)) await this.write(path, group)
    })
  }

  /** Bytes. */
  get size(): { readonly kept: number; readonly most: number } {
    return { kept: this.kept.weight, most: this.kept.most }
  }

  /** @returns undefined for what is not done here: CSS does it, or tells why not. */
  insert(insertion: Insertion): Promise<Inserted | undefined> {
    return this.together.add(insertion.allowed.path, insertion)
  }

  private async write(path: string, all: readonly Asked[]): Promise<void> {
    let asked = all
    for (let count = 0; count < maxAttempts && asked.length > 0; count++) {
      if (count > 0) asked = await decidedAgain(asked)
      const stored = await this.engine.get(path)
      const decidedBy = basisOfAll(asked, stored)
      if (!decidedBy) continue
      try {
        return await this.commit(path, stored, asked, decidedBy)
      } catch (error) {
        this.kept.forget(path)
        if (!isConflict(error)) throw error
      }
    }
  }

  private async commit(
    path: string,
    stored: Stored | undefined,
    asked: readonly Asked[],
    decidedBy: ReadonlyMap<string, number>,
  ): Promise<void> {
    // More may be said of it since it was decided: the document would lose that here.
    if (!isPlain(stored)) return
    if (stored && (stored.contentType !== contentType || stored.size > maxBytes)) return
    const triples = await this.triples(path, stored)
    const url = this.addresses.url({ path, isContainer: false })
    const { added, answers } = draft(url, asked, triples.said, stored === undefined)
    const answerAll = () => {
      for (const answer of answers) answer()
    }
    if (added.length === 0) {
      await this.assertStill(decidedBy)
      answerAll()
    } else {
      const { text, keep } = triples.with(added, prefixesOf(asked))
      const packed = await packBody(Buffer.from(text), contentType)
      const [{ it }] = asked as [Asked]
      const version = await commitDocument(this.engine, this.addresses, {
        path,
        before: stored?.version ?? 0,
        after: { ...packed, contentType },
        decidedBy,
        by: it.allowed.by,
      })
      // It is done, whatever else fails: nobody does it again.
      answerAll()
      keep()
      this.kept.forget(path)
      await this.kept.of(path, async () => ({ version, triples }))
    }
  }

  /** What is said to be there already is said to whoever may still add to it. @throws EngineError `conflict` */
  private async assertStill(decidedBy: ReadonlyMap<string, number>): Promise<void> {
    const paths = [...decidedBy.keys()]
    const found = await this.engine.getAll(paths)
    const changed = paths.find((path, index) => (found[index]?.version ?? 0) !== decidedBy.get(path))
    if (changed !== undefined) throw new EngineError('conflict', changed)
  }

  private async triples(path: string, stored: Stored | undefined): Promise<DocumentTriples> {
    const url = this.addresses.url({ path, isContainer: false })
    if (!stored) return new DocumentTriples(url)
    const { version, encoding } = stored
    const read = async () => {
      const body = await this.engine.body(path, version)
      if (!body) throw new EngineError('conflict', path)
      return { version, triples: await DocumentTriples.read(url, await unpackBody(body, encoding)) }
    }
    const known = await this.kept.of(path, read)
    if (known.version === version) return known.triples
    this.kept.forget(path)
    return (await this.kept.of(path, read)).triples
  }
}

/** What those who ask would add, one after the other; who is refused is left. */
function draft(
  url: string,
  asked: readonly Asked[],
  there: Said,
  isNew: boolean,
): { added: Quad[]; answers: (() => void)[] } {
  const said = new Said(there)
  const added: Quad[] = []
  const answers: (() => void)[] = []
  for (const { it, end } of asked) {
    const { isAddition } = it.allowed
    const judgement = isAddition ? judgeAddition(said, it.quads) : undefined
    if (judgement?.refusal || (isAddition && judgeSubjects(url, it.quads))) continue
    const first = isNew && answers.length === 0
    for (const quad of it.quads) {
      if (said.has(quad)) continue
      said.add(quad)
      added.push(quad)
    }
    answers.push(() => end({ isNew: first, subjects: judgement?.subjects }))
  }
  return { added, answers }
}

async function decidedAgain(asked: readonly Asked[]): Promise<Asked[]> {
  const all = await Promise.all(asked.map(async ({ it, end }) => ({ it, end, allowed: await it.again() })))
  return all.flatMap(({ it, end, allowed }) => (allowed ? [{ it: { ...it, allowed }, end }] : []))
}

const prefixesOf = (asked: readonly Asked[]): ReadonlyMap<string, string> =>
  new Map(asked.flatMap(({ it }) => [...it.prefixes]))
