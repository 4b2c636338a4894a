import { EventEmitter } from 'node:events'
import type { Quad } from '@rdfjs/types'
import { Parser } from '../storage/rdf/n3-of-css.ts'
import { inPieces } from '../storage/rdf/pieces.ts'
import { insertionText, type Prefixes } from './insertion-text.ts'
import { Said } from './Said.ts'

/** With more of them, what is written behind a document is written out. */
const maxPrefixes = 100
const noPrefixes: Prefixes = new Map()

/** A document of Turtle: its triples, and its text, which others are written behind. */
export class DocumentTriples {
  readonly said = new Said()
  private readonly url: string
  private text: string
  /** As they are at the end of the document. */
  private prefixes: Prefixes = noPrefixes
  /** Whether the document may have said what its relative IRIs are relative to. */
  private readonly mayHaveBase: boolean

  constructor(url: string, text = '') {
    this.url = url
    this.text = text
    this.mayHaveBase = /base/i.test(text)
  }

  /** With whatever else there is to do in between. @throws Error for what is no Turtle. */
  static async read(url: string, bytes: Buffer): Promise<DocumentTriples> {
    const triples = new DocumentTriples(url, bytes.toString('utf8'))
    const prefixes = new Map<string, string>()
    const input = new EventEmitter()
    let fault: Error | undefined
    new Parser({ format: 'text/turtle', baseIRI: url }).parse(
      input,
      (error, quad) => {
        if (error) fault ??= error
        else if (quad) triples.said.add(quad as unknown as Quad)
      },
      (name, { value }) => prefixes.set(name, value),
    )
    for await (const piece of inPieces(once(bytes), undefined)) {
      input.emit('data', piece.toString())
      if (fault) throw fault
    }
    input.emit('end')
    if (fault) throw fault
    triples.prefixes = prefixes
    return triples
  }

  /** Bytes of memory, roughly. */
  get weight(): number {
    return this.text.length * 12
  }

  /**
   * The document with triples behind it that it has not yet.
   *
   * @param wanted - Prefixes that they came with.
   * @returns its text, and what makes this that document.
   */
  with(quads: readonly Quad[], wanted: Prefixes): { readonly text: string; readonly keep: () => void } {
    const isMany = this.prefixes.size + wanted.size > maxPrefixes
    const added = insertionText(
      quads,
      this.mayHaveBase ? undefined : this.url,
      isMany ? noPrefixes : this.prefixes,
      isMany ? noPrefixes : wanted,
    )
    const text = `${this.text}${/[^\n]$/.test(this.text) ? '\n' : ''}${added.text}`
    const keep = () => {
      this.text = text
      if (!isMany) this.prefixes = added.prefixes
      for (const quad of quads) this.said.add(quad)
    }
    return { text, keep }
  }
}

async function* once(bytes: Buffer) {
  yield bytes
}
