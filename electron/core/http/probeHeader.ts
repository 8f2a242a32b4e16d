/**
 * The header that tells a probe from an event. It goes to the very address that events go to, because whatever stands on
 * the way (a company's proxy, a rule of the web server) may let that one path through and no other; and in a header
 * rather than the body, because the listener then need not look into the body of anybody else.
 */
export const probeHeader = 'ringside-probe';
