import type { Handler } from '../answer';
import type { Settings } from '../settings';
import { activityHandlers } from './activities';
import { appointmentHandlers } from './appointments';
import { accompanimentHandlers } from './interfaceCommune';
import { lookupHandlers } from './lookup';
import { orientationHandlers } from './orientation';
import { referralHandlers } from './prescriptions';
import { situationHandlers } from './situation';

/** Every operation of every contract, by operationId. */
export function apiHandlers(settings: Settings): Readonly<Record<string, Handler>> {
  return {
    ...accompanimentHandlers(settings),
    ...referralHandlers,
    ...lookupHandlers,
    ...situationHandlers,
    ...orientationHandlers,
    ...activityHandlers,
    ...appointmentHandlers,
  };
}
