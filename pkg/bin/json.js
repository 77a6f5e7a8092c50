// JSON as it was written. JSON.parse cannot say how a value was written, to be given back so, nor where JSON goes wrong
// in the words of the native command. Places are counted as that one's parser, serde_json, counts them; a test compares
// them over many broken rows.

const WHITE_SPACE = /[ \t\n\r]*/y;
/** What needs no second look in a string. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them in strings
const HARMLESS = /[^"\\\u0000-\u001f]*/y;
const HEX = /^[0-9a-fA-F]{4}$/;

/** What is wrong with JSON, and where. */
export class JsonError extends Error {}

/**
 * The values of these fields of an object, each as it was written.
 *
 * @param {string} json
 * @param {readonly string[]} names
 * @returns {Record<string, string> | undefined} `undefined` where it is something else than an object
 */
export function fieldsOf(json, names) {
  const scanner = new Scanner(json);
  return scanner.peek() === "{" ? scanner.object(names) : undefined;
}

/** Walks over JSON, value by value, without depth: a row may nest as it likes where nobody looks. */
class Scanner {
  #json;
  #at = 0;

  /** @param {string} json */
  constructor(json) {
    this.#json = json;
  }

  /** What comes next that is no white space; `undefined` at the end. */
  peek() {
    WHITE_SPACE.lastIndex = this.#at;
    WHITE_SPACE.exec(this.#json);
    this.#at = WHITE_SPACE.lastIndex;
    return this.#json[this.#at];
  }

  /** @param {readonly string[]} names */
  object(names) {
    /** @type {Record<string, string>} */
    const fields = {};
    this.#at++;
    for (let first = true; ; first = false) {
      let next = this.#peekOrEnd();
      if (next === "}") break;
      if (!first) {
        if (next !== ",") this.#fail();
        this.#at++;
        next = this.#peekOrEnd();
      }
      if (next !== '"') this.#fail();
      const name = this.#key();
      const isRead = names.includes(name);
      if (isRead && Object.hasOwn(fields, name))
        throw new JsonError("a field stands there twice; leave one out");
      this.#colon();
      this.#peekOrEnd();
      const start = this.#at;
      this.#value();
      if (isRead) fields[name] = this.#json.slice(start, this.#at);
    }
    this.#at++;
    if (this.peek() !== undefined) this.#fail();
    return fields;
  }

  /** One value, with all that is in it. */
  #value() {
    /** What is open, a bracket for each. */
    const open = [];
    for (;;) {
      const next = this.#peekOrEnd();
      let comma = true;
      if (next === "[" || next === "{") {
        this.#at++;
        open.push(next);
        comma = false;
      } else {
        this.#single(next);
      }
      for (;;) {
        if (open.length === 0) return;
        const frame = open[open.length - 1];
        const after = this.#peekOrEnd();
        if (after === "," && comma) {
          this.#at++;
          break;
        }
        if (after !== (frame === "[" ? "]" : "}")) {
          if (comma) this.#fail();
          break;
        }
        this.#at++;
        open.pop();
        comma = true;
      }
      if (open[open.length - 1] === "{") {
        if (this.#peekOrEnd() !== '"') this.#fail();
        this.#string();
        this.#colon();
      }
    }
  }

  /** @param {string} first what the value begins with */
  #single(first) {
    if (first === '"') this.#string();
    else if (first === "n") this.#word("null");
    else if (first === "t") this.#word("true");
    else if (first === "f") this.#word("false");
    else if (first === "-" || isDigit(first)) this.#number();
    else this.#fail();
  }

  #colon() {
    if (this.#peekOrEnd() !== ":") this.#fail();
    this.#at++;
  }

  /** @param {string} word */
  #word(word) {
    for (const letter of word) {
      if (this.#next() !== letter) this.#fail(this.#at - 1);
    }
  }

