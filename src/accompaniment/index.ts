export * from './declaration';
export * from './exitReasons';
export * from './outcome';
export * from './prepareDeclaration';
export * from './reference';
