// Mail is read, checked and measured without a question to any network: every door of the runtime is shut and watched.

import dgram from 'node:dgram';
import dns from 'node:dns';
import dnsPromises from 'node:dns/promises';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import net from 'node:net';
import tls from 'node:tls';
import { syncBuiltinESMExports } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Field } from '../../src/ingest/field.ts';
import { rawOf } from '../../src/ingest/email/graph-message.ts';
import { strangers } from '../../src/mail/history-of.ts';
import { messageOf } from '../../src/mail/message-of.ts';
import { measured, metrics } from '../../src/mail/metrics.ts';
import { readingOf } from '../../src/mail/reading-of.ts';
import { checkStored } from '../../src/tenant/authentication.ts';
import { messageRecord } from '../../src/tenant/message.ts';
import { resolverOf, zoneOf } from '../../src/tenant/zone.ts';

const attempts: string[] = [];
const restore: (() => void)[] = [];

function shut(where: object, name: string, label: string): void {
  const door = where as Record<string, unknown>;
  const open = door[name];
  door[name] = (...args: readonly unknown[]) => {
    attempts.push(`${label}.${name}(${String(args[0])})`);
    throw new Error(`${label}.${name}: no network here`);
  };
  restore.push(() => {
    door[name] = open;
  });
}

const isFunctionOf = (where: object, name: string): boolean =>
  typeof (where as Record<string, unknown>)[name] === 'function' && /^(?:lookup|resolve|reverse)/.test(name);

beforeAll(() => {
  for (const name of Object.keys(dns).filter((it) => isFunctionOf(dns, it))) shut(dns, name, 'dns');
  for (const name of Object.keys(dnsPromises).filter((it) => isFunctionOf(dnsPromises, it)))
    shut(dnsPromises, name, 'dns/promises');
  for (const [label, module] of Object.entries({ http, https })) for (const name of ['request', 'get']) shut(module, name, label);
  for (const name of ['connect', 'createConnection']) shut(net, name, 'net');
  shut(net.Socket.prototype, 'connect', 'Socket');
  shut(tls, 'connect', 'tls');
  shut(http2, 'connect', 'http2');
  shut(dgram, 'createSocket', 'dgram');
  shut(dgram.Socket.prototype, 'send', 'dgram.Socket');
  shut(globalThis, 'fetch', 'global');
  for (const name of ['WebSocket', 'EventSource', 'XMLHttpRequest'].filter((it) => it in globalThis))
    shut(globalThis, name, 'global');
  syncBuiltinESMExports();
});

afterAll(() => {
  for (const undo of restore.reverse()) undo();
  syncBuiltinESMExports();
});

const page = `<html><head><base href="http://base.elsewhere.test/"><meta http-equiv="refresh" content="0;url=http://refresh.elsewhere.test">
<link rel="stylesheet" href="http://style.elsewhere.test/a.css"><style>@import "http://import.elsewhere.test"; body{background:url(http://b.elsewhere.test)}</style>
<script src="http://script.elsewhere.test/a.js"></script></head><body onload="fetch('http://x.elsewhere.test')" background="//bg.elsewhere.test/a.png">
<img src="http://pixel.elsewhere.test/a.gif?u=1"><iframe src="http://frame.elsewhere.test"></iframe><object data="http://object.elsewhere.test"></object>
<a href="http://192.0.2.7/login">https://contoso.test</a><a href="https://xn--ontoso-123.test/">pay</a><form action="http://form.elsewhere.test"><input type=password></form>
<video src="http://video.elsewhere.test"></video><svg><image href="http://svg.elsewhere.test"/></svg></body></html>`;

const svg =
  '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "http://entity.elsewhere.test/x">]><svg xmlns="http://www.w3.org/2000/svg">&x;<image href="http://svg.elsewhere.test/a"/></svg>';

const letter = (body: readonly string[], headers: readonly string[] = []) =>
  Buffer.from(
    [
      'Return-Path: <bounce@elsewhere.test>',
      'Received: from mail.elsewhere.test (mail.elsewhere.test [198.51.100.9]) by mx.contoso.test with ESMTPS; Mon, 5 Jan 2026 03:12:11 +0000',
      'DKIM-Signature: v=1; a=rsa-sha256; d=elsewhere.test; s=s; h=from:to; bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=; b=aaaa',
      'ARC-Seal: i=1; a=rsa-sha256; d=elsewhere.test; s=s; cv=none; t=1; b=aaaa',
      'ARC-Message-Signature: i=1; a=rsa-sha256; c=relaxed/relaxed; d=elsewhere.test; s=s; h=from; bh=aaaa; b=aaaa',
      'ARC-Authentication-Results: i=1; mx.elsewhere.test; spf=pass',
      'BIMI-Selector: v=BIMI1; s=brand',
      'BIMI-Location: v=BIMI1; l=https://logo.elsewhere.test/a.svg; a=https://logo.elsewhere.test/a.pem',
      'List-Unsubscribe: <https://unsubscribe.elsewhere.test/u>',
      'Disposition-Notification-To: x@elsewhere.test',
      'X-Image-URL: http://face.elsewhere.test/a.png',
      'From: Contoso <ceo@elsewhere.test>',
      'To: ana@contoso.test',
      'Subject: http://subject.elsewhere.test',
      'Message-ID: <1@elsewhere.test>',
      'Date: Mon, 5 Jan 2026 03:12:00 +0000',
      'MIME-Version: 1.0',
      ...headers,
      ...body,
    ].join('\r\n'),
  );

