import { join } from 'node:path'
import { packageRoot } from '../package-root.ts'
import type { AppId } from '../settings.ts'

/** Where the build puts the apps. */
export const builtApps = join(packageRoot, 'dist/apps')

/** The folder of an app among them. */
export const appFolder = (id: AppId): string => (id === 'home' ? 'browser' : id)
