export function tryLock(name: string): Promise<(() => void) | undefined>;
export function withLock<T>(name: string, onWait: () => void, work: () => Promise<T>): Promise<T>;
