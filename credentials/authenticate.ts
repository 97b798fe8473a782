import { UserError, type ICredentialDataDecryptedObject, type IHttpRequestOptions } from 'n8n-workflow';
import { sentence, sentences } from '../nodes/nodeRun';
import { accessOf } from '../nodes/settings';
import { instanceWords } from '../nodes/words';
import { headersFor } from '../src/exchange';

/**
 * Lets n8n's HTTP Request node speak with this access: token and agent headers, and only to the access's own address. A
 * credential must not be sendable to any address.
 *
 * @throws UserError with one sentence.
 */
export async function authenticate(
  credentials: ICredentialDataDecryptedObject,
  request: IHttpRequestOptions,
): Promise<IHttpRequestOptions> {
  const words = instanceWords();
  const access = accessOf(credentials);
  if (!access.ok) throw new UserError(sentences(words, access));
  const { origin } = new URL(access.value.apiBaseUrl);
  if (originOf(request) !== origin) throw new UserError(words('credentials.access.otherHost', { host: origin }));
  const answer = await headersFor(access.value);
  if (answer.kind === 'failed') throw new UserError(sentence(words, answer.outcome.message));
  return { ...request, headers: { ...request.headers, ...answer.value } };
}

function originOf({ url, baseURL }: IHttpRequestOptions): string | undefined {
  return URL.canParse(url, baseURL) ? new URL(url, baseURL).origin : undefined;
}
