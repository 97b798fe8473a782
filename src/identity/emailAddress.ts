/** The ASCII dot-atom of RFC 5322 §3.2.3: no blank, no accent, no point at an end or beside another. */
const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
/** Letters, digits, hyphens inside (RFC 1035 §2.3.1). */
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i;
const LAST_LABEL = /^[a-z][a-z0-9-]*[a-z0-9]$/i;

/**
 * True for an address that a JSON schema's format `email` takes everywhere: narrower than what some mail servers do.
 * The one rule for addresses, for what is read from lists as for what is sent.
 */
export function isEmailAddress(text: string): boolean {
  const [local = '', domain = '', ...rest] = text.split('@', 3);
  if (rest.length > 0 || local.length > 64 || text.length > 254 || !LOCAL_PART.test(local)) return false;
  const labels = domain.split('.');
  return labels.length > 1 && labels.every((label) => LABEL.test(label)) && LAST_LABEL.test(labels.at(-1) ?? '');
}
