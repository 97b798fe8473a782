import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** A certificate for this machine, made at run time by `openssl` and good for a day. */
export function makeCertificate(folder: string): { readonly cert: string; readonly key: string } {
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1,DNS:localhost'];
  // eslint-disable-next-line @n8n/community-nodes/no-dangerous-functions -- a bench makes its own certificate
  execFileSync('openssl', ['req', '-x509', ...curve, '-days', '1', '-keyout', key, '-out', cert, ...names], {
    stdio: 'pipe',
  });
  return { cert, key };
}
