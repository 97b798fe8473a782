export { listWorkbook, type OwnRows } from './listWorkbook';
export { renderPage } from './page';
export type * from './runReport';
export { summaryOf, type Summary } from './summary';
export { numberWorkbook } from './numberWorkbook';
