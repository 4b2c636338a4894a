// Loaded before a server of tests (see TestPod). A hash of a password takes a third of a second of a processor, which is
// what it is for; where something else is tried, this one does. It still tells one password, and one salt, from another.
const crypto = require('node:crypto')

const { scrypt } = crypto
crypto.scrypt = (password, salt, bytes, options, done) =>
  scrypt(password, salt, bytes, { ...options, N: 16, p: 1 }, done)
