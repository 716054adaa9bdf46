import { Identifiers } from '#shared/codegen/identifiers.ts';
import type { JsonValue } from '#shared/data/catalogue.ts';

/** Values of more characters than this stand in a file of their own. */
const longest = 100;

/** What the steps have learned: short values stand in the code, long ones in `preparation.json`. */
export class LearnedValues {
  readonly #names = new Identifiers('camelCase', []);
  readonly #long = new Map<string, { readonly name: string; readonly value: JsonValue }>();

  /** The name under which a long value lies in the file; null: it is short. */
  nameOf(value: JsonValue, wanted: string): string | null {
    const text = JSON.stringify(value);
    if (text.length <= longest) return null;
    const known = this.#long.get(text);
    if (known !== undefined) return known.name;
    const name = this.#names.take(wanted);
    this.#long.set(text, { name, value });
    return name;
  }

  get entries(): readonly { readonly name: string; readonly value: JsonValue }[] {
    return [...this.#long.values()];
  }

  /** The file: one line for each value. */
  get text(): string {
    const lines = this.entries.map(({ name, value }) => {
      return `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`;
    });
    return `{\n${lines.join(',\n')}\n}\n`;
  }
}
