// What Entra ID Protection calls its risks, in records and in its portal, and what they are in ATT&CK's words.

interface RiskType {
  readonly headline: string;
  readonly tactics: readonly string[];
  readonly techniques: readonly string[];
}

const access = (headline: string, ...techniques: readonly string[]): RiskType => ({
  headline,
  tactics: ['initial-access'],
  techniques: ['T1078.004', ...techniques],
});

const TYPES: Readonly<Record<string, RiskType>> = {
  adminconfirmedusercompromised: access('Admin confirmed user compromised'),
  anomaloustoken: access('Anomalous token', 'T1528'),
  anomaloususeractivity: access('Anomalous user activity'),
  anonymizedipaddress: access('Anonymous IP address', 'T1090'),
  attackerinthemiddle: access('Attacker in the middle', 'T1557'),
  attemptedprtaccess: access('Possible attempt to access Primary Refresh Token', 'T1528'),
  generic: access('Additional risk detected'),
  impossibletravel: access('Impossible travel'),
  investigationsthreatintelligence: access('Microsoft Entra threat intelligence'),
  leakedcredentials: {
    headline: 'Leaked credentials',
    tactics: ['credential-access'],
    techniques: ['T1078.004', 'T1589.001'],
  },
  maliciousipaddress: access('Malicious IP address'),
  maliciousipaddressvalidcredentialsblockedip: access('Malicious IP address'),
  malwareinfectedipaddress: access('Malware linked IP address'),
  mcasfinsuspiciousfileaccess: { headline: 'Mass access to sensitive files', tactics: ['collection'], techniques: ['T1530'] },
  mcasimpossibletravel: access('Impossible travel'),
  mcassuspiciousinboxmanipulationrules: {
    headline: 'Suspicious inbox manipulation rules',
    tactics: ['defense-evasion'],
    techniques: ['T1564.008'],
  },
  newcountry: access('New country'),
  nationstateip: access('Verified threat actor IP'),
  passwordspray: { headline: 'Password spray', tactics: ['credential-access'], techniques: ['T1078.004', 'T1110.003'] },
  riskyipaddress: access('Activity from anonymous IP address', 'T1090'),
  suspiciousapitraffic: { headline: 'Suspicious API traffic', tactics: ['discovery'], techniques: ['T1087.004'] },
  suspiciousbrowser: access('Suspicious browser'),
  suspiciousinboxforwarding: { headline: 'Suspicious inbox forwarding', tactics: ['collection'], techniques: ['T1114.003'] },
  suspiciousipaddress: access('Malicious IP address'),
  suspicioussendingpatterns: { headline: 'Suspicious sending patterns', tactics: ['lateral-movement'], techniques: ['T1534'] },
  tokenissueranomaly: { headline: 'Token issuer anomaly', tactics: ['credential-access'], techniques: ['T1606.002'] },
  unfamiliarfeatures: access('Unfamiliar sign-in properties'),
  unlikelytravel: access('Atypical travel'),
  userreportedsuspiciousactivity: access('User reported suspicious activity', 'T1621'),
};

/** A type that is not known is told in its own words. */
export function riskType(name: string): RiskType {
  const words = name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return TYPES[name.toLowerCase()] ?? access(words.charAt(0).toUpperCase() + words.slice(1));
}
