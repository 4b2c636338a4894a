import type { ConnectorErrorCode } from '../errors.ts'

/** What no partner's file looks like. */
export const garbage: readonly {
  name: string
  bytes: Uint8Array
  code?: ConnectorErrorCode
  line?: number
}[] = [
  { name: 'an empty file', bytes: new Uint8Array(), code: 'empty' },
  { name: 'a picture', bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13) },
  { name: 'an archive', bytes: Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0) },
  {
    name: 'a page',
    bytes: Buffer.from('<!doctype html>\n<title>Oups</title>\n'),
    code: 'unknown-layout',
    line: 1,
  },
  { name: 'a letter', bytes: Buffer.from('Bonjour,\nvoici mes relevés.\n'), code: 'unknown-layout', line: 1 },
  { name: 'another JSON', bytes: Buffer.from('{"a": 1}'), code: 'unknown-layout', line: 1 },
  { name: 'a file of 17 MiB', bytes: Buffer.alloc(17 * 1024 * 1024, 32), code: 'too-large' },
]
