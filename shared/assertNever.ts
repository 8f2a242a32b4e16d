/** Closes a switch over a union: a new member becomes a compile error, and a bug at run time is loud. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
