import { readdirSync, readFileSync } from 'node:fs'

/** What `npm run new:connector` has left to be written in a connector's folder: `parse.ts:8 text to rows, …`. */
export function leftToWrite(folder: URL): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(ts|md)$/.test(name),
  )
  return files.sort().flatMap((name) =>
    readFileSync(new URL(name, folder), 'utf8')
      .split('\n')
      .flatMap((line, at) => {
        const found = /TO WRITE:?\s*([^'*|]*)/.exec(line)
        return found ? [`${name}:${at + 1} ${found[1]?.trim() ?? ''}`.trim()] : []
      }),
  )
}
