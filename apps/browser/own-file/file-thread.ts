import { ConnectorError } from '../../../connectors/errors.ts'
import type { FileAnswer, FileTask } from './FileThread.ts'
import { FileTasks } from './file-tasks.ts'

const tasks = new FileTasks()

// In a thread of its own, so that ten years of a bank never hold up the page.
self.onmessage = ({ data: { id, what, given } }: MessageEvent<FileTask>) => {
  const work = tasks[what] as (...given: unknown[]) => Promise<unknown>
  work.apply(tasks, [...given]).then(
    (result) => self.postMessage({ id, result } satisfies FileAnswer),
    (error: unknown) => self.postMessage({ id, refusal: refusalOf(error) } satisfies FileAnswer),
  )
}

/** A fault of ours, or of a file that nobody has thought of, is told as one: never with what the file says. */
function refusalOf(error: unknown) {
  const { code, who, text } = error instanceof ConnectorError ? error : new ConnectorError('nonconforming')
  return { code, who, text }
}
