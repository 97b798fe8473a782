export * from './absence';
export * from './declaration';
export * from './desiredState';
export * from './exitReasons';
export * from './outcome';
export * from './prepareDeclaration';
export * from './reference';
export * from './runCounts';
