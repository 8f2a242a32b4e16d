import type { Us } from './call.ts';

/** What the user decides. Kept in `settings.json` in the data folder, so that a damaged database never loses it. */
export interface Settings {
  /** My extensions, as the PBX spells them. Empty until the set-up is done. */
  readonly extensions: readonly string[];
  /** The PBX domain that counts as mine; null accepts every domain. */
  readonly domain: string | null;
  /** TCP port of the webhook listener on 127.0.0.1. The tunnel points at it, so it stays fixed. */
  readonly port: number;
  /** Raise an operating-system notification on an incoming ring. */
  readonly notifications: boolean;
  /** Show the incoming-call card inside the window. */
  readonly card: boolean;
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
  readonly theme: 'system' | 'light' | 'dark';
}

export const defaultSettings: Settings = {
  extensions: [],
  domain: null,
  port: 47_100,
  notifications: true,
  card: true,
  doNotDisturbUntilUs: null,
  missedNotices: true,
  groupFollowUps: 'unanswered',
  ringSilenceSeconds: 120,
  talkSilenceMinutes: 240,
  theme: 'system',
};

/** The settings in force, and which of them a start option holds for this run (those cannot be changed meanwhile). */
export interface SettingsView {
  readonly settings: Settings;
  readonly fixedByStartOption: readonly (keyof Settings)[];
}
