/** Runs a command line, whose module may not be there: after a pull that brought a dependency, or before a build. */
export async function run(module) {
  try {
    const { main } = await import(module)
    process.exitCode = await main(process.argv.slice(2))
  } catch (error) {
    if (error?.code !== 'ERR_MODULE_NOT_FOUND' && error?.code !== 'MODULE_NOT_FOUND') throw error
    console.error(
      'Une partie du programme manque : node_modules ou dist n’est plus à jour. Lancez npm ci, puis recommencez.\n' +
        'A part of the program is missing: node_modules or dist is out of date. Run npm ci, then try again.',
    )
    process.exitCode = 2
  }
}