const part = (type: string, content: string | Buffer, name = '') => [
  '--b',
  `Content-Type: ${type}${name === '' ? '' : `; name="${name}"`}`,
  ...(name === '' ? [] : [`Content-Disposition: attachment; filename="${name}"`]),
  'Content-Transfer-Encoding: base64',
  '',
  Buffer.from(content).toString('base64'),
];

const hostile: Readonly<Record<string, Buffer>> = {
  'a page that asks for everything': letter(['Content-Type: text/html', '', page]),
  'text full of addresses': letter([
    '',
    'http://a.elsewhere.test hxxp://b[.]elsewhere.test \\\\198.51.100.9\\share ftp://c.elsewhere.test file://d/e',
  ]),
  'a body that lies elsewhere': letter([
    'Content-Type: message/external-body; access-type=URL; URL="http://body.elsewhere.test/a"; server="ftp.elsewhere.test"',
    '',
    'Content-Type: text/html',
    '',
  ]),
  'attachments that lead on': letter([
    'Content-Type: multipart/mixed; boundary=b',
    '',
    ...part('text/html', page, 'a.html'),
    ...part('image/svg+xml', svg, 'a.svg'),
    ...part(
      'application/x-mswinurl',
      '[InternetShortcut]\r\nURL=http://shortcut.elsewhere.test\r\nIconFile=\\\\198.51.100.9\\i',
      'a.url',
    ),
    ...part(
      'text/calendar',
      'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nURL:http://event.elsewhere.test\r\nATTACH:http://attach.elsewhere.test\r\nEND:VEVENT\r\nEND:VCALENDAR',
      'a.ics',
    ),
    ...part(
      'application/pdf',
      '%PDF-1.7\n1 0 obj<</Type/Action/S/URI/URI(http://pdf.elsewhere.test)>>endobj\n2 0 obj<</S/SubmitForm/F(http://submit.elsewhere.test)>>endobj',
      'a.pdf',
    ),
    ...part(
      'application/rtf',
      '{\\rtf1{\\*\\template http://template.elsewhere.test}{\\field{\\*\\fldinst INCLUDEPICTURE "http://rtf.elsewhere.test"}}}',
      'a.rtf',
    ),
    ...part('message/rfc822', letter(['Content-Type: text/html', '', page]), 'a.eml'),
    ...part('text/xml', svg, 'a.xml'),
    '--b--',
  ]),
};

const zone = resolverOf(
  zoneOf({ 'elsewhere.test': { TXT: 'v=spf1 include:other.test a mx ptr exists:%{i}.elsewhere.test redirect=more.test' } }),
);
const nowhere = { homeDomains: new Set<string>(), authservIds: new Set<string>() };

describe('without a network', () => {
  it('the doors are shut', async () => {
    await expect(async () => fetch('http://elsewhere.test')).rejects.toThrow('no network here');
    expect(() => dns.lookup('elsewhere.test', () => undefined)).toThrow('no network here');
    expect(() => net.connect(80, '192.0.2.1')).toThrow('no network here');
    expect(attempts.splice(0)).toHaveLength(3);
  });

  it.each(Object.entries(hostile))('%s is read, checked and measured', async (_, bytes) => {
    const read = await messageRecord(bytes);
    if (!('record' in read)) throw new Error(read.why);
    const { rfc822: raw } = read.record;
    const checked = await checkStored(bytes, raw, zone);
    expect(checked.spf?.result).toBe('permerror');
    const values = measured(readingOf(messageOf({ ...raw, checked }, nowhere), strangers));
    expect(metrics.length).toBeGreaterThan(100);
    expect(Object.keys(values).length).toBeGreaterThan(50);
    expect(attempts).toEqual([]);
  });

  it('a message of Graph is, too', () => {
    const item = { '@odata.type': '#microsoft.graph.itemAttachment', item: { body: { contentType: 'html', content: page } } };
    const reference = {
      '@odata.type': '#microsoft.graph.referenceAttachment',
      name: 'x',
      sourceUrl: 'https://reference.elsewhere.test/x',
    };
    const graph = {
      internetMessageId: '<1@elsewhere.test>',
      from: null,
      body: { contentType: 'html', content: page },
      attachments: [item, reference],
    };
    const values = measured(readingOf(messageOf(rawOf(new Field(graph)), nowhere), strangers));
    expect(Object.keys(values).length).toBeGreaterThan(50);
    expect(attempts).toEqual([]);
  });
});
