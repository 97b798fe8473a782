/** How the page looks on a screen and on paper. Colours keep a contrast of 4.5 where they carry words. */
export const STYLE = `
:root{--ink:#1c2530;--soft:#55616e;--line:#dfe4ea;--ground:#f5f6f8;--said:#1f4e8c;--unchanged:#84919f;--already:#6d4a9c;--waiting:#b97f10;--correct:#b23a2e;--green:#176b45}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.5 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','Liberation Sans',Arial,sans-serif;font-variant-numeric:tabular-nums}
main{max-width:900px;margin:24px auto;padding:36px 44px 28px;background:#fff;border:1px solid var(--line);border-radius:12px}
header{display:flex;justify-content:space-between;align-items:flex-start;gap:24px;margin-bottom:20px}
h1{margin:0;font-size:1.75rem;line-height:1.15;letter-spacing:-.02em;text-wrap:balance}
h2{margin:0 0 10px;font-size:1.125rem;line-height:1.3;letter-spacing:-.01em}
h3{margin:0;font-size:.9375rem;line-height:1.4}
p{margin:0}
.over{margin-bottom:4px;color:var(--soft);font-weight:600;overflow-wrap:anywhere}
.when{margin-top:6px;color:var(--soft);font-size:.9375rem}
.state{flex:none;padding:5px 14px;border-radius:99px;font-size:.875rem;font-weight:600}
.state.sent{background:#e5f3eb;color:#125536}
.state.dry{background:#fdf3dc;color:#6b4700}
.lead{margin-bottom:20px;font-size:1.125rem;line-height:1.45;text-wrap:pretty}
.figures{display:grid;grid-template-columns:repeat(5,1fr);gap:10px;margin:0 0 26px;padding:0;list-style:none}
.figures li{display:flex;flex-direction:column;padding:12px 14px 10px;border:1px solid var(--line);border-top:4px solid var(--soft);border-radius:8px;font-size:.8125rem;line-height:1.3;color:var(--soft)}
.figures b{color:var(--ink);font-size:1.75rem;line-height:1.15;letter-spacing:-.02em}
.figures .said{border-top-color:var(--said)}.figures .reminders{border-top-color:var(--green)}.figures .unchanged{border-top-color:var(--unchanged)}.figures .alreadyAccompanied{border-top-color:var(--already)}.figures .waiting{border-top-color:var(--waiting)}.figures .toCorrect{border-top-color:var(--correct)}
section{margin-bottom:26px}
.two{display:grid;grid-template-columns:1.35fr 1fr;gap:36px}
svg{display:block;width:100%;height:auto}
svg text{font-family:inherit;font-size:14px;fill:var(--ink)}
svg .label{fill:var(--soft)}svg .value{font-weight:700}svg .small{font-size:12px}svg text.reminders{fill:var(--green);font-weight:700}
svg .track{fill:#eef1f4}svg .ground{stroke:#b9c2cc}
svg .said{fill:var(--said)}svg .unchanged{fill:var(--unchanged)}svg .alreadyAccompanied{fill:var(--already)}svg .waiting{fill:var(--waiting)}svg .toCorrect{fill:var(--correct)}
.people{max-width:290px;fill:var(--green)}
.under{margin-top:8px;color:var(--soft);font-size:.875rem;line-height:1.4}
.legend{display:flex;flex-wrap:wrap;gap:4px 18px;margin:10px 0 0;padding:0;list-style:none;color:var(--soft);font-size:.875rem}
.legend b{color:var(--ink)}
.key{display:inline-block;width:10px;height:10px;margin-right:6px;border-radius:3px}
.key.said{background:var(--said)}.key.unchanged{background:var(--unchanged)}.key.alreadyAccompanied{background:var(--already)}.key.waiting{background:var(--waiting)}.key.toCorrect{background:var(--correct)}.key.reminders{background:var(--green)}
.notes{margin:0 0 20px;padding:10px 16px 10px 34px;border-left:4px solid var(--waiting);border-radius:6px;background:#fdf7e9;font-size:.9375rem}
.causes{margin:0;padding:0;list-style:none}
.causes>li{display:grid;grid-template-columns:58px 1fr;gap:2px 14px;padding:10px 0;border-top:1px solid var(--line);break-inside:avoid}
.causes .many{grid-row:span 3;font-size:1.375rem;font-weight:700;line-height:1.2;text-align:right;color:var(--correct)}
.causes.waits .many{color:#7d5500}.causes.elsewhere .many{color:var(--already)}
.do{font-size:.9375rem;line-height:1.4;overflow-wrap:anywhere;text-wrap:pretty}
.ids{color:var(--soft);font-size:.8125rem;line-height:1.45;overflow-wrap:anywhere}
.do+.causes{margin-top:10px}
.rest{padding:8px 0 0 72px;border-top:1px solid var(--line);color:var(--soft);font-size:.875rem}
.none{color:var(--soft)}
.two>*,.pair>*,.causes>li>*{min-width:0}
.pair{display:grid;grid-template-columns:1fr 1fr;gap:36px}
.ask{padding:12px 18px;border-radius:8px;background:#f1f5fa}
footer{padding-top:12px;border-top:1px solid var(--line);color:var(--soft);font-size:.8125rem;line-height:1.45}
.heard{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media screen and (max-width:760px){main{margin:0;padding:20px 16px;border:0;border-radius:0}header{flex-direction:column}.figures{grid-template-columns:repeat(2,1fr)}.two,.pair{grid-template-columns:1fr}}
@media print{@page{size:A4;margin:13mm 14mm}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}html{font-size:9.25pt}body{background:#fff;font-size:1rem}main{max-width:none;margin:0;padding:0;border:0}.second{break-before:page}section{margin-bottom:6.5mm}.causes>li{padding:1.9mm 0}.pair{gap:8mm}}
`;