  #number() {
    if (this.#json[this.#at] === "-") this.#at++;
    const first = this.#digit();
    if (first === "0") {
      if (isDigit(this.#json[this.#at])) this.#fail();
    } else {
      this.#digits();
    }
    if (this.#json[this.#at] === ".") {
      this.#at++;
      if (this.#digits() === 0) this.#fail();
    }
    if (this.#json[this.#at] === "e" || this.#json[this.#at] === "E") {
      this.#at++;
      if (this.#json[this.#at] === "+" || this.#json[this.#at] === "-") this.#at++;
      this.#digit();
      this.#digits();
    }
  }

  #digit() {
    const digit = this.#json[this.#at];
    if (!isDigit(digit)) this.#fail();
    this.#at++;
    return digit;
  }

  #digits() {
    const start = this.#at;
    while (isDigit(this.#json[this.#at])) this.#at++;
    return this.#at - start;
  }

  #string() {
    this.#at++;
    for (;;) {
      HARMLESS.lastIndex = this.#at;
      HARMLESS.exec(this.#json);
      this.#at = HARMLESS.lastIndex;
      const next = this.#json[this.#at];
      if (next === undefined) this.#end();
      if (next !== '"' && next !== "\\") this.#failAfter(this.#at);
      this.#at++;
      if (next === '"') return;
      this.#escape();
    }
  }

  /** A name: a string that has no half of a surrogate pair, either. */
  #key() {
    const start = this.#at++;
    for (;;) {
      HARMLESS.lastIndex = this.#at;
      HARMLESS.exec(this.#json);
      this.#at = HARMLESS.lastIndex;
      const next = this.#next();
      if (next === '"') return JSON.parse(this.#json.slice(start, this.#at));
      if (next !== "\\") this.#fail(this.#at - 1);
      const unit = this.#escape();
      if (unit >= 0xdc00 && unit <= 0xdfff) this.#failAfter(this.#at);
      if (unit >= 0xd800 && unit <= 0xdbff) {
        if (this.#next() !== "\\" || this.#next() !== "u") this.#fail(this.#at - 1);
        const second = this.#hex();
        if (second < 0xdc00 || second > 0xdfff) this.#failAfter(this.#at);
      }
    }
  }

  /** The rest of an escape; the number of one that is written as such, else 0. */
  #escape() {
    const letter = this.#next();
    if (letter === "u") return this.#hex();
    if (!'"\\/bfnrt'.includes(letter)) this.#fail(this.#at - 1);
    return 0;
  }

  #hex() {
    const digits = this.#json.slice(this.#at, this.#at + 4);
    // Four bytes are taken, whatever characters they are.
    if (Buffer.byteLength(digits) < 4) this.#end();
    if (!HEX.test(digits)) throw syntax(this.#bytes(this.#at) + 4);
    this.#at += 4;
    return Number.parseInt(digits, 16);
  }

  #next() {
    const next = this.#json[this.#at];
    if (next === undefined) this.#end();
    this.#at++;
    return next;
  }

  #peekOrEnd() {
    return this.peek() ?? this.#end();
  }

  /** @returns {never} */
  #end() {
    throw new JsonError("the row cannot be parsed as JSON: it ends too soon");
  }

  /**
   * The row goes wrong with this character, or with its end.
   *
   * @param {number} [at]
   * @returns {never}
   */
  #fail(at = this.#at) {
    throw syntax(Math.min(this.#bytes(at) + 1, this.#bytes(this.#json.length)));
  }

  /**
   * The row goes wrong before this character.
   *
   * @param {number} at
   * @returns {never}
   */
  #failAfter(at) {
    throw syntax(this.#bytes(at));
  }

  /** @param {number} characters */
  #bytes(characters) {
    return Buffer.byteLength(this.#json.slice(0, characters));
  }
}

/** @param {number} byte */
function syntax(byte) {
  return new JsonError(`the row cannot be parsed as JSON from byte ${byte}`);
}

/** @param {string | undefined} character */
function isDigit(character) {
  return character !== undefined && character >= "0" && character <= "9";
}
