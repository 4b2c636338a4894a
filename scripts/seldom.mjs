/** What CSS loads with itself, and this server needs for a seldom request, or never. */
export const seldom = [
  '@comunica/query-sparql',
  'componentsjs',
  'fetch-sparql-endpoint',
  'handlebars',
  'ioredis',
  'marked',
  'nodemailer',
  'rdf-dereference',
  'rdf-serialize',
  'rdf-validate-shacl',
]

/**
 * A module that stands for one of them, and loads it when something of it is asked for: a fourth of the work of a start.
 * What a compiled `import` asks before anything else is `__esModule`; the `default` of a module that was not compiled from
 * one is the module.
 */
export const placeholder = (name) => `
let loaded
const real = () => (loaded ??= require(${JSON.stringify(name)}))
module.exports = new Proxy({}, {
  get: (_, key) => key === '__esModule' || (key === 'default' && !real().__esModule ? real() : Reflect.get(real(), key)),
  has: (_, key) => Reflect.has(real(), key),
})`
