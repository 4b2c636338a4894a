const extensions = new Map([
  ['text/turtle', '.ttl'],
  ['application/n-triples', '.nt'],
  ['application/ld+json', '.jsonld'],
  ['application/pdf', '.pdf'],
])
const longest = 120

/**
 * The file of each resource of a pod below a folder, each its own. A document whose name does not say its type gets `$`
 * and an extension, as CSS names its files; what is taken already, on whatever file system, gets a number.
 */
export class Places {
  private readonly taken = new Set<string>()
  private readonly folders = new Map<string, string>()
  /** By the name that many would have, how far they are counted. */
  private readonly counts = new Map<string, number>()

  /** `pod`: its path. */
  constructor(pod: string) {
    this.folders.set(pod, '')
  }

  /** Containers are asked for before what is in them. */
  of(path: string, isContainer: boolean, contentType: string | undefined): string {
    const folder = this.folders.get(path.slice(0, Math.max(0, path.lastIndexOf('/')))) ?? ''
    const name = path.slice(path.lastIndexOf('/') + 1)
    const extension = extensions.get(contentType?.replace(/;.*$/, '').trim() ?? '') ?? ''
    const isSaid = isContainer || name.endsWith(extension) || name.endsWith('.acl')
    const [stem, ending] = [name.slice(0, longest), isSaid ? '' : `$${extension}`]
    const plain = `${folder}${safe(stem)}`
    const alike = `${plain}${ending}`.toLowerCase()
    let count = this.counts.get(alike) ?? 0
    let place = ''
    do {
      count += 1
      place = `${plain}${count > 1 ? `~${count}` : ''}${ending}`
    } while (this.taken.has(place.toLowerCase()))
    this.counts.set(alike, count)
    this.taken.add(place.toLowerCase())
    if (isContainer) this.folders.set(path, `${place}/`)
    return place
  }
}

/** No name of a file system's own, nor of a device of one (Windows: "Naming Files, Paths, and Namespaces"). */
function safe(name: string): string {
  const plain = name.replace(notInNames, '_').replace(/[. ]+$/, (end) => '_'.repeat(end.length))
  return name === '.' || name === '..' || devices.test(plain) ? `~${name.replace(notInNames, '_')}` : plain
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: which no name of a file may have.
const notInNames = /[<>:"|?*\\\u0000-\u001f]/g
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i
