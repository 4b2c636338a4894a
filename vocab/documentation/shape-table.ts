import { inline, iriLinks, nameOf, notationsOf } from './documentation-style.ts'
import { type Html, html } from './html.ts'
import { TB } from './namespaces.ts'
import type { Bilingual, PropertyModel, ShapeModel } from './shape-model.ts'

/** A shape with each of its properties: how often it stands there, and what its values may be. */
export function shapeSection({ iri, label, types, properties }: ShapeModel): Html {
  const name = iri.slice(TB.length)
  return html`<article id="${name}">
<h3><a href="#${name}"><code>tb:${name}</code></a></h3>
${nameOf(label)}
<p>Types : ${iriLinks(types)}</p>
<dl>
${properties.map(propertyEntry)}</dl>
</article>
`
}

function propertyEntry(property: PropertyModel): Html {
  const { path, label, notations } = property
  return html`<dt>${iriLinks([path])}</dt>
<dd>${inline(label)}</dd>
<dd>${inline(count(property))}</dd>
<dd>${values(property)}</dd>
${notationsOf(notations)}`
}

function count({ min, max }: PropertyModel): Bilingual {
  if (max === 1)
    return min > 0
      ? { fr: 'une valeur', en: 'one value' }
      : { fr: 'une valeur ou aucune', en: 'one value or none' }
  return min > 0
    ? { fr: 'une valeur ou plusieurs', en: 'one value or more' }
    : { fr: 'toutes valeurs', en: 'any number' }
}

function values({ allowed, datatype, iri, pattern, minLength, maxLength }: PropertyModel): Html {
  if (allowed.length > 0)
    return html`${allowed.map(({ value }, at) => html`${at > 0 && ', '}<code>${value}</code>`)}`
  if (iri) return html`IRI`
  const lengths = maxLength !== undefined && html` (${minLength ?? 0}–${maxLength})`
  return html`${iriLinks([datatype ?? ''])}${lengths}${pattern && html` <code>${pattern}</code>`}`
}
