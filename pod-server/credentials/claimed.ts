/** A request, as far as it says who sends it. */
export interface Claimed {
  readonly authorization: string | undefined
  readonly dpop: string | undefined
  readonly method: string
  /** The address that was asked for, without its query. */
  readonly url: string
  /** The client's address. */
  readonly from: string
}
