import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { PodError } from '../errors.ts'

/** Which steps of the demonstration earlier starts have finished, and which they have begun. */
export class Done {
  private readonly dataFolder: string
  private readonly steps: Set<string>

  private constructor(dataFolder: string, steps: Set<string>) {
    this.dataFolder = dataFolder
    this.steps = steps
  }

  static async read(dataFolder: string): Promise<Done> {
    const text = await readFile(pathIn(dataFolder), 'utf8').catch(() => '[]')
    try {
      return new Done(dataFolder, new Set(JSON.parse(text) as string[]))
    } catch {
      throw halfMade('done.json', dataFolder)
    }
  }

  /** Runs a step that may be run again, unless it was finished. */
  async once(step: string, run: () => Promise<void>): Promise<void> {
    if (this.steps.has(step)) return
    await run()
    await this.note(step)
  }

  /**
   * Runs a step that cannot be taken up again in its middle.
   *
   * @throws PodError `half-made` when an earlier start was killed in it.
   */
  async making(step: string, run: () => Promise<void>): Promise<void> {
    if (this.steps.has(step)) return
    const begun = `begun: ${step}`
    if (this.steps.has(begun)) throw halfMade(step, this.dataFolder)
    await this.note(begun)
    await run()
    await this.note(step)
  }

  private async note(step: string): Promise<void> {
    this.steps.add(step)
    const path = pathIn(this.dataFolder)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(`${path}.new`, `${JSON.stringify([...this.steps], null, 2)}\n`)
    await rename(`${path}.new`, path)
  }
}

const halfMade = (step: string, dataFolder: string): PodError =>
  new PodError('half-made', {
    fr: `Un démarrage a été coupé net au milieu de « ${step} » : supprimez le dossier ${dataFolder}, puis relancez.`,
    en: `A start was killed in the middle of "${step}": delete the folder ${dataFolder}, then start again.`,
  })

const pathIn = (dataFolder: string): string => join(dataFolder, 'demo', 'done.json')
