// Finds the browser that the end-to-end tests drive, and installs it with the system's package manager when there is none.
import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'

const places = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** The same engine without windows, as Debian packages it. */
const shell = '/usr/bin/chromium-headless-shell'

const runs = (path) => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const found = () => places.find((path) => path && runs(path))

/** @returns the path of a Chromium or Chrome; throws when there is none and none can be installed. */
export function chromium() {
  if (process.env.CHROME_PATH && !runs(process.env.CHROME_PATH)) {
    throw new Error(`CHROME_PATH=${process.env.CHROME_PATH} cannot be run.`)
  }
  const there = found()
  if (there) return there
  console.log('No Chromium here: installing it with the system’s package manager…')
  for (const command of installers()) {
    if (command.every(([program, ...args]) => spawnSync(program, args, { stdio: 'inherit' }).status === 0))
      break
  }
  const installed = found()
  if (installed) return installed
  throw new Error('The tests need Chromium or Chrome: install it, or give its path in CHROME_PATH.')
}

/**
 * What opens pages by the hundred, which takes a quarter less of a processor without windows.
 *
 * @param browser where there is nothing else, or the tests were told what to use.
 * @returns its path.
 */
export const headless = (browser) => (process.env.CHROME_PATH || !runs(shell) ? browser : shell)

function installers() {
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const has = (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0
  const apt = (...names) => [
    [...sudo, 'apt-get', 'update'],
    [
      ...sudo,
      'apt-get',
      'install',
      '-y',
      '--no-install-recommends',
      'chromium',
      'fonts-dejavu-core',
      ...names,
    ],
  ]
  const all = [
    ['apt-get', apt('chromium-headless-shell')],
    ['apt-get', apt()],
    ['dnf', [[...sudo, 'dnf', 'install', '-y', 'chromium']]],
    ['pacman', [[...sudo, 'pacman', '-S', '--noconfirm', 'chromium']]],
    ['apk', [[...sudo, 'apk', 'add', 'chromium']]],
    ['zypper', [[...sudo, 'zypper', '-n', 'install', 'chromium']]],
    ['brew', [['brew', 'install', '--cask', 'chromium']]],
  ]
  return all.filter(([program]) => has(program)).map(([, commands]) => commands)
}
