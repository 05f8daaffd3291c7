// Keeps other web pages out of a server on a loopback address.
//
// There is no login on loopback, so a page that a browser has open must not speak to us. A page whose own name has been
// turned to 127.0.0.1 (DNS rebinding) still sends that name as Host; any other page sends its Origin.

import type { RequestHandler, Response } from 'express';
import type { IncomingMessage } from 'node:http';
import { BlockList, isIPv4, isIPv6 } from 'node:net';
import type { Code } from './errors.ts';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8);
loopback.addAddress('::1', 'ipv6');

export const isLoopback = (host: string): boolean =>
  host === 'localhost' || (isIPv4(host) && loopback.check(host)) || (isIPv6(host) && loopback.check(host, 'ipv6'));

/** An address as it stands in a URL. */
export const inUrl = (host: string): string => (isIPv6(host) ? `[${host}]` : host);

/** Lets through what was sent to this very server by name, and not by a page from elsewhere. */
export function onlyFromHere(host: string): RequestHandler {
  return (request, response, next) => {
    const trouble = troubleWith(request, host);
    if (trouble === undefined) next();
    else refuse(response, trouble);
  };
}

/** Why a request may not come in; undefined when it may. */
export function troubleWith({ socket, headers }: IncomingMessage, host: string): string | undefined {
  const port = socket.localPort ?? 0;
  const asked = (headers.host ?? '').toLowerCase();
  const origin = headers.origin?.toLowerCase();
  // Port 80 goes without saying.
  const isOurs = namesOf(host).some((name) => asked === `${name}:${port}` || (port === 80 && asked === name));

  if (!isOurs) return `The Host header must name this server, such as localhost:${port}.`;
  if (origin !== undefined && origin !== `http://${asked}`) return 'Pages from elsewhere may not use this server.';
  return undefined;
}

const namesOf = (host: string): readonly string[] => ['localhost', '127.0.0.1', '[::1]', inUrl(host)];

const refuse = (response: Response, message: string) =>
  response.status(403).json({ errors: [{ message, extensions: { code: 'FORBIDDEN' satisfies Code } }] });
