declare module 'proxy-from-env' {
  /** The proxy that the environment names for a URL (`https_proxy`, `no_proxy`, …); an empty text for none. */
  export function getProxyForUrl(url: string): string;
}
