import type { CallCursor, CallDetail, CallPage, CallRow, FollowUp, Outcome, Us } from './call.ts';
import type { CallFilter, Neighbours, TagCount } from './callFilter.ts';
import type {
  Contact,
  ContactCursor,
  ContactDetail,
  ContactDraft,
  ContactPage,
  ContactSaved,
  DuplicateGroup,
} from './contact.ts';
import type { ColumnMeaning, ImportDeed, ImportPlan, ImportRow, ImportState, RowKind } from './contactImport.ts';
import type { ExportOrder, ExportPart } from './exporting.ts';
import type { Pop } from './pop.ts';
import type { Preview } from './preview.ts';
import type { Gap, HostKey, Reach, SecretName, SelfTest, SshRecipe, Suggestion } from './reach.ts';
import type { Reason } from './refusal.ts';
import type { Settings, SettingsView } from './settings.ts';
import type { Period, Statistics } from './statistics.ts';
import type { RejectedDelivery, Status } from './status.ts';
import type { TemplatePreview } from './template.ts';
import type { Updates } from './updates.ts';

/**
 * Everything a window can ask the core, as a map of function types. Both hosts carry it and nothing else: the Electron
 * host over IPC, the browser host over loopback HTTP. Arguments are checked by the core, against one schema each.
 */
