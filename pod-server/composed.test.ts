import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as composed from './composed.ts'

interface Component {
  readonly '@id': string
  readonly requireElement: string
  readonly parameters: readonly { readonly '@id': string }[]
  readonly constructorArguments: readonly {
    readonly '@id': string
    readonly fields?: readonly { readonly value: { readonly '@id': string } }[]
  }[]
}

const classes = new Map(Object.entries(composed))
const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`components/${name}`, import.meta.url), 'utf8'))
const { components } = read('components.jsonld') as { components: readonly Component[] }
const [context] = read('context.jsonld')['@context'] as [
  Record<string, { '@context'?: Record<string, unknown> }>,
]

/** Of the constructor that a class has or inherits. */
function arity(it: unknown): number {
  if (typeof it !== 'function' || it === Function.prototype) return 0
  return String(it).includes('constructor(') ? it.length : arity(Object.getPrototypeOf(it))
}

describe('the declaration of composed classes', () => {
  it('names each class that is exported, and no other', () => {
    expect(components.map(({ requireElement }) => requireElement).sort()).toEqual(
      Object.keys(composed).sort(),
    )
  })

  it.each(components.map((component) => [component.requireElement, component] as const))(
    'gives %s as many arguments as its constructor takes, each a parameter that a configuration can name',
    (name, { '@id': id, parameters, constructorArguments }) => {
      expect(constructorArguments).toHaveLength(arity(classes.get(name)))
      const used = constructorArguments.flatMap((argument) =>
        argument.fields ? argument.fields.map(({ value }) => value['@id']) : [argument['@id']],
      )
      expect(used).toEqual(parameters.map((parameter) => parameter['@id']))
      const short = parameters.map((parameter) => parameter['@id'].replace(`${id}_`, ''))
      expect(Object.keys(context[name]?.['@context'] ?? {})).toEqual(short)
    },
  )
})
