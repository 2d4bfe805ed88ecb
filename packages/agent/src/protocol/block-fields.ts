/** The keys of a block that were given, with the lines of their values. */
export type BlockFields<K extends string> = ReadonlyMap<K, readonly string[]>;

const KEY = /^\s*(\*\*|`|)([A-Za-z_]{1,20})\1\s*[:：](?:\*\*)?[ \t]*(.*)$/;
/** `**type:** value`: the colon is bold, too. */
const KEY_WITH_BOLD_COLON = /^\s*\*\*([A-Za-z_]{1,20})\s*[:：]\s*\*\*[ \t]*(.*)$/;

/** Gathers `key: value` lines. A line that is no key goes on with the value before it; so does a key that comes again. */
export class FieldLines<K extends string> {
  readonly #keys: readonly K[];
  readonly #fields = new Map<K, string[]>();
  #current: string[] | null = null;

  constructor(keys: readonly K[]) {
    this.#keys = keys;
  }

  get fields(): BlockFields<K> {
    return this.#fields;
  }

  add(line: string, isFenced: boolean): void {
    const found = isFenced ? null : this.#findKey(line);
    if (found && !this.#fields.has(found.key)) {
      this.#current = [found.value];
      this.#fields.set(found.key, this.#current);
    } else this.#current?.push(line);
  }

  #findKey(line: string): { key: K; value: string } | null {
    const match = KEY.exec(line);
    const [name = '', value = ''] = match
      ? [match[2], match[3]]
      : (KEY_WITH_BOLD_COLON.exec(line)?.slice(1) ?? []);
    const key = this.#keys.find((each) => each === name.toLowerCase());
    return key === undefined ? null : { key, value };
  }
}
