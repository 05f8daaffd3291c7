// Addresses that nobody follows by mistake.

import { expect, it } from 'vitest';
import { disarmed } from '../../src/mail/disarmed.ts';

it.each([
  ['https://a.b.example/c.d?e=f.g', 'hxxps://a[.]b[.]example/c.d?e=f.g'],
  [' HTTP://A.example ', 'HxxP://A[.]example'],
  ['ftp://a.example', 'fxp://a[.]example'],
  ['//a.example/x', '//a[.]example/x'],
  ['mailto:a.b@c.example', 'mailto[:]a[.]b@c[.]example'],
  ['javascript:alert(1)', 'javascript[:]alert(1)'],
  ['www.a.example', 'www[.]a[.]example'],
  ['', ''],
])('%s', (url, text) => {
  expect(disarmed(url)).toBe(text);
});
