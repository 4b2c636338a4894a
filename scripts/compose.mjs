import { createHash } from 'node:crypto'
import { readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { ComponentsManager, ConstructionStrategyCommonJsString } from 'componentsjs'

const config = 'pod-server/config/pod.json'
const app = 'urn:solid-server:default:App'
const ours = './composed.js'

/** Writes each `new` of a configuration as a line of an ES module. */
class ModuleStrategy extends ConstructionStrategyCommonJsString {
  modules = new Map([[ours, 'own']])

  createInstance({ requireName, requireElement, callConstructor, instanceId, args, moduleState }) {
    const current = moduleState.packageJsons[moduleState.mainModulePath].name
    const from = requireName === current ? ours : requireName
    if (!this.modules.has(from)) this.modules.set(from, `m${this.modules.size}`)
    const element = `${this.modules.get(from)}.${requireElement}`
    const name = ConstructionStrategyCommonJsString.uriToVariableName(instanceId)
    this.lines.push(`const ${name} = ${callConstructor ? `new ${element}(${args.join(', ')})` : element}`)
    return name
  }

  createPrimitive({ value }) {
    return JSON.stringify(value)
  }

  getVariableValue({ variableName }) {
    return `variable(${JSON.stringify(variableName)})`
  }

  /** Its keys may be variables. */
  createHash({ entries }) {
    return `{ ${entries.flatMap((it) => (it ? `[${it.key}]: ${it.value}` : [])).join(', ')} }`
  }

  createLazySupplier() {
    throw new Error('lazy parameters are not composed ahead of time')
  }

  module(result) {
    const imports = [...this.modules].map(
      ([from, name]) => `import * as ${name} from ${JSON.stringify(from)}`,
    )
    return `// Composed from ${config} by scripts/compose.mjs.
${imports.join('\n')}

export function compose(variables) {
  const variable = (name) => {
    if (Object.hasOwn(variables, name)) return variables[name]
    throw new Error(\`Undefined variable: \${name}\`)
  }
  ${this.lines.join('\n  ')}
  return ${result}
}
`
  }
}

/** What a composition follows from: the configuration, what it names, the packages and this file. */
async function digestOfSources(root) {
  const folders = ['pod-server/config', 'pod-server/components']
  const listed = await Promise.all(folders.map((folder) => readdir(join(root, folder), { recursive: true })))
  const files = listed.flatMap((names, i) => names.map((name) => join(folders[i], name)))
  const sources = [
    ...files.filter((file) => /\.json(ld)?$/.test(file)),
    'scripts/compose.mjs',
    'package.json',
    'package-lock.json',
  ]
  const digest = createHash('sha256')
  for (const file of sources.sort()) digest.update(`${file}\n`).update(await readFile(join(root, file)))
  return digest.digest('hex')
}

/**
 * The configuration, composed ahead of time: a module that makes the server's parts in order. Components.js takes six
 * seconds and 200 MiB to find out, from ten thousand files, what these lines say.
 */
async function composition(root) {
  const strategy = new ModuleStrategy({ req: createRequire(import.meta.url) })
  const manager = await ComponentsManager.build({
    mainModulePath: root,
    constructionStrategy: strategy,
    typeChecking: false,
    dumpErrorState: false,
    logLevel: 'error',
  })
  await manager.configRegistry.register(join(root, config))
  return strategy.module(await manager.instantiate(app))
}

/** Writes the composition to a file, unless it is there already, from the same sources. */
export async function compose(root, file) {
  const first = `// ${await digestOfSources(root)}\n`
  const there = await readFile(file, 'utf8').catch(() => '')
  if (there.startsWith(first)) return
  await writeFile(`${file}.new`, first + (await composition(root)))
  await rename(`${file}.new`, file)
}
