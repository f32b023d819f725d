import { FONT_STACK, type ThemeTokens } from '@weir/figures';

/**
 * The page's style sheet. Figures and swatches keep the light theme in both, on cards of their own.
 * Holds neither `<` nor `&`, so that it can stand in the page as it is.
 */
export function pageStyle(light: ThemeTokens, dark: ThemeTokens): string {
  return [
    `:root{${variables(light)}}`,
    `@media (prefers-color-scheme:dark){:root{${variables(dark)}}}`,
    `@media print{:root{${variables({ ...light, page: light.surface })}}}`,
    BASE.replace('FONT', FONT_STACK).replace('CARD', light.surface),
    PARTS,
    FINDINGS,
    NARROW,
    PRINT,
  ].join('\n');
}

function variables(tokens: ThemeTokens): string {
  return Object.entries(tokens)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');
}

const BASE = `*{box-sizing:border-box}
html{color-scheme:light dark;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--text);font:16px/1.5 FONT;font-variant-numeric:tabular-nums}
header,main,footer{max-width:1176px;margin:0 auto;padding:0 32px}
header{padding-top:48px}
p,li,dd{max-width:70ch;overflow-wrap:break-word}
p,ul,dl{margin:0 0 16px}
ul{padding-left:20px}
h1,h2,h3{line-height:1.25;text-wrap:balance;font-weight:600}
h1{font-size:28px;margin:0 0 8px;max-width:36ch}
h2{font-size:22px;margin:0 0 16px}
h3{font-size:18px;margin:48px 0 12px}
a{color:var(--focus)}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
.skip{position:absolute;left:-9999px}
.skip:focus{left:16px;top:16px;background:var(--surface);padding:8px 16px}
.kicker,.quiet,.source,.nav-title{color:var(--muted);font-size:14px}
.kicker{margin-bottom:16px}
.question{font-size:18px;color:var(--muted);max-width:60ch}
section{padding:48px 0 0;margin:0 0 16px}
section+section,nav+section{border-top:1px solid var(--rule);margin-top:48px}
.opening{display:grid;grid-template-columns:minmax(0,1.65fr) minmax(0,1fr);gap:32px;align-items:start}
.lead{font-size:18px}
.lead p{margin-bottom:8px}
.lead ul{padding-left:20px;margin:0}
.lead li{margin-bottom:8px}
.notice p:last-child{margin:0}
.opening .notice p{font-size:14px}
.notice{background:var(--notice);border-left:4px solid var(--noticeRule);padding:12px 16px;border-radius:0 4px 4px 0;max-width:74ch}
.card{background:CARD;color-scheme:light;border:1px solid var(--rule);border-radius:4px;padding:24px;margin:0}
.card svg{display:block;width:100%;height:auto;overflow:visible}`;

