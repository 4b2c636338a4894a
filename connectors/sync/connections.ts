import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { UsageError } from '../cli/io.ts'
import { type Connection, connectionOf } from '../onboarding/connection.ts'

const maxBytes = 256 * 1024 * 1024

/**
 * All that a run's file of connections holds. An entry that is not sound ends the run before anything is sent: it may be
 * cut, and a customer who is taken for not connected, or for withdrawn, would be left out in silence.
 *
 * @throws UsageError with the file's name and the entry's place, never with the customer.
 */
export async function readConnections(path: string, partner: string): Promise<Map<string, Connection>> {
  const text = await textOf(path)
  const all = parsed(text)
  if (typeof all !== 'object' || all === null || Array.isArray(all)) {
    throw fault(path, 'il y faut un objet JSON, client → espace', 'a JSON object is needed, customer → pod')
  }
  const connections = new Map<string, Connection>()
  for (const [customer, entry] of Object.entries(all)) {
    const connection = soundOf(entry, partner)
    if (connection === undefined || customer === '') {
      const { position, line } = placeOf(text, customer)
      throw fault(
        path,
        `l’entrée ${position} (ligne ${line}) n’est pas une connexion valable ; rien n’a été envoyé`,
        `entry ${position} (line ${line}) is not a sound connection; nothing was sent`,
      )
    }
    connections.set(customer, connection)
  }
  return connections
}

function soundOf(entry: unknown, partner: string): Connection | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined
  const { webId, ...rest } = entry as Record<string, unknown>
  return connectionOf({ ...rest, webid: webId }, partner)
}

async function textOf(path: string): Promise<string> {
  const info = await stat(path).catch(() => undefined)
  if (info?.isDirectory())
    throw fault(path, 'c’est un dossier ; il faut un fichier', 'it is a folder; a file is needed')
  if (!info?.isFile()) throw fault(path, 'introuvable', 'no such file')
  if (info.size > maxBytes) throw fault(path, 'trop gros', 'too large')
  return readFile(path, 'utf8').catch(() => {
    throw fault(path, 'illisible', 'it cannot be read')
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Of a customer's entry, both from 1. A parsed object will not say: it holds names that are numbers before all others. */
function placeOf(text: string, customer: string): { readonly position: number; readonly line: number } {
  let [depth, position] = [0, 0]
  let place = { position: 0, line: 0 }
  for (const found of text.matchAll(/("(?:[^"\\]|\\.)*")(\s*:)?|[{}[\]]/g)) {
    const [token, key, colon] = found
    if (token === '{' || token === '[') depth += 1
    else if (token === '}' || token === ']') depth -= 1
    else if (key !== undefined && colon !== undefined && depth === 1) {
      position += 1
      if (JSON.parse(key) === customer)
        place = { position, line: text.slice(0, found.index).split('\n').length }
    }
  }
  return place
}

function fault(path: string, fr: string, en: string): UsageError {
  const name = basename(path)
  return new UsageError({ fr: `Connexions (${name}) : ${fr}.`, en: `Connections (${name}): ${en}.` })
}
