export function terminalLocale(env?: NodeJS.ProcessEnv): 'fr' | 'en';
export function say(code: string, params?: Record<string, string | number>): string;
export function duration(milliseconds: number): string;
