import type { StoredFile } from '../../../connectors/runner/read-rows.ts'

const headBytes = 64 * 1024

/** 128 MiB: what a telephone can hold once more, for its digest. */
export const maxOwnFileBytes = 128 * 1024 * 1024

/** A file that the citizen has chosen, of which only the beginning is read yet. */
export async function chosenFile(file: Blob): Promise<StoredFile> {
  const bytes = async (part: Blob) => new Uint8Array(await part.arrayBuffer())
  return {
    size: file.size,
    head: await bytes(file.slice(0, headBytes)),
    bytes: () => bytes(file),
    chunks: () => chunksOf(file),
    sha256: async () => hex(new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()))),
  }
}

/** In pieces: Safari’s streams are no async iterables. */
async function* chunksOf(file: Blob): AsyncIterable<Uint8Array> {
  for (let from = 0; from < file.size; from += headBytes)
    yield new Uint8Array(await file.slice(from, from + headBytes).arrayBuffer())
}

const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
