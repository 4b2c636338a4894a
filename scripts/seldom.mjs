/** What CSS loads with itself, and this server needs for a seldom request, or never. All are compiled from TypeScript. */
export const seldom = [
  '@comunica/query-sparql',
  'componentsjs',
  'fetch-sparql-endpoint',
  'rdf-dereference',
  'rdf-serialize',
]

/**
 * A module that stands for one of them, and loads it when something of it is asked for: a sixth of the work of a start.
 * What a compiled `import` asks before anything else is `__esModule`.
 */
export const placeholder = (name) => `
let loaded
const real = () => (loaded ??= require(${JSON.stringify(name)}))
module.exports = new Proxy({}, {
  get: (_, key) => key === '__esModule' || Reflect.get(real(), key),
  has: (_, key) => Reflect.has(real(), key),
})`
