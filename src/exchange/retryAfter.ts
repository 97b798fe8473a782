/**
 * How long a server asks to wait, in milliseconds. Seconds or an HTTP date (RFC 9110 §10.2.3); what is negative or past
 * is no wait; what is huge stays huge: to come back sooner than asked is for nobody to decide. What is missing or
 * nonsense is `undefined`, and the caller backs off by its own rule.
 */
export function retryAfterMs(header: string | undefined, now: Date): number | undefined {
  const text = header?.trim() ?? '';
  if (text === '' || text.length > 64) return undefined;
  const seconds = /^[+-]?\d+(\.\d+)?(e\d+)?$/i.test(text) ? Number(text) : secondsUntil(text, now);
  if (seconds === undefined || Number.isNaN(seconds)) return undefined;
  return Math.max(seconds, 0) * 1000;
}

/** An HTTP date begins with the name of a day; anything else is left alone (`Date.parse` takes almost any text). */
function secondsUntil(text: string, now: Date): number | undefined {
  if (!/^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? /i.test(text)) return undefined;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : (at - now.getTime()) / 1000;
}
