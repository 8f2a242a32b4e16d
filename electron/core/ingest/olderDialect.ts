/**
 * The second way a body may be spelled: that of the vendor's older mock PBX, which names a call by `uuid`, sends numbers
 * as JSON numbers and knows neither `ref` nor legs. Put into the documented words; any other value passes as it is.
 */
export function fromOlderDialect(value: unknown): unknown {
  if (!isOlder(value)) return value;
  const { uuid, caller_number: caller, destination_number: destination, ...rest } = value;
  return {
    ...rest,
    ref: uuid,
    caller_id_number: caller,
    caller_id_number_e164: withPlus(caller),
    ani: caller,
    recipient: destination,
    recipient_e164: withPlus(destination),
  };
}

type OlderEvent = Readonly<Record<'uuid' | 'caller_number' | 'destination_number', unknown>>;

function isOlder(value: unknown): value is OlderEvent {
  return typeof value === 'object' && value !== null && 'uuid' in value && !('ref' in value && Boolean(value.ref));
}

/** Assumed: a number too long for an extension was E.164 before it lost its plus by becoming a JSON number. */
function withPlus(number: unknown): unknown {
  return typeof number === 'number' && number >= 10_000_000 ? `+${number}` : number;
}
