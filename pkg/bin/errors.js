// What can go wrong, and how it is told.

/** Causes in the native command's words, by Node's codes. */
const CAUSES = {
  EACCES: "permission denied",
  EEXIST: "a file stands in its way",
  EISDIR: "it is a folder",
  ENOENT: "there is no such file",
  ENOSPC: "no space left",
  ENOTDIR: "a part of its path is a file",
  EPERM: "permission denied",
};

const MB = 1_000_000;

/** Why there is nothing to be done: the name of what was asked for, or one line on what is wrong. */
export class Stop extends Error {
  /**
   * @param {string} message
   * @param {string} [answer]
   */
  constructor(message, answer) {
    super(message);
    this.answer = answer;
  }
}

/**
 * Why an input cannot be read. Its name is told by whoever reports it. Any other error is a system's.
 */
export class InputError extends Error {}

/**
 * What a system says, in words that are the same on all of them where the cause is a common one.
 *
 * @param {NodeJS.ErrnoException} error
 */
export function cause(error) {
  return CAUSES[error.code] ?? error.message;
}

/**
 * Why an input cannot be read, to be told behind its name.
 *
 * @param {Error} error
 */
export function unreadable(error) {
  return error instanceof InputError ? error.message : `cannot be read: ${cause(error)}`;
}

/**
 * A number of bytes as a person reads it: `100 MB`.
 *
 * @param {number} bytes
 */
export function size(bytes) {
  return bytes >= MB && bytes % MB === 0 ? `${bytes / MB} MB` : `${bytes} bytes`;
}

/**
 * Says a line on standard error.
 *
 * @param {string} message
 */
export function tell(message) {
  process.stderr.write(`copydesk: ${message}\n`);
}
