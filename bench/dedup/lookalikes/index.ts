import type { Lookalikes } from './family';
import { firstJanuaryFamily, hostel } from './houses';
import {
  homonymBirthDate,
  homonymFirstJanuary,
  homonymNearDate,
  homonymSameTown,
  homonymSameTownAndPostcode,
  travellers,
} from './namesakes';
import { childWithoutContact, couple, parentSameName, sibling, siblingLikeNames, sistersMarried } from './relatives';
import { twinLikeNames, twinMixedUp, twinOtherSex, twinSameSex } from './twins';

/** Every kind of lookalike; the place in the list is part of the seed of its battery, so new ones go to the end. */
export const LOOKALIKES: Readonly<Record<string, Lookalikes>> = {
  twinSameSex,
  twinOtherSex,
  twinLikeNames,
  twinMixedUp,
  sibling,
  siblingLikeNames,
  parentSameName,
  homonymBirthDate,
  homonymSameTown,
  homonymNearDate,
  couple,
  hostel,
  firstJanuaryFamily,
  sistersMarried,
  childWithoutContact,
  travellers,
  homonymFirstJanuary,
  homonymSameTownAndPostcode,
};
