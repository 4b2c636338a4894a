import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml'
import { UsageError } from '../cli/io.ts'
import { sizeOf } from '../cli/plain-file.ts'
import { isFilePattern } from './file-pattern.ts'

/** A partner's daily run, as its file says it; paths are absolute. */
export interface SyncConfig {
  readonly partner: string
  /** The folder of the citizens' files. */
  readonly folder: string
  /** How a file is named: `{customer}.ofx`, `releve_{customer}_*.ofx`. */
  readonly files: string
  /** Which pod each customer has connected: the file of `Connections`. */
  readonly connections: string
  /** One or several, as `--connector`; the partner's own where none is named. */
  readonly connector: string | undefined
  /** Citizens at once, and requests at once to one server. */
  readonly concurrency: number
  /** What became of each file, so that a run goes on where another stopped. */
  readonly ledger: string
}

const maxConfigBytes = 64 * 1024
const known = ['partner', 'folder', 'files', 'connections', 'connector', 'concurrency'] as const
type Key = (typeof known)[number]
const needed: readonly Key[] = ['partner', 'folder', 'files', 'connections']

/** @throws UsageError with the line: for what is not there, not known, or not as it should be. */
export async function readSyncConfig(path: string): Promise<SyncConfig> {
  if ((await sizeOf(path)) > maxConfigBytes) {
    throw new UsageError({
      fr: `${path} est trop gros pour une configuration.`,
      en: `${path} is too large for a configuration.`,
    })
  }
  return syncConfig(await readFile(path, 'utf8'), path)
}

/** @param path of the file that holds the text: other paths start from its folder. */
export function syncConfig(text: string, path: string): SyncConfig {
  const said = readFlat(text)
  const missing = needed.find((key) => !said.has(key))
  if (missing !== undefined) throw fault(1, `il manque « ${missing} »`, `"${missing}" is missing`)
  const texts = (key: Key): string => said.get(key)?.text ?? ''
  const from = (key: Key): string => resolve(dirname(path), texts(key))
  if (!isFilePattern(texts('files'))) {
    throw fault(
      said.get('files')?.line,
      '« files » doit nommer {customer} une fois, comme {customer}.ofx',
      '"files" has to name {customer} once, as in {customer}.ofx',
    )
  }
  const concurrency = texts('concurrency') || '8'
  if (!/^([1-9]|[12]\d|3[0-2])$/.test(concurrency)) {
    throw fault(
      said.get('concurrency')?.line,
      '« concurrency » doit être un nombre entier de 1 à 32',
      '"concurrency" has to be a whole number from 1 to 32',
    )
  }
  return {
    partner: texts('partner'),
    folder: from('folder'),
    files: texts('files'),
    connections: from('connections'),
    connector: said.has('connector') ? texts('connector') : undefined,
    concurrency: Number(concurrency),
    ledger: `${resolve(path).replace(/\.ya?ml$/, '')}.ledger.jsonl`,
  }
}

interface Said {
  readonly text: string
  readonly line: number | undefined
}

/** Keys and plain values alone: no alias is followed, so none can multiply. */
function readFlat(text: string): Map<string, Said> {
  const lines = new LineCounter()
  const { contents, errors } = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
  })
  const lineOf = (node: { range?: readonly number[] | null } | undefined): number | undefined =>
    node?.range?.[0] === undefined ? undefined : lines.linePos(node.range[0]).line
  const [error] = errors
  if (error) {
    throw fault(lines.linePos(error.pos[0]).line, 'ce n’est pas du YAML lisible', 'this is not readable YAML')
  }
  if (!isMap(contents)) throw fault(1, 'il faut des lignes « clé: valeur »', 'lines "key: value" are needed')
  const said = new Map<string, Said>()
  for (const { key, value } of contents.items) {
    const line = isScalar(key) ? lineOf(key) : undefined
    const name = isScalar(key) ? String(key.value) : ''
    if (!(known as readonly string[]).includes(name)) {
      throw fault(
        line,
        `clé inconnue ; il y a : ${known.join(', ')}`,
        `unknown key; there are: ${known.join(', ')}`,
      )
    }
    const plain = isScalar(value) && (typeof value.value === 'string' || typeof value.value === 'number')
    const words = plain ? String(value.value) : ''
    if (words === '' || words.length > 1000 || words.includes('\0')) {
      throw fault(line, `« ${name} » doit être un texte simple`, `"${name}" has to be plain text`)
    }
    said.set(name, { text: words, line })
  }
  return said
}

function fault(line: number | undefined, fr: string, en: string): UsageError {
  const [ligne, at] = line === undefined ? ['', ''] : [`, ligne ${line}`, `, line ${line}`]
  return new UsageError({ fr: `Configuration${ligne} : ${fr}.`, en: `Configuration${at}: ${en}.` })
}
