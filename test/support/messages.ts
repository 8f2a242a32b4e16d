import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';

export type Catalogue = { readonly [key: string]: string | Catalogue };

/** Every message of a catalogue, by its path: `calls.title`. */
export function messagesOf(catalogue: Catalogue, path = ''): [path: string, message: string][] {
  return Object.entries(catalogue).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : messagesOf(value, `${path}${key}.`),
  );
}

/** What a message is given: `{name}` for a value, `<name>` for a tag; sorted. @throws when it is no ICU message */
export function blanksOf(message: string): string[] {
  return [...new Set(parse(message).flatMap(blanksIn))].sort();
}

/** Whether a message can be filled without a formatter: nothing but text and plain `{placeholders}`. */
export function isPlain(message: string): boolean {
  return parse(message).every(({ type }) => type === TYPE.literal || type === TYPE.argument);
}

function blanksIn(element: MessageFormatElement): string[] {
  switch (element.type) {
    case TYPE.literal:
    case TYPE.pound:
      return [];
    case TYPE.tag:
      return [`<${element.value}>`, ...element.children.flatMap(blanksIn)];
    case TYPE.select:
    case TYPE.plural:
      return [`{${element.value}}`, ...Object.values(element.options).flatMap(({ value }) => value.flatMap(blanksIn))];
    case TYPE.argument:
    case TYPE.number:
    case TYPE.date:
    case TYPE.time:
      return [`{${element.value}}`];
  }
}
