/** True for this very machine: `localhost`, `127.0.0.0/8`, `::1`. No name is resolved: a name can lie. */
export function isLoopback(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').toLowerCase();
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
