import { reading } from './database-file.ts'

/** Pods that are here and have no journal: each was made by a commit, which its first line tells of. */
export const podsWithoutJournal = (file: string): readonly string[] =>
  reading(file, (db) => {
    const rows = db
      .prepare(
        "SELECT pod FROM pod WHERE pod <> '' AND pod NOT IN (SELECT pod FROM journal_head) ORDER BY pod",
      )
      .all() as { pod: string }[]
    return rows.map(({ pod }) => pod)
  })
