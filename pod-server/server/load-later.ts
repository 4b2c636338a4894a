import Module, { createRequire } from 'node:module'

/** What CSS loads with itself, and this server needs for a seldom request, or never. All are compiled from TypeScript. */
export const seldom = [
  '@comunica/query-sparql',
  'componentsjs',
  'fetch-sparql-endpoint',
  'rdf-dereference',
  'rdf-serialize',
]

/**
 * Has these loaded when something of theirs is asked for, and not with CSS: a sixth of the work of a start. To be
 * called before CSS is imported: `require` looks into its cache first (Node.js, Modules: `require.cache`).
 */
export function loadLater(): void {
  const require = createRequire(createRequire(import.meta.url).resolve('@solid/community-server'))
  for (const name of seldom) {
    const file = require.resolve(name)
    if (require.cache[file]) continue
    const placeholder = new Module(file)
    placeholder.loaded = true
    placeholder.exports = onceAsked(() => {
      delete require.cache[file]
      return require(name)
    })
    require.cache[file] = placeholder
  }
}

function onceAsked(load: () => object): object {
  let loaded: object | undefined
  const real = () => {
    loaded ??= load()
    return loaded
  }
  return new Proxy(
    {},
    {
      // What a compiled `import` asks of a module before anything else.
      get: (_, key) => key === '__esModule' || Reflect.get(real(), key),
      has: (_, key) => Reflect.has(real(), key),
    },
  )
}
