import { Refusal } from './answerRequest.ts';

export function notBuilt(): never {
  throw new Refusal('unavailable', 'Not built yet.');
}
