// A reader that has seen enough (`… | head`) is no fault: what is still said is dropped, and the exit code stays the command's own.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error
  })
}
