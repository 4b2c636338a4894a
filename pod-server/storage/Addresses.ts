import { isContainerPath } from '@solid/community-server'

/** The names of resources: URLs outside of the storage, paths below the base URL inside of it. */
export class Addresses {
  private readonly baseUrl: string

  /** `baseUrl` ends with a slash. */
  constructor(baseUrl: string) {
    this.baseUrl = baseUrl
  }

  isOurs(url: string): boolean {
    return url.startsWith(this.baseUrl)
  }

  /** `x` and `x/` are one name: its path has no slash at the end. */
  path(url: string): string {
    const path = url.slice(this.baseUrl.length)
    return isContainerPath(path) ? path.slice(0, -1) : path
  }

  url({ path, isContainer }: { path: string; isContainer: boolean }): string {
    return path === '' ? this.baseUrl : `${this.baseUrl}${path}${isContainer ? '/' : ''}`
  }
}
