// An address out of a mail as text that nobody can follow by mistake, whatever it is pasted into: `hxxps://a[.]b/c`.

/** Dots of the host, or of a mail address, stand in brackets; a scheme that is not of the web has its colon so. */
export function disarmed(url: string): string {
  const text = url.trim();
  const web = /^(?:(h)tt(ps?)|(f)(tp)):(\/\/)?/i.exec(text);
  if (web !== null) {
    const [whole, h, tail, f, ftp] = web;
    const scheme = h === undefined ? `${f ?? ''}x${(ftp ?? '').slice(1)}` : `${h}xx${tail ?? ''}`;
    return `${scheme}:${whole.endsWith('//') ? '//' : ''}${hostDisarmed(text.slice(whole.length))}`;
  }
  if (text.startsWith('//')) return `//${hostDisarmed(text.slice(2))}`;
  const other = /^[a-z][a-z0-9+.-]{0,30}(?=:)/i.exec(text)?.[0];
  if (other === undefined) return hostDisarmed(text);
  return `${other}[:]${hostDisarmed(text.slice(other.length + 1))}`;
}

const hostDisarmed = (text: string): string => {
  const end = text.search(/[/?#]/);
  const host = end < 0 ? text : text.slice(0, end);
  return host.replaceAll('.', '[.]') + text.slice(host.length);
};
