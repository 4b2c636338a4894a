import { ACL, DCT, DPV, PROV, QUDT, SCHEMA, SOSA, TB, UNIT, XSD } from '../namespaces.ts'

/** The first line of each generated TypeScript file. */
export const HEADER = '// Generated from the ontology and the shapes by `npm run vocab`; do not edit.\n'

/** A string as TypeScript source. */
export function quoted(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
}

const PREFIXES = { ACL, DCT, DPV, PROV, QUDT, SCHEMA, SOSA, TB, UNIT, XSD }

/** An IRI as TypeScript source, by the constants of `namespaces.ts`: `${TB}step`. */
export function iriSource(iri: string): string {
  const [name, prefix] = Object.entries(PREFIXES).find(([, it]) => iri.startsWith(it)) ?? []
  return name && prefix ? `\`\${${name}}${iri.slice(prefix.length)}\`` : quoted(iri)
}

/** The import of the prefixes that a source uses. */
export function importPrefixes(source: string): string {
  const names = Object.keys(PREFIXES).filter((name) => source.includes(`\${${name}}`))
  return `import { ${names.join(', ')} } from '../namespaces.ts'`
}
