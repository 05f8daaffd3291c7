// Addresses that stand in files and lead nobody anywhere.

/** Names of formats look like addresses, and lead nowhere. */
export const isSchema = (url: string): boolean =>
  /^https?:\/\/(?:schemas\.(?:openxmlformats\.org|microsoft\.com|xmlsoap\.org)|www\.w3\.org|purl\.org|ns\.adobe\.com|iptc\.org|docs\.oasis-open\.org|openoffice\.org|xml\.org)\//i.test(
    url,
  );
