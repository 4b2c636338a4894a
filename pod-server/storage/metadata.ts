import {
  addResourceMetadata,
  DC,
  IANA,
  LDP,
  POSIX,
  parseContentType,
  RDF,
  RepresentationMetadata,
  SOLID_META,
  toLiteral,
  toNamedTerm,
  updateModifiedDate,
  XSD,
} from '@solid/community-server'
import { DataFactory, Parser, Writer } from 'n3'
import type { Stored } from '../engine/PodEngine.ts'

/** The version of a resource, as its metadata carries it inside the server. It is never sent nor stored. */
export const VERSION = DataFactory.namedNode('urn:traboule:meta:version')

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
  const metadata = childMetadata(url, stored)
  if (stored.metadata !== '') metadata.addQuads(new Parser({ format: 'N-Quads' }).parse(stored.metadata))
  if (stored.contentType !== undefined) metadata.contentTypeObject = parseContentType(stored.contentType)
  metadata.add(VERSION, String(stored.version), SOLID_META.terms.ResponseMetadata)
  return metadata
}

/** What a listing says of a child (Solid §4.2.1, contained resource metadata). */
export function listedMetadata(url: string, stored: Stored): RepresentationMetadata {
  const metadata = childMetadata(url, stored)
  if (stored.contentType !== undefined) {
    const { value } = parseContentType(stored.contentType)
    metadata.add(RDF.terms.type, toNamedTerm(`${IANA.namespace}${value}#Resource`))
  }
  return metadata
}

function childMetadata(url: string, { isContainer, modified, size }: Stored): RepresentationMetadata {
  const metadata = new RepresentationMetadata({ path: url })
  addResourceMetadata(metadata, isContainer)
  updateModifiedDate(metadata, new Date(modified))
  const number = (value: number) => toLiteral(value, XSD.terms.integer)
  metadata.add(POSIX.terms.mtime, number(Math.floor(modified / 1000)), SOLID_META.terms.ResponseMetadata)
  if (!isContainer) metadata.add(POSIX.terms.size, number(size), SOLID_META.terms.ResponseMetadata)
  return metadata
}
