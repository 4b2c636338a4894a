import { existsSync } from 'node:fs'

/** Data files are not copied into the build: they are found from the package's root, built or not. */
export function packageRoot(): URL {
  let folder = new URL('.', import.meta.url)
  while (!existsSync(new URL('package.json', folder)) && folder.pathname !== '/')
    folder = new URL('..', folder)
  return folder
}
