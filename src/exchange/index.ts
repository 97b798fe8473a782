export * from './gateway';
export { checkAccess, type AccessSettings, type CheckedAccess } from './access';
export { headersFor, openGateway, testAccess } from './openGateway';
export {
  codeTableOf,
  offersDeclaration,
  parseProfile,
  SHIPPED_PROFILES,
  type CodeTable,
  type ParsedProfile,
  type Profile,
  type ProfileJson,
} from './profile';
export { CancelledError, systemWire, type CallRecord, type EgressFilter, type Wire } from './wire';
