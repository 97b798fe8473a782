import type { ICredentialsDecrypted, ICredentialTestFunctions, INodeCredentialTestResult } from 'n8n-workflow';
import { testAccess as fetchToken } from '../src/exchange';
import { sentence, sentences } from './nodeRun';
import { accessSettingsOf, conventionOf } from './settings';
import { instanceWords } from './words';

/** The test of the access: everything is filled in, and France Travail gives a token for it. */
export async function testAccess(
  this: ICredentialTestFunctions,
  credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
  const words = instanceWords();
  const settings = accessSettingsOf(credential.data ?? {});
  if (!settings.ok) return { status: 'Error', message: sentences(words, settings) };
  const answer = await fetchToken(settings.value.access);
  if (answer.kind === 'ok') return { status: 'OK', message: words('credentials.access.test.ok') };
  const { message, code } = answer.outcome;
  const said = sentence(words, message);
  return { status: 'Error', message: code ? `${said} (${code})` : said };
}

/** The test of the convention: it can be read; says which operations it allows. */
export async function testConvention(
  this: ICredentialTestFunctions,
  credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
  const words = instanceWords();
  const convention = conventionOf(credential.data ?? {});
  if (!convention.ok) return { status: 'Error', message: sentences(words, convention) };
  const operations = [...new Set(convention.value.flows.map(({ operation }) => operation))].join(', ');
  return {
    status: 'OK',
    message: words('credentials.convention.test.ok', { title: convention.value.title, operations }),
  };
}
