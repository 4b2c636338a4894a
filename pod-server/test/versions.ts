import { openDatabase } from '../engine/sqlite/database.ts'
import { engineFile } from '../server/engine-file.ts'
import type { TestPod } from './test-pod.ts'

/** The commit that last wrote each of these. */
export function versions({ baseUrl, dataFolder }: TestPod, ...urls: string[]): (number | undefined)[] {
  const database = openDatabase(engineFile(dataFolder))
  try {
    return urls.map((url) => {
      const row = database
        .prepare('SELECT version FROM resource WHERE path = ?')
        .get(url.slice(baseUrl.length))
      return (row as { version: number } | undefined)?.version
    })
  } finally {
    database.close()
  }
}
