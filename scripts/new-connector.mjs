// `npm run new:connector <id> <domain>`: a folder whose contract suite fails until it is written (connectors/GUIDE.md).
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { connectorFiles } from './new-connector-files.mjs'

const root = new URL('../', import.meta.url)
const [id = '', domain = '', ...rest] = process.argv.slice(2)
const text = (path) => readFileSync(new URL(path, root), 'utf8')
const refuse = (fr, en) => {
  console.error(`${fr}\n${en}`)
  process.exit(1)
}

const domains = [
  .../export type Domain =((?:\s+\| '[a-z]+')+)/
    .exec(text('connectors/connector.ts'))[1]
    .matchAll(/'([a-z]+)'/g),
].map(([, name]) => name)
if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id) || id.length > 40) {
  refuse(
    'Il faut un identifiant : minuscules, chiffres et tirets, comme « parking » ou « contacts-calendar ».',
    'An id is needed: small letters, digits and hyphens, as "parking" or "contacts-calendar".',
  )
}
if (!domains.includes(domain) || rest.length > 0) {
  refuse(
    `Il faut une catégorie après l’identifiant, parmi : ${domains.join(', ')}.`,
    `A category is needed after the id, one of: ${domains.join(', ')}.`,
  )
}
const folder = new URL(`connectors/${id}/`, root)
if (existsSync(folder)) refuse(`connectors/${id}/ existe déjà.`, `connectors/${id}/ is there already.`)

const name = id.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase())
const registry = text('connectors/registry.ts')
const listed = registry.replace(
  /(export const connectors: [^=]*= \[)([^\]]*?),?\s*\]/,
  (_, head, all) => `${head}${all}, ${name}]`,
)
if (listed === registry)
  refuse('connectors/registry.ts a changé de forme.', 'connectors/registry.ts has changed its form.')
const known = text('pod-server/accounts/partner-domains.ts')
const isKnown = new RegExp(`^ {2}'?${id}'?:`, 'm').test(known)

const made = Object.entries(connectorFiles({ id, name, domain })).map(([path, content]) => [
  `connectors/${id}/${path}`,
  content,
])
const changed = [
  ['connectors/registry.ts', `import { ${name} } from './${id}/connector.ts'\n${listed}`],
  ...(isKnown
    ? []
    : [['pod-server/accounts/partner-domains.ts', known.replace(/\n}\n/, `\n  '${id}': '${domain}',\n}\n`)]]),
]
for (const [path, content] of [...made, ...changed]) {
  mkdirSync(new URL('.', new URL(path, root)), { recursive: true })
  writeFileSync(new URL(path, root), content)
}

const biome = fileURLToPath(new URL('node_modules/@biomejs/biome/bin/biome', root))
spawnSync(process.execPath, [biome, 'check', '--write', ...[...made, ...changed].map(([path]) => path)], {
  cwd: fileURLToPath(root),
  stdio: 'ignore',
})
console.log(`${made.map(([path]) => `made     ${path}`).join('\n')}
${changed.map(([path]) => `changed  ${path}`).join('\n')}

  npx vitest run --project unit connectors/${id}
says what is left to write; connectors/GUIDE.md goes through it.`)
