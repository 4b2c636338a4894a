/** RFC 6455 §7.4.1: 1008, policy violation. */
export const overCode = 1008

/** Tells a listener that nothing more will come. */
export const endSocket = (socket: { close(code: number, reason: string): void }): void =>
  socket.close(overCode, 'Ce canal a pris fin. / This channel has ended.')
