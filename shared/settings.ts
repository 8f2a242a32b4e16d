import type { Outcome, Us } from './call.ts';
import type { PolicyView } from './policy.ts';
import type { CallKind, Ways } from './pop.ts';
import type { ReachSettings } from './reach.ts';
import type { UpdateChannel } from './updates.ts';

/** What the user decides. Kept in `settings.json` in the data folder, so that a damaged database never loses it. */
export interface Settings {
  /** My extensions, as the PBX spells them. Empty until the set-up is done. */
  readonly extensions: readonly string[];
  /** The PBX domain that counts as mine; null accepts every domain. */
  readonly domain: string | null;
  /** TCP port of the webhook listener on 127.0.0.1. The tunnel points at it, so it stays fixed. */
  readonly port: number;
  /** How I am told of a ringing call, by what it is to me. */
  readonly ways: Readonly<Record<CallKind, Ways>>;
  /** Nothing pops up in these hours, by the clock of this machine. */
  readonly quietHours: QuietHours;
  /** Nothing pops up before this moment; null while pop-ups are wanted. */
  readonly doNotDisturbUntilUs: Us | null;
  /** Tell of a missed call when it is certain that nobody took it. */
  readonly missedNotices: boolean;
  /** Whether a call to a group or queue asks for a follow-up: never, when nobody answered it, or whenever I did not. */
  readonly groupFollowUps: 'never' | 'unanswered' | 'always';
  /** After so many seconds without news a call that rings is given up on: its end got lost. */
  readonly ringSilenceSeconds: number;
  /** The same in minutes for a call that was answered. */
  readonly talkSilenceMinutes: number;
  /** Which of the built-in sounds rings, and how loud: 0 to 1. */
  readonly tone: 'bell' | 'marimba';
  readonly volume: number;
  /** Names and numbers are hidden everywhere, for a screen that others see. */
  readonly masked: boolean;
  /** Address template of the customer system, with `{number}` and others in it; empty for none. */
  readonly crmUrl: string;
  /** When it is opened: as soon as it rings, when I answer, or by hand alone. */
  readonly crmOpens: 'on-ring' | 'on-answer' | 'by-hand';
  /** Hosts that may be opened over plain http; all others over https alone. */
  readonly crmHttpHosts: readonly string[];
  /** Address template by which a number is called: `tel:`, `sip:` or an address of a phone. */
  readonly callBackUrl: string;
  /** Address template of recordings, with `{recording}` in it; empty for none. */
  readonly recordingUrl: string;
  /** Start hidden when the user logs in. The desktop app alone looks at it. */
  readonly startAtLogin: boolean;
  readonly theme: 'system' | 'light' | 'dark';
  /** Which language Ringside speaks; dates and numbers follow it. */
  readonly language: 'system' | 'en' | 'el';
  /** Where the cards of the desktop app show: where they were left, or in the corner of one of these screens. */
  readonly cardScreen: 'remembered' | 'pointer' | 'primary';
  /** ISO 3166 alpha-2 of the country whose numbers are written without their prefix; empty for none. */
  readonly country: string;
  /** Calls older than so many days are deleted; null keeps them for ever. */
  readonly keepDays: number | null;
  /** The same for calls with one of these outcomes, in place of it. */
  readonly keepDaysOf: Readonly<Partial<Record<Outcome, number | null>>>;
  /** How the PBX's events get to this machine. */
  readonly reach: ReachSettings;
  /** A second address that gets each accepted event unchanged; empty for none. */
  readonly forwardUrl: string;
  /** Whether the desktop app looks for newer versions of itself. */
  readonly updates: 'automatic' | 'off';
  readonly updateChannel: UpdateChannel;
}

/** Hours without pop-ups. */
export interface QuietHours {
  readonly on: boolean;
  /** On which days they begin: 0 is Sunday. */
  readonly days: readonly number[];
  /** Minutes after midnight; `to` at or before `from` lies on the next day. */
  readonly fromMinute: number;
  readonly toMinute: number;
}

const everything: Ways = { card: true, notification: true, sound: true };

export const defaultSettings: Settings = {
  extensions: [],
  domain: null,
  port: 47_100,
  ways: { direct: everything, group: everything, internal: everything },
  quietHours: { on: false, days: [0, 1, 2, 3, 4, 5, 6], fromMinute: 20 * 60, toMinute: 7 * 60 },
  doNotDisturbUntilUs: null,
  missedNotices: true,
  groupFollowUps: 'unanswered',
  ringSilenceSeconds: 120,
  talkSilenceMinutes: 240,
  tone: 'bell',
  volume: 0.5,
  masked: false,
  crmUrl: '',
  crmOpens: 'by-hand',
  crmHttpHosts: [],
  callBackUrl: 'tel:{e164}',
  recordingUrl: '',
  startAtLogin: false,
  theme: 'system',
  language: 'system',
  cardScreen: 'remembered',
  country: '',
  keepDays: null,
  keepDaysOf: {},
  reach: {
    kind: 'none',
    ownUrl: { url: '' },
    ssh: { host: '', port: 22, user: 'ringside', socket: '/run/ringside/hook.sock', url: '' },
    cloudflared: { mode: 'named', url: '', program: '' },
    ngrok: { domain: '', monthlyLimit: 20_000 },
  },
  forwardUrl: '',
  updates: 'automatic',
  updateChannel: 'stable',
};

/** What decides a setting in the user's place: the command line for this run, or the organisation's policy. */
export type Hold = 'start-option' | 'policy';

/** The settings in force, and where they come from. */
export interface SettingsView {
  readonly settings: Settings;
  /** What a reset goes back to: what the organisation wants, and Ringside's own defaults for the rest. */
  readonly defaults: Settings;
  /** Those that the user cannot change, and what holds them. */
  readonly held: Readonly<Partial<Record<keyof Settings, Hold>>>;
  /** Null on a machine that has no policy. */
  readonly policy: PolicyView | null;
}
