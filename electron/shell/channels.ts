/** The IPC channels beside the requests, whose channels are their names. */
export const pushChannel = 'push';
export const listeningChannel = 'listening';
/** Of the card window's page alone. */
export const cardChannel = 'card';
/** Of the note window's page alone. */
export const noteDoneChannel = 'note-done';

/** Tells the preload that it serves the page of the card window. */
export const cardArgument = '--ringside-card';
/** The same for the page of the note window. */
export const noteArgument = '--ringside-note';