const PARTS = `.policies{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,30rem),1fr));gap:24px 32px;margin:32px 0}
dt{font-weight:600}
.policies dt{display:flex;align-items:center;gap:8px;margin-bottom:4px}
dd{margin:0 0 4px}
.swatch{flex:none;width:36px;height:16px;vertical-align:-2px}
.scroll{overflow-x:auto;max-width:100%;margin:0 0 16px}
table{border-collapse:collapse;font-size:14px;line-height:1.4}
caption{text-align:left;color:var(--muted);padding:0 0 8px;caption-side:top}
caption span{display:inline-block;max-width:calc(100vw - 64px)}
th,td{text-align:left;vertical-align:top;padding:8px 16px 8px 0;border-top:1px solid var(--rule)}
thead th{border-top:0;border-bottom:1px solid var(--control);vertical-align:bottom;font-weight:600}
tbody th{font-weight:400}
.number{text-align:right;white-space:nowrap}
thead .number{white-space:normal}
.data td{min-width:9ch}
.data thead th{max-width:18ch}
.data thead th:first-child,.data tbody th{min-width:22ch;max-width:44ch}
.matrix{width:100%;min-width:1000px;table-layout:fixed}
.matrix td,.matrix th{padding:12px 12px 12px 0}
.matrix thead th:first-child{width:16%}
.matrix tbody th{font-weight:600;min-width:150px}
.matrix tbody th .swatch{display:block;margin-bottom:4px}
.matrix .baseline td,.matrix .baseline th{background:var(--page);color:var(--muted)}
.direction{display:block;font-weight:600}
.arrow{display:inline-block;width:.9em}
.size{display:block;color:var(--muted)}
.limits{font-size:14px;padding-left:20px}
.limits li,.prose li{margin-bottom:4px}
.panels{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:16px;margin:16px 0}
.panels .card{max-width:460px}
.wide{max-width:760px;margin:16px 0}
.wide .scroll{margin:0}
.wide svg{min-width:520px}
details{margin:0 0 32px}
summary{cursor:pointer;color:var(--focus);padding:8px 0;width:max-content;max-width:100%}
details .scroll{margin-top:8px}
nav{background:var(--surface);border:1px solid var(--rule);border-radius:4px;padding:16px 24px;margin:32px 0 0}
nav p{margin:0 0 4px}
nav ul{margin:0;padding:0;list-style:none;columns:2;column-gap:32px}
nav li{break-inside:avoid;padding:4px 0;max-width:none}
pre{margin:0;padding:12px 16px;background:var(--surface);border:1px solid var(--rule);border-radius:4px;width:max-content;min-width:100%}
code{font-family:ui-monospace,"SF Mono",Menlo,Consolas,"Liberation Mono",monospace;font-size:14px}
dt code{color:var(--muted);font-weight:400}
.commands dd{max-width:none}
footer{border-top:1px solid var(--rule);margin-top:48px;padding-top:24px;padding-bottom:48px;color:var(--muted);font-size:14px}`;

const FINDINGS = `.findings{list-style:none;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,30rem),1fr));gap:16px;margin:16px 0}
.finding{background:var(--surface);border:1px solid var(--rule);border-radius:4px;padding:16px 24px}
.finding p{margin:0 0 8px}
.finding-title{font-weight:600;font-size:18px;line-height:1.35}
.badge{display:inline-block;font-size:14px;border:1px solid var(--control);border-radius:4px;padding:0 8px}
.inferred{border-style:dashed}`;

const NARROW = `@media (max-width:700px){header,main,footer{padding-left:16px;padding-right:16px}
header{padding-top:24px}
caption span{max-width:calc(100vw - 32px)}
section{padding-top:32px}
section+section,nav+section{margin-top:32px}
.card{padding:16px}
nav ul{columns:1}
.opening{grid-template-columns:minmax(0,1fr)}}`;

const PRINT = `@page{margin:16mm}
@media print{html{color-scheme:light}
body{font-size:10pt;background:none;line-height:1.4}
header,main,footer{max-width:none;padding:0}
section{padding-top:24px}
section+section,nav+section{margin-top:24px}
nav,.skip{display:none}
h2,h3,caption,summary,dt{break-after:avoid}
.card,.finding,tr,.matrix,.notice,.policies>div{break-inside:avoid}
.limits{break-before:avoid}
.panels,.policies{grid-template-columns:1fr 1fr}
.policies{gap:8px 24px;margin:16px 0}
h1{font-size:19pt}h2{font-size:15pt}h3{font-size:12pt;margin-top:24px}
.lead,.question,.finding-title{font-size:11.5pt}
.kicker,.quiet,.source,.limits,.badge,code,.opening .notice p,footer{font-size:9pt}
caption span{max-width:none}
.panels .card,.finding{padding:12px}
.scroll{overflow:visible}
table{font-size:8pt;width:100%}
.matrix{min-width:0}
.matrix td,.matrix th,th,td{padding:4px 8px 4px 0}
.matrix tbody th{min-width:0}
.wide svg,.data td,.data tbody th,.data thead th:first-child{min-width:0}
.data tbody th{width:24%}
.number{white-space:normal}
pre{width:auto;white-space:pre-wrap;overflow-wrap:anywhere}
summary{list-style:none;color:var(--text);font-weight:600}
details::details-content{content-visibility:visible;display:block;block-size:auto}}`;
