import { deflateSync } from 'node:zlib'

export interface PdfFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface PdfShape {
  /** The bytes of each attachment's stream as they are; else they are deflated. */
  readonly raw?: boolean
  /** Objects stand in a compressed stream, and so does the cross-reference table (PDF 1.5). */
  readonly compressed?: boolean
  /** Entries added to the trailer, to the catalogue, to each stream. */
  readonly trailer?: string
  readonly catalogue?: string
  readonly stream?: string
  /** Further objects, by number from 100. */
  readonly objects?: readonly string[]
}

/** A PDF without a page, with attachments. */
export function pdf(files: readonly PdfFile[], shape: PdfShape = {}): Uint8Array {
  const names = files.map(({ name }, at) => `(${name}) ${10 + 3 * at} 0 R`).join(' ')
  const plain = new Map<number, string>([
    [1, `<< /Type /Catalog /Names << /EmbeddedFiles 2 0 R >> ${shape.catalogue ?? ''} >>`],
    [2, `<< /Names [${names}] >>`],
    ...files.map(({ name }, at): [number, string] => [
      10 + 3 * at,
      `<< /Type /Filespec % a comment\n /UF (${name}) /EF << /F ${11 + 3 * at} 0 R >> >>`,
    ]),
    ...files.map(({ bytes }, at): [number, string] => [12 + 3 * at, String(coded(bytes, shape).length)]),
    ...(shape.objects ?? []).map((text, at): [number, string] => [100 + at, text]),
  ])
  const out = new Written()
  out.write('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n')
  files.forEach(({ bytes }, at) => {
    const filter = shape.raw ? '' : '/Filter /FlateDecode'
    const dict = `<< /Type /EmbeddedFile ${filter} ${shape.stream ?? ''} /Length ${12 + 3 * at} 0 R >>`
    out.stream(11 + 3 * at, dict, coded(bytes, shape))
  })
  if (shape.compressed) return compressed(out, plain, shape)
  for (const [number, text] of plain) out.object(number, text)
  const start = out.length
  out.write('xref\n')
  for (const [number, offset] of out.offsets) out.write(`${number} 1\n${digits(offset, 10)} 00000 n \n`)
  out.write(`trailer\n<< /Root 1 0 R ${shape.trailer ?? ''} >>\nstartxref\n${start}\n%%EOF\n`)
  return out.bytes()
}

function compressed(
  out: Written,
  plain: ReadonlyMap<number, string>,
  { trailer = '' }: PdfShape,
): Uint8Array {
  const texts = [...plain.values()].map((text) => `${text}\n`)
  let at = 0
  const header = [...plain.keys()].map((number, index) => {
    const place = `${number} ${at}`
    at += texts[index]?.length ?? 0
    return place
  })
  const head = `${header.join(' ')}\n`
  const body = deflateSync(Buffer.from(head + texts.join(''), 'latin1'))
  out.stream(
    5,
    `<< /Type /ObjStm /N ${plain.size} /First ${head.length} /Filter /FlateDecode /Length ${body.length} >>`,
    body,
  )
  const start = out.length
  const entries = [
    ...[...out.offsets].map(([number, offset]) => [number, 1, offset, 0] as const),
    ...[...plain.keys()].map((number, index) => [number, 2, 5, index] as const),
  ]
  const rows = entries.map(([, kind, one, two]) => [kind, one >> 16, (one >> 8) & 255, one & 255, two])
  // PNG predictor « up ».
  const told = rows.flatMap((row, index) => [
    2,
    ...row.map((byte, column) => (byte - (rows[index - 1]?.[column] ?? 0)) & 255),
  ])
  const table = deflateSync(Uint8Array.from(told))
  const index = entries.map(([number]) => `${number} 1`).join(' ')
  out.stream(
    6,
    `<< /Type /XRef /W [1 3 1] /Index [${index}] /Root 1 0 R ${trailer} /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 5 >> /Length ${table.length} >>`,
    table,
  )
  out.write(`startxref\n${start}\n%%EOF\n`)
  return out.bytes()
}

function coded(bytes: Uint8Array, { raw }: PdfShape): Uint8Array {
  return raw ? bytes : deflateSync(bytes)
}

class Written {
  readonly offsets = new Map<number, number>()
  readonly #pieces: Buffer[] = []
  length = 0

  write(text: string | Uint8Array): void {
    const piece = typeof text === 'string' ? Buffer.from(text, 'latin1') : Buffer.from(text)
    this.#pieces.push(piece)
    this.length += piece.length
  }

  object(number: number, text: string): void {
    this.offsets.set(number, this.length)
    this.write(`${number} 0 obj\n${text}\nendobj\n`)
  }

  stream(number: number, dict: string, bytes: Uint8Array): void {
    this.offsets.set(number, this.length)
    this.write(`${number} 0 obj\n${dict}\nstream\r\n`)
    this.write(bytes)
    this.write('\nendstream\nendobj\n')
  }

  bytes(): Uint8Array {
    return new Uint8Array(Buffer.concat(this.#pieces))
  }
}

function digits(number: number, width: number): string {
  return String(number).padStart(width, '0')
}
