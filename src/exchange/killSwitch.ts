import type { Access } from './gateway';
import type { Wire } from './wire';

/** Environment variable of n8n that stops every call; empty, `0`, `false`, `no` or `non` let them pass. */
const VARIABLE = 'PLIE_FT_STOP';

/** Whether the environment says that everything is to stop. */
export function environmentStops(environment: Readonly<Record<string, string | undefined>>): boolean {
  const said = (environment[VARIABLE] ?? '').trim().toLowerCase();
  return !['', '0', 'false', 'no', 'non'].includes(said);
}

/** Why no call may be made, as a code like those of the network; nothing when calls may be made. Asked before each one. */
export function stopCode({ stopped }: Access, wire: Wire): string | undefined {
  if (stopped === true) return 'STOPPED_BY_ACCESS';
  return wire.stopped?.() === true ? 'STOPPED_BY_ENVIRONMENT' : undefined;
}