export interface Requests {
  /** A keyset page of my calls that are over, newest first; of all of them without a filter. */
  'calls.page': (query: { filter?: CallFilter; after: CallCursor | null; limit: number }) => CallPage;
  /** How many calls that are over a filter lets through, with one of these outcomes; counted no further than `atMost`. */
  'calls.count': (query: { filter: CallFilter; outcomes?: readonly Outcome[]; atMost: number }) => {
    calls: number;
    isAll: boolean;
  };
  /** The calls right after and right before this one among those that are over and that a filter lets through, by ref. */
  'calls.neighbours': (query: { filter: CallFilter; ref: string }) => Neighbours;
  /** My calls in progress, newest first. */
  'calls.live': () => readonly CallRow[];
  /** Also by the ref of a call that was joined into another. */
  'calls.get': (ref: string) => CallDetail | null;
  /** Deletes these calls with all that is known of them. `deeds.undo` brings them back, for ten seconds. */
  'calls.remove': (what: { refs: readonly string[] }) => Undoable;
  /** The same for every call with the other party of this one. */
  'calls.removePerson': (ref: string) => Undoable;
  /** Takes back what answered with this token. Refused when it is too late. */
  'deeds.undo': (token: string) => null;
  /** The tags in use, by name. */
  'tags.list': () => readonly TagCount[];
  /** Puts tags on calls and takes others off. */
  'tags.change': (what: { refs: readonly string[]; add: readonly string[]; remove: readonly string[] }) => Undoable;
  /** A page of the contacts by name. `search` as in a call filter. */
  'contacts.page': (query: { search: string; after: ContactCursor | null; limit: number }) => ContactPage;
  'contacts.get': (id: number) => ContactDetail | null;
  /** Adds a contact (`id` null) or changes one. With `takeOver`, numbers of others become its own. */
  'contacts.save': (what: { id: number | null; draft: ContactDraft; takeOver: boolean }) => ContactSaved;
  'contacts.remove': (what: { ids: readonly number[] }) => Undoable;
  /** Moves everything of the others into the first one. */
  'contacts.merge': (what: { into: number; from: readonly number[] }) => { contact: Contact; undo: string };
  'contacts.duplicates': () => readonly DuplicateGroup[];
  /** A file in pieces of at most 200,000 base64 characters; the first one without an id. Answers with the id. */
  'import.put': (piece: { id: string | null; fileName: string; base64: string }) => string;
  /** Reads the file, or reads it anew with what was chosen. Writes nothing. */
  'import.plan': (what: {
    id: string;
    encoding: string | null;
    separator: ImportPlan['separator'];
    columns: readonly ColumnMeaning[] | null;
  }) => ImportPlan;
  /** Rows from this index on; with `only`, those of one kind alone. */
  'import.rows': (query: { id: string; from: number; limit: number; only?: RowKind }) => readonly ImportRow[];
  /** Chooses what becomes of these rows; null for every row where it is possible. */
  'import.choose': (what: { id: string; rows: readonly number[] | null; deed: ImportDeed }) => ImportPlan;
  /** Begins; `import.state` tells how far it is. */
  'import.run': (id: string) => null;
  'import.state': (id: string) => ImportState;
  /** Gives the file up; what an import in progress wrote is taken back. */
  'import.cancel': (id: string) => null;
  /** Of the calls of a period that are over; of all of them with null. */
  'statistics.get': (period: Period | null) => Statistics;
  /** Begins to write a file. Answers with the id by which its parts are asked for. */
  'export.begin': (order: ExportOrder) => { id: string; fileName: string; mediaType: string };
  'export.next': (id: string) => ExportPart;
  /** Gives it up before its last part. */
  'export.end': (id: string) => null;
  /** By person, whoever waits longest first; those who are snoozed come last. */
  'followUps.list': () => readonly FollowUp[];
  /** How many people that are. */
  'followUps.count': () => number;
  /** Settles the follow-ups of these calls by hand. */
  'followUps.settle': (what: { refs: readonly string[]; reason: string | null }) => null;
  /** Takes that back. */
  'followUps.reopen': (what: { refs: readonly string[] }) => null;
  /** Puts the follow-ups of these calls off until then; null takes that back. */
  'followUps.snooze': (what: { refs: readonly string[]; untilUs: Us | null }) => null;
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
  /** Calls a number of a contact, given by its key, by the same template. */
  'numbers.call': (key: string) => null;
  /** What a template comes to for the newest call, or what is wrong with it. */
  'templates.preview': (what: { template: string; httpHosts: readonly string[] }) => TemplatePreview;
  'settings.get': () => SettingsView;
  /** Changes what is named, at once. Refused as `bad-request` when a value makes no sense or is held. */
  'settings.change': (patch: Partial<Settings>) => SettingsView;
  'status.get': () => Status;
  'notices.dismiss': () => null;
  /** Works every call out again from its events. */
  'log.rebuild': () => { calls: number; milliseconds: number };
  /** What `log.rebuild` would change. Writes nothing. */
  'log.preview': () => Preview;
  'rejected.list': () => readonly RejectedDelivery[];
  /** Reads a refused body again, which a newer Ringside may understand. Says what became of it. */
  'rejected.retry': (id: number) => { kind: 'stored' | 'duplicate' | 'ignored' | 'refused'; reason: string | null };
  /** All refused bodies, as lines of JSON to save. */
  'rejected.export': () => { fileName: string; text: string };
  /** Whether the PBX's events get here. */
  'reach.get': () => Reach;
  /** Ends the tunnel, starts it anew and probes at once. */
  'reach.restart': () => null;
  /** The user says that the PBX now has the address of `reach.get`. */
  'reach.confirmAddress': () => null;
  /** Makes a new token; the address with the old one works on for a day. */
  'reach.rotateToken': () => null;
  /** Ends that day early. */
  'reach.retireOldToken': () => null;
  /** Times of the last 90 days in which events could not get here, newest first. */
  'reach.gaps': () => readonly Gap[];
  /** Keeps a secret, or forgets it with null. It is never handed out again. */
  'secrets.set': (what: { name: SecretName; value: string | null }) => null;
  /** Asks a server who it is; nothing is trusted by that. Refused when it cannot be reached. */
  'ssh.hostKeys': (where: { host: string; port: number }) => readonly HostKey[];
  /** Trusts this key of the server that the settings name. */
  'ssh.pin': (key: HostKey) => null;
  /** What has to be done on the server that the settings name; makes the key pair when there is none. */
  'ssh.recipe': () => SshRecipe;
  /** Sends a test ring the whole way round. Answers at once; `selfTest.get` tells how far it is. */
  'selfTest.start': () => SelfTest;
  /** The test in progress, or the last one since the start. */
  'selfTest.get': () => SelfTest | null;
  /** A window has drawn the pop-up of the test. */
  'selfTest.seen': (id: string) => null;
  /** Extensions that may be mine, the likeliest first. */
  'setup.suggestions': () => readonly Suggestion[];
  /** Whether there is a newer Ringside. Answered by the desktop app itself; the core knows of none. */
  'updates.get': () => Updates;
  /** Looks for one now. Answers at once; `updates.get` tells what comes of it. */
  'updates.check': () => null;
  /** Restarts into the version that is ready. Refused while a call is on. */
  'updates.install': () => null;
}

