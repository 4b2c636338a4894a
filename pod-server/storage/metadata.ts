import {
  addResourceMetadata,
  DC,
  LDP,
  POSIX,
  parseContentType,
  RDF,
  RepresentationMetadata,
  SOLID_META,
  toLiteral,
  updateModifiedDate,
  XSD,
} from '@solid/community-server'
import { DataFactory, Parser, Writer } from 'n3'
import type { Stored } from '../engine/PodEngine.ts'

/** The version of a resource, as its metadata carries it inside the server. It is never sent nor stored. */
export const VERSION = DataFactory.namedNode('urn:traboule:meta:version')
/** Seconds after which a refused request may come again. */
export const RETRY_AFTER = DataFactory.namedNode('urn:traboule:meta:retry-after')

const generated = [LDP.terms.Resource, LDP.terms.Container, LDP.terms.BasicContainer]

/** What is said of a resource that storing it does not say anyway, as N-Quads. */
export function toStored(metadata: RepresentationMetadata): string {
  for (const type of generated) metadata.remove(RDF.terms.type, type)
  metadata.removeAll(DC.terms.modified)
  metadata.contentType = undefined
  const quads = metadata.quads().filter(({ graph }) => !graph.equals(SOLID_META.terms.ResponseMetadata))
  return quads.length === 0 ? '' : new Writer({ format: 'N-Quads' }).quadsToString(quads)
}

/** The metadata of a resource, for CSS. */
export function fromStored(url: string, stored: Stored): RepresentationMetadata {
  const { isContainer, modified, size } = stored
  const metadata = new RepresentationMetadata({ path: url })
  addResourceMetadata(metadata, isContainer)
  updateModifiedDate(metadata, new Date(modified))
  const number = (value: number) => toLiteral(value, XSD.terms.integer)
  metadata.add(POSIX.terms.mtime, number(Math.floor(modified / 1000)), SOLID_META.terms.ResponseMetadata)
  if (!isContainer) metadata.add(POSIX.terms.size, number(size), SOLID_META.terms.ResponseMetadata)
  if (stored.metadata !== '') metadata.addQuads(new Parser({ format: 'N-Quads' }).parse(stored.metadata))
  if (stored.contentType !== undefined) metadata.contentTypeObject = parseContentType(stored.contentType)
  metadata.add(VERSION, String(stored.version), SOLID_META.terms.ResponseMetadata)
  return metadata
}
