import { Parser, type Quad } from 'n3'
import type { Connector } from '../../../connectors/connector.ts'
import { ConnectorError } from '../../../connectors/errors.ts'
import { draftImport, type ImportPlan } from '../../../connectors/runner/draft.ts'
import { chosenFile } from './chosen-file.ts'
import { allConnectors, connectorList } from './connector-list.ts'
import { type Difference, differenceOf } from './difference.ts'
import { type Kind, kindOf, type Preview, previewOf } from './preview.ts'
import { recognise } from './recognise.ts'
import { type Undo, undoOf } from './undo.ts'

/** Where what is read goes, in whose name, when. */
export interface Target {
  readonly connector: string
  readonly container: string
  readonly webId: string
  readonly at: Date
}

/** What is done away from the page’s thread. One file at a time: the last one that was planned. */
export class FileTasks {
  private plan: ImportPlan | undefined

  /** All kinds of files that are known. */
  async kinds(): Promise<Kind[]> {
    return (await allConnectors()).map(kindOf)
  }

  /** @throws ConnectorError */
  async recognise(file: Blob): Promise<Kind[]> {
    const connectors: readonly Connector<unknown>[] = await allConnectors()
    return (await recognise(await chosenFile(file), connectors)).map(kindOf)
  }

  /** @throws ConnectorError */
  async read(file: Blob, { connector: id, container, webId, at }: Target): Promise<Preview> {
    const connector = await connectorList[id]?.()
    if (!connector) throw new ConnectorError('unknown-layout')
    this.plan = await draftImport(connector, await chosenFile(file), { container, partner: webId, at })
    return previewOf(connector, this.plan, at)
  }

  /** `there`: the Turtle of the document, where there is one. @throws ConnectorError */
  async difference(url: string, there: string | undefined): Promise<Difference> {
    const planned = this.plan?.documents.find((document) => document.url === url)
    if (!planned) throw new ConnectorError('nonconforming')
    return differenceOf(planned, there === undefined ? [] : quadsOf(there, url))
  }

  async undo(url: string, turtle: string, runIri: string): Promise<Undo> {
    return undoOf(quadsOf(turtle, url), runIri)
  }
}

const quadsOf = (turtle: string, url: string): Quad[] =>
  new Parser({ baseIRI: url, format: 'text/turtle' }).parse(turtle)
