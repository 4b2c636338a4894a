// The writer's thread from its sources: a worker does not inherit what reads TypeScript. Where tests have made one file of
// them (see one-file-writer.ts), that is it.
const made = process.env.TRABOULE_WRITER_THREAD
if (made === undefined) (await import('tsx/esm/api')).register()
await import(made ?? '../sqlite/writer-thread.ts')
