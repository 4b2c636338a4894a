import { gzipSync } from 'node:zlib'
import { DataFactory } from 'n3'
import { describe, expect, it } from 'vitest'
import { categories } from '../categories.ts'
import { frenchSpaces } from '../french-spaces.ts'
import { categoryTerms } from '../generated/category-terms.ts'
import { tb } from '../generated/terms.ts'
import { RDFS, SH, SKOS, TB } from '../namespaces.ts'
import { type Bilingual, readShapes } from '../shape-model.ts'
import { ontologyQuads, readTurtle, shapeQuads } from '../sources.ts'
import { languages } from './language.ts'
import { renderDocumentation } from './page.ts'

const pages = { fr: renderDocumentation('fr'), en: renderDocumentation('en') }
const idsOf = (page: string) => [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id ?? '')
/** The element with an id, to the end of its line or, for a longer one, to its closing tag. */
const part = (page: string, id: string, tag: string) =>
  new RegExp(`<${tag}[^>]* id="${id}".*?</${tag}>`, 's').exec(page)?.[0] ?? ''

const inWords = (text: Bilingual, language: 'fr' | 'en') =>
  language === 'fr' ? frenchSpaces(text.fr) : text.en

describe.each(languages)('the documentation in %s', (language) => {
  const page = pages[language]
  const ids = idsOf(page)

  it('has an anchor for each term and each shape, and no anchor twice', () => {
    expect(Object.values(tb).filter((iri) => !ids.includes(iri.slice(TB.length)))).toEqual([])
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('leads to no anchor that is not there', () => {
    const targets = [...page.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id ?? '')
    expect(targets.filter((id) => !ids.includes(id))).toEqual([])
  })

  it('is in one language, says so, and leads to the other', () => {
    const other = language === 'fr' ? 'en' : 'fr'
    expect(page).toContain(`<html lang="${language}">`)
    expect([...page.matchAll(/ lang="(\w+)"/g)].map(([, it]) => it)).toEqual([language, other])
    for (const it of languages)
      expect(page).toContain(`<link rel="alternate" hreflang="${it}" href="/vocab/ns?lang=${it}">`)
    expect(page).toContain('hreflang="x-default" href="/vocab/ns"')
    expect(page).toContain(`<a href="/vocab/ns?lang=${other}" hreflang="${other}" lang="${other}">`)
  })

  it('loads nothing', () => expect(page).not.toMatch(/<script [^>]*src|rel="stylesheet|<img|url\(|@import/))

  it('has in its index each category, with a sentence, what it counts and its classes', () => {
    const index = part(page, 'contents', 'nav')
    for (const { id, label, description } of categories) {
      const { iri = '', classes = [] } = categoryTerms[id] ?? {}
      const entry = new RegExp(`<li><a class="to" href="#${iri.slice(TB.length)}">.*?</li>`, 's').exec(
        index,
      )?.[0]
      expect(entry).toContain(inWords(label, language))
      expect(entry).toContain(inWords(description, language))
      expect(entry).toMatch(new RegExp(`>${classes.length} class`))
      for (const it of classes) expect(entry).toContain(`href="#${it.slice(TB.length)}"`)
    }
  })

  it('has each shape’s every property in its table, and an example of a node', () => {
    for (const { iri, name, properties } of readShapes(shapeQuads())) {
      const table = part(page, iri.slice(TB.length), 'table')
      expect([name, table.match(/scope="row"/g)?.length]).toEqual([name, properties.length])
      for (const { label } of properties) expect(table).toContain(`<b>${inWords(label, language)}</b>`)
    }
    expect(page.match(/<details>/g)).toHaveLength(readShapes(shapeQuads()).length)
    const first = readTurtle('examples/bank-operation.ttl')
      .split('\n')
      .find((it) => it.includes('tb:memo'))
    expect(page).toContain(first?.replaceAll('"', '&#34;'))
  })

  it('weighs less than a picture on a phone', () => expect(gzipSync(page).length).toBeLessThan(42_000))
})

describe('a property', () => {
  it('is explained where its class is, with how often, of what type and what for', () => {
    const row = part(pages.en, 'valueDate', 'tr')
    expect(row).toContain('>0 or 1<')
    expect(row).toContain('<code>xsd:date</code></a> <code class="pattern">YYYY-MM-DD</code>')
    expect(row).toContain('The day from which the operation counts for interest.')
    expect(part(pages.en, 'BankOperationShape', 'table')).toContain(row)
  })

  it('is found by its labels in both languages', () => {
    expect(part(pages.fr, 'valueDate', 'tr')).toMatch(/data-find="[^"]*value date/)
    expect(part(pages.en, 'valueDate', 'tr')).toMatch(/data-find="[^"]*date de valeur/)
  })

  it('that no class of its module has is among the other terms, with the classes that use it', () => {
    const entry = part(pages.fr, 'recordKey', 'div')
    expect(entry).toContain('clé d’enregistrement')
    expect(pages.fr.slice(pages.fr.indexOf(entry))).toMatch(/^.*?href="#BankOperation"/s)
  })
})

it('has no French colon at the beginning of a line, and Turtle as it is written', () => {
  expect(part(pages.fr, 'bankData', 'section')).toContain('chaque opération\u00a0: date')
  const told = pages.fr
    .replace(/<(style|script|pre|code)\b.*?<\/\1>/gs, '')
    .replace(/ data-find="[^"]*"/g, '')
  expect(told.match(/.{20} [:;?!»].{5}/g)).toBeNull()
  expect(pages.fr).toContain('tb:memo &#34;Facture de décembre&#34; ;')
})

describe('links', () => {
  it('lead out to the vocabularies that ours stands on', () => {
    for (const href of [
      'https://schema.org/BankAccount',
      'http://www.w3.org/ns/sosa/Observation',
      'https://spec.edmcouncil.org/fibo/ontology/FBC/ProductsAndServices/ClientsAndAccounts/TransactionRecord',
      'https://w3id.org/dpv/pd#BankAccount',
    ])
      expect(pages.fr).toContain(`<a href="${href}">`)
  })
})

describe('whatever the sources say', () => {
  it('what norms call a term and a field is on the page', () => {
    const notation = (subject: string, code: string) =>
      DataFactory.quad(
        DataFactory.namedNode(subject),
        DataFactory.namedNode(`${SKOS}notation`),
        DataFactory.literal(code),
      )
    const shapes = shapeQuads()
    const field = shapes.find(
      ({ predicate, object }) => predicate.value === `${SH}path` && object.value === tb.recordKey,
    )
    const result = renderDocumentation(
      'fr',
      [...ontologyQuads(), notation(tb.Meter, 'BT-999')],
      [
        ...shapes,
        DataFactory.quad(
          field?.subject ?? expect.fail(),
          DataFactory.namedNode(`${SKOS}notation`),
          DataFactory.literal('BT-998'),
        ),
      ],
    )
    expect(result).toContain('<code>BT-999</code>')
    expect(result).toContain('<code>BT-998</code>')
  })

  it.each(languages)('it is escaped in %s', (language) => {
    const hostile = '<script>alert("1")</script>\' onload=\'x'
    const change = (quads: ReturnType<typeof ontologyQuads>): ReturnType<typeof ontologyQuads> =>
      quads.map((it) =>
        it.object.termType === 'Literal' && it.object.language
          ? DataFactory.quad(it.subject, it.predicate, DataFactory.literal(hostile, it.object.language))
          : it,
      )
    const seeAlso = DataFactory.namedNode(`${RDFS}seeAlso`)
    const link = DataFactory.quad(
      DataFactory.namedNode(tb.Meter),
      seeAlso,
      DataFactory.namedNode('javascript:alert(1)'),
    )
    const result = renderDocumentation(language, [...change(ontologyQuads()), link], change(shapeQuads()))
    expect(result).not.toMatch(/<script>alert|' onload|"1"|href="javascript:/)
    expect(result.match(/<script/g)).toHaveLength(1)
    expect(result).toContain('&#60;script&#62;')
  })
})

it('names the namespace', () => expect(pages.fr).toContain(TB))
