import type { Icon, ICredentialType } from 'n8n-workflow';
import { instanceWords } from '../nodes/words';
import { accessProperties } from './accessProperties';
import { authenticate } from './authenticate';

/** Access to France Travail: what an admin fills in once. Tested by the node that declares (`testedBy`). */
export class FranceTravailApi implements ICredentialType {
  name = 'franceTravailApi';

  displayName = instanceWords()('credentials.access.name');

  icon: Icon = { light: 'file:franceTravail.svg', dark: 'file:franceTravail.dark.svg' };

  properties = accessProperties(instanceWords());

  authenticate = authenticate;
}
