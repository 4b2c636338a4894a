// Loads a program as a start of it does, in a process of its own, and keeps the bytecode that V8 made on the way.
import { keepBytecode, load } from '../bin/load.js'

await load(process.argv[2]).load?.()
keepBytecode()
