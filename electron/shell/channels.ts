/** The IPC channels beside the requests, whose channels are their names. */
export const pushChannel = 'push';
export const listeningChannel = 'listening';
