const SHOWN = 40;

/**
 * What a value is, in a few words for an error message. A long string is not repeated.
 *
 * @param {unknown} value
 */
export function describe(value) {
  if (typeof value === "string") {
    return value.length > SHOWN ? `${JSON.stringify(value.slice(0, SHOWN))}...` : JSON.stringify(value);
  }
  if (Array.isArray(value)) {
    return "an array";
  }
  if (typeof value === "function" || (typeof value === "object" && value !== null)) {
    const name = value.constructor?.name;
    return typeof value === "function" ? "a function" : name && name !== "Object" ? `a ${name}` : "an object";
  }
  return String(value);
}
