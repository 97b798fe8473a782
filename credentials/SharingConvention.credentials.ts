import type { Icon, ICredentialType } from 'n8n-workflow';
import { instanceWords } from '../nodes/words';
import { conventionProperties } from './conventionProperties';

/* eslint-disable n8n-nodes-base/cred-class-name-unsuffixed, n8n-nodes-base/cred-class-field-name-unsuffixed --
   a convention is no API; the name stands in templates of others */

/** What may be given and received. Staff use it and cannot edit it. Tested by the node that declares (`testedBy`). */
export class SharingConvention implements ICredentialType {
  name = 'sharingConvention';

  displayName = instanceWords()('credentials.convention.name');

  icon: Icon = { light: 'file:sharingConvention.svg', dark: 'file:sharingConvention.dark.svg' };

  properties = conventionProperties(instanceWords());
}