/** What was done can be undone with `deeds.undo`, for ten seconds; `count`: how many it concerned. */
export interface Undoable {
  readonly count: number;
  readonly undo: string;
}

export type RequestName = keyof Requests;
export type Argument<Name extends RequestName> = Parameters<Requests[Name]>[0];
export type Result<Name extends RequestName> = ReturnType<Requests[Name]>;

/** The names at run time. `satisfies` proves that none is missing and none is invented. */
export const requestNames = Object.keys({
  'calls.page': true,
  'calls.count': true,
  'calls.neighbours': true,
  'calls.live': true,
  'calls.get': true,
  'calls.remove': true,
  'calls.removePerson': true,
  'deeds.undo': true,
  'tags.list': true,
  'tags.change': true,
  'contacts.page': true,
  'contacts.get': true,
  'contacts.save': true,
  'contacts.remove': true,
  'contacts.merge': true,
  'contacts.duplicates': true,
  'import.put': true,
  'import.plan': true,
  'import.rows': true,
  'import.choose': true,
  'import.run': true,
  'import.state': true,
  'import.cancel': true,
  'statistics.get': true,
  'export.begin': true,
  'export.next': true,
  'export.end': true,
  'followUps.list': true,
  'followUps.count': true,
  'followUps.settle': true,
  'followUps.reopen': true,
  'followUps.snooze': true,
  'pops.list': true,
  'pops.dismiss': true,
  'pops.silence': true,
  'pops.keep': true,
  'notes.set': true,
  'calls.openCrm': true,
  'calls.callBack': true,
  'numbers.call': true,
  'templates.preview': true,
  'settings.get': true,
  'settings.change': true,
  'status.get': true,
  'notices.dismiss': true,
  'log.rebuild': true,
  'log.preview': true,
  'rejected.list': true,
  'rejected.retry': true,
  'rejected.export': true,
  'reach.get': true,
  'reach.restart': true,
  'reach.confirmAddress': true,
  'reach.rotateToken': true,
  'reach.retireOldToken': true,
  'reach.gaps': true,
  'secrets.set': true,
  'ssh.hostKeys': true,
  'ssh.pin': true,
  'ssh.recipe': true,
  'selfTest.start': true,
  'selfTest.get': true,
  'selfTest.seen': true,
  'setup.suggestions': true,
  'updates.get': true,
  'updates.check': true,
  'updates.install': true,
} satisfies Record<RequestName, true>) as readonly RequestName[];

/** An answer to a request. A refusal says what was wrong; it is a value, so that it survives every transport. */
export type Reply<Name extends RequestName = RequestName> =
  | { readonly ok: true; readonly value: Result<Name> }
  | { readonly ok: false; readonly error: RequestError };

export interface RequestError {
  /** `bad-request`: the caller's fault. `unavailable`: the core or its database cannot answer now. */
  readonly code: 'bad-request' | 'unavailable';
  /** In English, for logs, terminals and scripts; from the shell alone in the language that it speaks. */
  readonly message: string;
  /** The same for people. Of the core's refusals none is without, unless no window of ours can cause it. */
  readonly words?: readonly Reason[];
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
export type Topic =
  | 'calls'
  | 'pops'
  | 'settings'
  | 'status'
  | 'rejected'
  | 'contacts'
  | 'imports'
  | 'reach'
  | 'self-test'
  | 'updates';
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
