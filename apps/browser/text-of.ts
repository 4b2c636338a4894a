import { PodFailure } from '../shared/pod/failure.ts'

/** What a document of a pod says, which is UTF-8. @throws PodFailure `unreadable` */
export function textOf(url: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new PodFailure('unreadable', url, 0, { cause })
  }
}
