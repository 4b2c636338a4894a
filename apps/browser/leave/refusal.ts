/** Why an archive is not taken: nothing of it is then written. */
export type ArchiveFault = 'not-a-copy' | 'too-large' | 'unsafe' | 'altered'

export class ArchiveRefusal extends Error {
  override readonly name = 'ArchiveRefusal'
  readonly fault: ArchiveFault
  /** Which of its files. */
  readonly file: string

  constructor(fault: ArchiveFault, file = '') {
    super(fault)
    this.fault = fault
    this.file = file
  }
}
