// What a person sees who opens the address: where to go from here. No scripts, no styles, nothing from elsewhere.

import type { BrowserAddress } from './browser-link.ts';

export function startPage(url: string, browser: BrowserAddress | undefined): string {
  const entries = [
    entry('GraphQL', `${url}/graphql`, 'for programs: POST, <code>content-type: application/json</code>'),
    ...(browser === undefined ? [] : [entry('Neo4j Browser', new URL('/browser/', browser.http).href, connection(browser))]),
    entry('Health', `${url}/healthz`, 'the process lives'),
    entry('Readiness', `${url}/readyz`, 'the database can be reached'),
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Skein</title>
</head>
<body>
<h1>Skein</h1>
<p>Incident correlation for Microsoft 365, Entra, mail and network telemetry.</p>
<dl>
${entries.join('\n')}
</dl>
</body>
</html>
`;
}

const entry = (name: string, address: string, says: string): string =>
  `<dt>${name}</dt><dd><a href="${escaped(address)}">${escaped(address)}</a>, ${says}</dd>`;

const connection = ({ bolt, user, database }: BrowserAddress): string =>
  `for hunting: connect to <code>${escaped(bolt)}</code> as <code>${escaped(user)}</code>, database <code>${escaped(database)}</code>`;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (it) => `&#${it.charCodeAt(0)};`);
