import type { CallCursor, CallDetail, CallPage, CallRow, FollowUp } from './call.ts';
import type { Pop } from './pop.ts';
import type { Preview } from './preview.ts';
import type { Settings, SettingsView } from './settings.ts';
import type { RejectedDelivery, Status } from './status.ts';
import type { TemplatePreview } from './template.ts';

/**
 * Everything a window can ask the core, as a map of function types. Both hosts carry it and nothing else: the Electron
 * host over IPC, the browser host over loopback HTTP. Arguments are checked by the core, against one schema each.
 */
export interface Requests {
  /** A keyset page of my calls that are over, newest first. */
  'calls.page': (query: { after: CallCursor | null; limit: number }) => CallPage;
  /** My calls in progress, newest first. */
  'calls.live': () => readonly CallRow[];
  /** Also by the ref of a call that was joined into another. */
  'calls.get': (ref: string) => CallDetail | null;
  /** By person, whoever waits longest first. */
  'followUps.list': () => readonly FollowUp[];
  /** How many people that are. */
  'followUps.count': () => number;
  /** Settles the follow-ups of these calls by hand. */
  'followUps.settle': (what: { refs: readonly string[]; reason: string | null }) => null;
  /** Takes that back. */
  'followUps.reopen': (what: { refs: readonly string[] }) => null;
  /** The screen pops that are up, newest first, five at most; each says how the user wants to be told of it. */
  'pops.list': () => readonly Pop[];
  'pops.dismiss': (ref: string) => null;
  /** Silences a card, and keeps the others as they are. */
  'pops.silence': (ref: string) => null;
  /** The card stays when its time is over, for somebody writes on it; until it is dismissed. */
  'pops.keep': (ref: string) => null;
  /** Notes something about a call; an empty text takes the note away. */
  'notes.set': (what: { ref: string; note: string }) => null;
  /** Opens the customer system for a call. Refused with the reason when there is none, or it must not be opened. */
  'calls.openCrm': (ref: string) => null;
  /** Calls the other party of a call, by the template of the settings. */
  'calls.callBack': (ref: string) => null;
  /** What a template comes to for the newest call, or what is wrong with it. */
  'templates.preview': (what: { template: string; httpHosts: readonly string[] }) => TemplatePreview;
  'settings.get': () => SettingsView;
  /** Changes what is named, at once. Refused as `bad-request` when a value makes no sense or a start option holds it. */
  'settings.change': (patch: Partial<Settings>) => SettingsView;
  'status.get': () => Status;
  'notices.dismiss': () => null;
  /** Works every call out again from its events. */
  'log.rebuild': () => { calls: number; milliseconds: number };
  /** What `log.rebuild` would change. Writes nothing. */
  'log.preview': () => Preview;
  'rejected.list': () => readonly RejectedDelivery[];
}
export type RequestName = keyof Requests;
export type Argument<Name extends RequestName> = Parameters<Requests[Name]>[0];
export type Result<Name extends RequestName> = ReturnType<Requests[Name]>;

/** The names at run time. `satisfies` proves that none is missing and none is invented. */
export const requestNames = Object.keys({
  'calls.page': true,
  'calls.live': true,
  'calls.get': true,
  'followUps.list': true,
  'followUps.count': true,
  'followUps.settle': true,
  'followUps.reopen': true,
  'pops.list': true,
  'pops.dismiss': true,
  'pops.silence': true,
  'pops.keep': true,
  'notes.set': true,
  'calls.openCrm': true,
  'calls.callBack': true,
  'templates.preview': true,
  'settings.get': true,
  'settings.change': true,
  'status.get': true,
  'notices.dismiss': true,
  'log.rebuild': true,
  'log.preview': true,
  'rejected.list': true,
} satisfies Record<RequestName, true>) as readonly RequestName[];

/** An answer to a request. A refusal says what was wrong; it is a value, so that it survives every transport. */
export type Reply<Name extends RequestName = RequestName> =
  | { readonly ok: true; readonly value: Result<Name> }
  | { readonly ok: false; readonly error: RequestError };

export interface RequestError {
  /** `bad-request`: the caller's fault. `unavailable`: the core or its database cannot answer now. */
  readonly code: 'bad-request' | 'unavailable';
  readonly message: string;
}

/** What the core tells every window unasked. */
export interface Pushes {
  /** These were written: whoever shows them reads them again. */
  changed: { readonly what: readonly Topic[] };
  /** A notification was clicked, or a link followed. */
  open: Opening;
}
/** A call to show, and whether somebody wants to write a note about it. */
export interface Opening {
  readonly ref: string;
  readonly note?: true;
}
export type Topic = 'calls' | 'pops' | 'settings' | 'status' | 'rejected';
export type PushName = keyof Pushes;
export type Push = { [Name in PushName]: { readonly name: Name; readonly value: Pushes[Name] } }[PushName];

/** How the renderer reaches the core, whichever host carries it. */
export interface Bridge {
  readonly host: 'electron' | 'browser';
  request<Name extends RequestName>(name: Name, argument: Argument<Name>): Promise<Reply<Name>>;
  /**
   * Subscribes to every push. The host keeps pushes back until the first subscription, so none is lost while the page
   * loads. Returns the way to unsubscribe.
   */
  subscribe(listener: (push: Push) => void): () => void;
}
